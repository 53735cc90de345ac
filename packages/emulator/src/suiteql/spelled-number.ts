const small = [
  'Zero',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
  'Eleven',
  'Twelve',
  'Thirteen',
  'Fourteen',
  'Fifteen',
  'Sixteen',
  'Seventeen',
  'Eighteen',
  'Nineteen',
];
const tens = ['', '', 'Twenty', 'Thirty', 'Forty', 'Fifty', 'Sixty', 'Seventy', 'Eighty', 'Ninety'];
const scales: readonly (readonly [value: number, word: string])[] = [
  [1_000_000, 'Million'],
  [1000, 'Thousand'],
  [100, 'Hundred'],
];

/** A whole number from 0 to 999,999,999 in English words: `Twenty-One`. */
export function spelledNumber(value: number): string {
  for (const [size, word] of scales) {
    if (value < size) continue;
    const rest = value % size;
    return `${spelledNumber(Math.floor(value / size))} ${word}${rest === 0 ? '' : ` ${spelledNumber(rest)}`}`;
  }
  if (value < small.length) return small[value] ?? '';
  const ones = value % 10;
  return `${tens[Math.floor(value / 10)] ?? ''}${ones === 0 ? '' : `-${small[ones] ?? ''}`}`;
}

const ordinals: Readonly<Record<string, string>> = {
  Zero: 'Zeroeth',
  One: 'First',
  Two: 'Second',
  Three: 'Third',
  Five: 'Fifth',
  Eight: 'Eighth',
  Nine: 'Ninth',
  Twelve: 'Twelfth',
};

/** The ordinal in words: `Twenty-First`. */
export function spelledOrdinal(value: number): string {
  return spelledNumber(value).replace(
    /\w+$/,
    (last) => ordinals[last] ?? (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`),
  );
}

/** What makes digits an ordinal: `st`, `nd`, `rd` or `th`. */
export function ordinalEnding(value: number): string {
  if (Math.floor((value % 100) / 10) === 1) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}

/**
 * A year as one says it: `Nineteen Ninety-Nine`, `Two Thousand Six`, `Twenty Ten`.
 *
 * Assumed: how Oracle spells the first years of a century (`Nineteen Oh-Five`), of which its reference has no example.
 */
export function spelledYear(year: number): string {
  const [century, rest] = [Math.floor(year / 100), year % 100];
  if (century === 0 || (century % 10 === 0 && rest < 10)) return spelledNumber(year);
  if (rest === 0) return `${spelledNumber(century)} Hundred`;
  return `${spelledNumber(century)} ${rest < 10 ? 'Oh-' : ''}${spelledNumber(rest)}`;
}
