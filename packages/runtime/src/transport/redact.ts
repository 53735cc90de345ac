/** Takes credentials out of an answer that repeats them, so that no error built from it can show one. */
export function redact(text: string, credentials: readonly string[]): string {
  return credentials.reduce(
    (remaining, credential) => remaining.replaceAll(credential, '[credential removed]'),
    text,
  );
}
