import NetSuiteRest from 'netsuite-rest';
import { NetSuiteClient } from 'netsuite-sdk';

/** An account that a peer is pointed at: the emulator's address and its NETSUITE_* variables. */
export interface PeerAccount {
  readonly url: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** netsuite-sdk, signed in with TBA; its address is rewritten by its own middleware. */
export function sdkClient({ environment, url }: PeerAccount): NetSuiteClient {
  const accountId = variable(environment, 'NETSUITE_ACCOUNT_ID');
  const client = new NetSuiteClient({
    auth: {
      consumerKey: variable(environment, 'NETSUITE_CONSUMER_KEY'),
      consumerSecret: variable(environment, 'NETSUITE_CONSUMER_SECRET'),
      tokenKey: variable(environment, 'NETSUITE_TOKEN_ID'),
      tokenSecret: variable(environment, 'NETSUITE_TOKEN_SECRET'),
      realm: accountId,
    },
    accountId,
  });
  client.use((context, next) => {
    context.url = context.url.replace(/^https:\/\/[^/]+/, url);
    return next();
  });
  return client;
}

/** A page of 1,000 rows as netsuite-rest hands it over. */
export interface RestPage {
  readonly rows: number;
  readonly hasMore: boolean;
}

/** netsuite-rest, signed in with TBA: it has no paging, so that its user asks for one page after the other. */
export function restPages(
  { environment, url }: PeerAccount,
  text: string,
): (offset: number) => Promise<RestPage> {
  const client = new NetSuiteRest({
    consumer_key: variable(environment, 'NETSUITE_CONSUMER_KEY'),
    consumer_secret_key: variable(environment, 'NETSUITE_CONSUMER_SECRET'),
    token: variable(environment, 'NETSUITE_TOKEN_ID'),
    token_secret: variable(environment, 'NETSUITE_TOKEN_SECRET'),
    realm: variable(environment, 'NETSUITE_ACCOUNT_ID'),
    base_url: url,
  });
  return async (offset) => {
    const path = `query/v1/suiteql?limit=1000&offset=${offset}`;
    const { data } = await client.request({ path, method: 'POST', body: JSON.stringify({ q: text }) });
    const { items, hasMore } = data as { readonly items: readonly unknown[]; readonly hasMore: boolean };
    return { rows: items.length, hasMore };
  };
}

function variable(environment: PeerAccount['environment'], name: string): string {
  const value = environment[name];
  if (value === undefined) throw new Error(`The emulator's environment has no ${name}.`);
  return value;
}
