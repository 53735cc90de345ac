import { tokenRefusal } from './token-refusal.js';

/** The integration that persons sign in for. It has Public Client checked: its secret may be left out. */
export interface LoginClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

export type ClientKind = 'confidential' | 'public';

export interface FormClientOptions {
  readonly accountId: string;
  readonly credentials: LoginClientCredentials;
}

/**
 * Which kind of client sends a form: with its secret by Basic authentication, or a public one, which names itself in the
 * form or in an Authorization header without a secret.
 *
 * @throws {Refusal} invalid_client.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_160855594402.html
 */
export function formClient(
  form: URLSearchParams,
  authorization: string,
  { accountId, credentials }: FormClientOptions,
): ClientKind {
  const { clientId, clientSecret } = credentials;
  if (authorization === '') {
    if (form.get('client_id') === clientId) return 'public';
    throw tokenRefusal('invalid_client', 'client_id is no known client id.', accountId);
  }
  const [, encoded = ''] = /^basic ([\w+/=-]+)$/i.exec(authorization) ?? [];
  const [givenId, ...secretParts] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  const givenSecret = secretParts.join(':');
  if (givenId !== clientId) {
    throw tokenRefusal('invalid_client', 'The Authorization header has no known client id.', accountId);
  }
  if (givenSecret === '') return 'public';
  if (givenSecret === clientSecret) return 'confidential';
  throw tokenRefusal('invalid_client', 'The client secret is wrong.', accountId);
}
