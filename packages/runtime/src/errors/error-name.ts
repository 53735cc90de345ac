/** What a failure is called where only its kind is told: its name, never its message. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
