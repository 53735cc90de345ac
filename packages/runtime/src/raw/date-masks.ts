/** The forms in which dates are asked for, so that the account's date preference does not matter. */
export const dateMasks = {
  date: 'YYYY-MM-DD',
  datetime: 'YYYY-MM-DD"T"HH24:MI:SS',
} as const;

export function isDated(kind: string): kind is keyof typeof dateMasks {
  return kind === 'date' || kind === 'datetime';
}
