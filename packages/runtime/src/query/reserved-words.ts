import { showValue } from '../show-value.js';

/**
 * Words that Oracle or SuiteQL read as something else than a name. None of them may be an alias.
 *
 * @see Oracle Database SQL Language Reference, "Oracle SQL Reserved Words"
 */
const RESERVED_WORDS: ReadonlySet<string> = new Set(
  [
    'access add all alter and any as asc audit between by case char check cluster column comment compress',
    'connect create cross current date decimal default delete desc distinct drop else end except exclusive',
    'exists fetch file float for from full grant group having identified immediate in increment index initial',
    'inner insert integer intersect into is join left level like limit lock long maxextents minus mode modify',
    'natural noaudit nocompress not nowait null number of offline offset on online option or order outer over',
    'pctfree prior public raw rename resource revoke right row rowid rownum rows select session set share size',
    'smallint start successful synonym sysdate systimestamp table then to top trigger uid union unique update',
    'user using validate values varchar varchar2 view when whenever where with',
  ]
    .join(' ')
    .split(' '),
);

const ALIAS = /^[a-z][a-z0-9_]{0,29}$/i;

/** Whether a name can stand as an alias: 30 characters at most, as Oracle has had it before 12.2, and no reserved word. */
export function isAlias(name: string): boolean {
  return ALIAS.test(name) && !RESERVED_WORDS.has(name.toLowerCase());
}

/** @throws {TypeError} The name cannot be an alias. */
export function checkedAlias(name: string): string {
  if (typeof name === 'string' && isAlias(name)) return name;
  const problem =
    typeof name === 'string' && ALIAS.test(name)
      ? 'it is a reserved word'
      : 'use a letter, then up to 29 letters, digits or underscores';
  throw new TypeError(`${showValue(name)} cannot be an alias: ${problem}.`);
}
