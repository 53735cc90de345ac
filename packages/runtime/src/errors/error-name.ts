import { clip } from './clip.js';

/** What a failure is called where only its kind is told: its name, never its message. */
export function errorName(error: unknown): string {
  return error instanceof Error ? clip(String(error.name), 100) : 'unknown';
}
