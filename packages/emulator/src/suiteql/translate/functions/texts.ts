import { asDouble, asText } from '../convert.js';
import { condition, type Fragment, text } from '../fragment.js';
import { checkedLength, concatenate, nullIfEmpty } from '../text.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

export const textFunctions: Readonly<Record<string, ScalarFunction>> = {
  // SQLite's own know ASCII only.
  upper: ofText('sw_upper'),
  lower: ofText('sw_lower'),
  nls_upper: ofLanguage('sw_upper'),
  nls_lower: ofLanguage('sw_lower'),
  initcap: ofText('sw_initcap'),
  nls_initcap: ofLanguage('sw_initcap'),
  nlssort: ofLanguage('sw_nlssort'),
  soundex: ofText('sw_soundex'),
  asciistr: ofText('sw_asciistr'),
  unistr: ofText('sw_unistr'),
  compose: ofText('sw_compose'),
  decompose: ofText('sw_decompose'),
  to_multi_byte: ofText('sw_to_multi_byte'),
  to_single_byte: ofText('sw_to_single_byte'),
  concat: scalarFunction(2, (given) => concatenate(given)),
  length: lengthOf('length'),
  lengthc: lengthOf('sw_lengthc'),
  length2: lengthOf('sw_length2'),
  length4: lengthOf('length'),
  lengthb: lengthOf('octet_length'),
  vsize: lengthOf('octet_length'),
  ascii: scalarFunction(1, (given) => ({ sql: `unicode(${asText(argumentAt(given, 0))})`, kind: 'int' })),
  chr: scalarFunction(1, (given) => text(`char(${asDouble(argumentAt(given, 0))})`)),
  substr: scalarFunction([2, 3], (given) => substring(given)),
  substrb: scalarFunction([2, 3], (given) => substring(given)),
  instr: scalarFunction([2, 4], (given) => position(given)),
  replace: scalarFunction([2, 3], (given) => replace(given)),
  translate: scalarFunction(3, (given) => nullIfEmpty(`sw_translate(${texts(given)})`)),
  ltrim: trimOf('ltrim'),
  rtrim: trimOf('rtrim'),
  lpad: padOf('sw_lpad'),
  rpad: padOf('sw_rpad'),
  regexp_like: scalarFunction([2, 3], (given) => condition(`sw_regexp_like(${texts(given)})`)),
  regexp_count: scalarFunction([2, 4], (given) => ({
    sql: `sw_regexp_count(${mixed(given, [2])})`,
    kind: 'int',
  })),
  regexp_instr: scalarFunction([2, 6], (given) => ({
    sql: `sw_regexp_instr(${mixed(given, [2, 3, 4])})`,
    kind: 'int',
  })),
  regexp_substr: scalarFunction([2, 6], (given) =>
    nullIfEmpty(`sw_regexp_substr(${mixed(given, [2, 3, 5])})`),
  ),
  regexp_replace: scalarFunction([2, 6], (given) =>
    nullIfEmpty(`sw_regexp_replace(${mixed(given, [3, 4])})`),
  ),
};

function ofText(name: string): ScalarFunction {
  return scalarFunction(1, (given) => text(`${name}(${asText(argumentAt(given, 0))})`));
}

/** Of a text, and perhaps a setting such as `NLS_SORT = XTurkish`. */
function ofLanguage(name: string): ScalarFunction {
  return scalarFunction([1, 2], (given) => text(`${name}(${texts(given)})`));
}

function lengthOf(name: string): ScalarFunction {
  return scalarFunction(1, (given) => ({ sql: `${name}(${asText(argumentAt(given, 0))})`, kind: 'int' }));
}

function texts(given: readonly Fragment[]): string {
  return given.map((argument) => asText(argument)).join(', ');
}

/** Arguments of which those at some positions are numbers and the others text. */
function mixed(given: readonly Fragment[], numbers: readonly number[]): string {
  return given
    .map((argument, index) => (numbers.includes(index) ? asDouble(argument) : asText(argument)))
    .join(', ');
}

/** Oracle counts from 1, takes 0 for 1, and counts from the end when negative. */
function substring(given: readonly Fragment[]): Fragment {
  const [start, length] = [argumentAt(given, 1), given[2]];
  const source = asText(argumentAt(given, 0));
  const simple =
    typeof start.constant === 'number' && start.constant >= 0 && Number.isInteger(start.constant);
  const simpleLength = length === undefined || (typeof length.constant === 'number' && length.constant >= 1);
  if (simple && simpleLength) {
    const from = Math.max(1, Number(start.constant));
    const sql =
      length === undefined ? `substr(${source}, ${from})` : `substr(${source}, ${from}, ${length.sql})`;
    return nullIfEmpty(sql);
  }
  const rest = length === undefined ? '' : `, ${asDouble(length)}`;
  return nullIfEmpty(`sw_substr(${source}, ${asDouble(start)}${rest})`);
}

function position(given: readonly Fragment[]): Fragment {
  const name = given.length === 2 ? 'instr' : 'sw_instr';
  return { sql: `${name}(${mixed(given, [2, 3])})`, kind: 'int' };
}

/** NULL for the text to find changes nothing, NULL for the new text takes it away. */
function replace(given: readonly Fragment[]): Fragment {
  const [source, search, replacement] = given.map((argument) => asText(argument));
  const sql = `replace(${source}, ifnull(${search}, ''), ifnull(${replacement ?? 'NULL'}, ''))`;
  const { sql: checked, isLarge = false } = checkedLength(sql, given.slice(0, 1));
  return { ...nullIfEmpty(checked), isLarge };
}

function trimOf(name: string): ScalarFunction {
  return scalarFunction([1, 2], (given) => nullIfEmpty(`${name}(${texts(given)})`));
}

function padOf(name: string): ScalarFunction {
  return scalarFunction([2, 3], (given) => nullIfEmpty(`${name}(${mixed(given, [1])})`));
}
