import type { StoreOperation } from '../errors/store-failed-error.js';
import { askStore } from '../transport/ask-store.js';
import type { RetryContext } from '../transport/retry.js';
import type { TokenStore } from './token-store.js';

/** A file waits for other processes, and a server may be far away. */
const timeoutMs = 10_000;

/** The same store, but it is not waited for without bound, its failures are told, and they show no secret. */
export function guardTokens(tokens: TokenStore, { events, redact }: RetryContext): Required<TokenStore> {
  const ask = <Value>(operation: StoreOperation, call: () => Promise<Value>): Promise<Value> =>
    askStore({ store: 'token', operation, call, timeoutMs, events, redact });
  return {
    read: (name) => ask('read', () => tokens.read(name)),
    write(name, token) {
      redact.add(token.value);
      if (token.refreshToken !== undefined) redact.add(token.refreshToken.value);
      return ask('write', () => tokens.write(name, token));
    },
    remove: (name) => ask('remove', async () => tokens.remove?.(name)),
  };
}
