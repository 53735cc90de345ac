import { InvalidArgumentError } from 'commander';
import { isZoneName } from './time-zone-name.js';

/** Parses an option's value as a whole number within bounds. */
export function wholeNumber(bounds: {
  readonly from: number;
  readonly to: number;
}): (text: string) => number {
  return (text) => {
    const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    if (value >= bounds.from && value <= bounds.to) return value;
    throw new InvalidArgumentError(`Give a whole number from ${bounds.from} to ${bounds.to}.`);
  };
}

/** Parses an option's value as a path. */
export function path(text: string): string {
  if (text.trim() !== '' && !text.includes('\0')) return text;
  throw new InvalidArgumentError('Give a path.');
}

/** Parses an option's value as names parted by commas; the option may be repeated. */
export function names(text: string, before: readonly string[] = []): readonly string[] {
  const given = text
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (given.length > 0) return [...before, ...given];
  throw new InvalidArgumentError('Give names, parted by commas.');
}

/** Parses an option's value as a redirect URI. */
export function redirectAddress(text: string): string {
  if (URL.canParse(text) && new URL(text).hash === '') return text;
  throw new InvalidArgumentError('Give an address such as https://127.0.0.1:8910/callback.');
}

/** Parses an option's value as a day. */
export function day(text: string): string {
  if (/^\d{4}-\d\d-\d\d$/.test(text) && isDay(text)) return text;
  throw new InvalidArgumentError('Give a day as YYYY-MM-DD, such as 2026-06-30.');
}

/** Not 30 February, which Date takes for a day in March. */
function isDay(text: string): boolean {
  const parsed = Date.parse(text);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}

/** Parses an option's value as the name of a time zone. */
export function zone(text: string): string {
  if (isZoneName(text)) return text;
  throw new InvalidArgumentError('There is no such time zone. Give its IANA name, such as America/New_York.');
}
