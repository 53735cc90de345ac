/** One account, in the two spellings that NetSuite uses. */
export interface AccountId {
  /** As the user interface and the realm show it: `1234567_SB1`. */
  readonly canonical: string;
  /** As host names have it: `1234567-sb1`. */
  readonly hostLabel: string;
}

/** A host label has 63 characters at most. */
const longestHostLabel = 63;

/** Reads either spelling; null for a text that must not become part of a host name. */
export function parseAccountId(text: string): AccountId | null {
  if (text.length > longestHostLabel || !/^[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*$/.test(text)) return null;
  return {
    canonical: text.toUpperCase().replaceAll('-', '_'),
    hostLabel: text.toLowerCase().replaceAll('_', '-'),
  };
}
