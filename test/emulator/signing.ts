import { createHmac } from 'node:crypto';
import type { Emulator } from '@suitewright/emulator';
import OAuth from 'oauth-1.0a';

export interface SignOptions {
  readonly url: string;
  readonly method?: string;
  readonly realm?: string;
  /** Signed and sent instead of what oauth-1.0a would choose. */
  readonly oauth?: Readonly<Record<string, string>>;
  readonly consumerSecret?: string;
}

/** An Authorization header as other people's clients make it: by oauth-1.0a. */
export function sign(emulator: Emulator, options: SignOptions): string {
  const { url, method = 'GET', realm = emulator.account, oauth = {}, consumerSecret } = options;
  const { tba } = emulator.credentials;
  const signer = new OAuth({
    consumer: { key: tba.consumerKey, secret: consumerSecret ?? tba.consumerSecret },
    realm,
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  });
  const token = { key: tba.tokenId, secret: tba.tokenSecret };
  const data = {
    oauth_consumer_key: tba.consumerKey,
    oauth_token: tba.tokenId,
    oauth_nonce: signer.getNonce(),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: Math.floor(Date.now() / 1000),
    oauth_version: '1.0',
    ...oauth,
  };
  // The type wants a number, the library signs whatever it is given.
  const signed = data as OAuth.Data;
  const signature = signer.getSignature({ url, method }, token.secret, signed);
  return signer.toHeader({ ...signed, oauth_signature: signature }).Authorization;
}

export interface CallOptions {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Calls the emulator without a socket, signed. */
export function call(emulator: Emulator, path: string, options: CallOptions = {}): Promise<Response> {
  const url = `${emulator.url}${path}`;
  const { method = 'GET', headers = {}, body } = options;
  const authorization = sign(emulator, { url, method });
  return emulator.handle(
    new Request(url, {
      method,
      headers: { authorization, ...headers },
      ...(body === undefined ? {} : { body }),
    }),
  );
}

/** Runs a statement and gives the response. */
export function query(emulator: Emulator, text: string, search = ''): Promise<Response> {
  return call(emulator, `/services/rest/query/v1/suiteql${search}`, {
    method: 'POST',
    headers: { prefer: 'transient', 'content-type': 'application/json' },
    body: JSON.stringify({ q: text }),
  });
}
