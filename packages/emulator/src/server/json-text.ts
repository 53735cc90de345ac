import { randomUUID } from 'node:crypto';

/** Before Node.js 21, JSON knows neither the text of a number that is read nor one that is written as it is. */
const mark = randomUUID();

/** A number that JSON shows with all of its digits. */
export class LongNumber {
  readonly text: string;

  /** @param text Digits, perhaps with a sign and a point. */
  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return `${mark}${this.text}`;
  }
}

export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return text.includes(mark) ? text.replaceAll(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1') : text;
}

// A string without an end goes to the end of the text: to look for one from each quote would take its square.
const stringOrNumber = /"(?:[^"\\]|\\.)*"?|-?\d[\d.eE+-]*/g;
const digitsOfDouble = 15;

/** JSON in which the numbers that a double may not hold are strings. */
export function withLongNumbersAsText(json: string): string {
  return json.replace(stringOrNumber, (token) => {
    if (token.length <= digitsOfDouble || token.startsWith('"')) return token;
    const digits = token.replace(/e.*/i, '').replace(/\D/g, '');
    return digits.length > digitsOfDouble && isNumber(token) ? `"${token}"` : token;
  });
}

function isNumber(token: string): boolean {
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(token);
}
