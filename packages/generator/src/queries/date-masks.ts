/** Dates are asked for in these forms, which the runtime decodes; the account's own form does not matter then. */
export const dateMasks = {
  date: 'YYYY-MM-DD',
  datetime: 'YYYY-MM-DD"T"HH24:MI:SS',
} as const;

export function isDated(kind: string): kind is keyof typeof dateMasks {
  return kind === 'date' || kind === 'datetime';
}
