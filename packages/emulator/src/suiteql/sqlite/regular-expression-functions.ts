import type { SqliteFunctions } from './sqlite-function.js';
import { refuseLonger, varcharMaximumBytes } from './text-functions.js';

const compiled = new Map<string, RegExp>();
const compiledKept = 200;

const characterClasses: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  blank: ' \\t',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: 'A-Fa-f0-9',
  cntrl: '\\x00-\\x1f\\x7f',
  print: '\\x20-\\x7e',
  graph: '\\x21-\\x7e',
};

/** Oracle's pattern as JavaScript's. They agree but for POSIX classes and the matching parameter. */
function pattern(source: string, parameter: string): RegExp {
  const key = `${parameter}\n${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  let flags = 'g';
  if (parameter.includes('i')) flags += 'i';
  if (parameter.includes('n')) flags += 's';
  if (parameter.includes('m')) flags += 'm';
  const translated = source.replace(/\[:(\w+):\]/g, (whole, name: string) => characterClasses[name] ?? whole);
  let expression: RegExp;
  try {
    expression = new RegExp(translated, flags);
  } catch {
    throw new RangeError(`'${source}' is no regular expression.`);
  }
  if (compiled.size >= compiledKept) compiled.clear();
  compiled.set(key, expression);
  return expression;
}

interface Search {
  readonly text: string;
  readonly expression: RegExp;
  /** From 1. */
  readonly start: number;
}

function matches({ text, expression, start }: Search): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = Math.max(0, start - 1);
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex++;
  }
  return found;
}

export const regularExpressionSqliteFunctions: SqliteFunctions = {
  sw_regexp_like: (text, source, parameter = '') => {
    const expression = pattern(String(source), String(parameter));
    expression.lastIndex = 0;
    return expression.test(String(text)) ? 1 : 0;
  },
  sw_regexp_count: (text, source, start = 1, parameter = '') =>
    matches({
      text: String(text),
      expression: pattern(String(source), String(parameter)),
      start: Number(start),
    }).length,
  sw_regexp_instr: (text, source, start = 1, occurrence = 1, end = 0, parameter = '') => {
    const search = {
      text: String(text),
      expression: pattern(String(source), String(parameter)),
      start: Number(start),
    };
    const match = matches(search)[Number(occurrence) - 1];
    if (match === undefined) return 0;
    return match.index + 1 + (Number(end) === 1 ? match[0].length : 0);
  },
  sw_regexp_substr: (text, source, start = 1, occurrence = 1, parameter = '', group = 0) => {
    const search = {
      text: String(text),
      expression: pattern(String(source), String(parameter)),
      start: Number(start),
    };
    return matches(search)[Number(occurrence) - 1]?.[Number(group)] ?? null;
  },
  sw_regexp_replace: (text, source, replacement = '', start = 1, occurrence = 0, parameter = '') => {
    const whole = String(text);
    const search = {
      text: whole,
      expression: pattern(String(source), String(parameter)),
      start: Number(start),
    };
    const isLarge = Buffer.byteLength(whole) > varcharMaximumBytes;
    let result = '';
    let at = 0;
    matches(search).forEach((match, index) => {
      if (Number(occurrence) !== 0 && index !== Number(occurrence) - 1) return;
      const inserted = String(replacement).replace(
        /\\([1-9])/g,
        (_, group: string) => match[Number(group)] ?? '',
      );
      result += whole.slice(at, match.index) + inserted;
      if (!isLarge && result.length > varcharMaximumBytes) refuseLonger(result);
      at = match.index + match[0].length;
    });
    result += whole.slice(at);
    return isLarge ? result : refuseLonger(result);
  },
};
