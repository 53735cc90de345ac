/** Remembers the nonces of the timestamps that can still be accepted. */
export interface NonceStore {
  /** False: this nonce was used before with this token and timestamp. */
  readonly add: (use: NonceUse) => boolean;
}

export interface NonceUse {
  readonly token: string;
  readonly timestampSeconds: number;
  readonly nonce: string;
  readonly nowSeconds: number;
}

export function createNonceStore(windowSeconds: number): NonceStore {
  const noncesByTimestamp = new Map<number, Set<string>>();
  let sweptAtSeconds = 0;
  return {
    add: ({ token, timestampSeconds, nonce, nowSeconds }) => {
      if (nowSeconds - sweptAtSeconds > windowSeconds) {
        for (const timestamp of noncesByTimestamp.keys()) {
          if (nowSeconds - timestamp > windowSeconds) noncesByTimestamp.delete(timestamp);
        }
        sweptAtSeconds = nowSeconds;
      }
      const nonces = noncesByTimestamp.get(timestampSeconds) ?? new Set<string>();
      noncesByTimestamp.set(timestampSeconds, nonces);
      const key = `${token} ${nonce}`;
      if (nonces.has(key)) return false;
      nonces.add(key);
      return true;
    },
  };
}
