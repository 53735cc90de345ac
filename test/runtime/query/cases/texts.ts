import { value } from '@suitewright/runtime';
import { customer } from '../../shop.js';
import type { RowCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const name = customer.companyname;

export const textCases: readonly RowCase[] = [
  ['upper', fn.text.upper(name), 'UPPER(customer.companyname)', 'ACME 100%'],
  ['lower', fn.text.lower(name), 'LOWER(customer.companyname)', 'acme 100%'],
  ['initcap', fn.text.initcap(fn.text.lower(name)), 'INITCAP(LOWER(customer.companyname))', 'Acme 100%'],
  ['length', fn.text.length(name), 'LENGTH(customer.companyname)', 9],
  ['ascii', fn.text.ascii(name), 'ASCII(customer.companyname)', 65],
  ['chr', fn.text.chr(65), 'CHR(65)', 'A'],
  ['soundex', fn.text.soundex(name), 'SOUNDEX(customer.companyname)', 'A250'],
  ['substr', fn.text.substr(name, 1, 4), 'SUBSTR(customer.companyname, 1, 4)', 'Acme'],
  ['substr from the end', fn.text.substr(name, -4), 'SUBSTR(customer.companyname, (-4))', '100%'],
  ['instr', fn.text.instr(name, '1'), "INSTR(customer.companyname, '1')", 6],
  ['instr of the second', fn.text.instr(name, '0', 1, 2), "INSTR(customer.companyname, '0', 1, 2)", 8],
  ['replace', fn.text.replace(name, "'", '"'), `REPLACE(customer.companyname, '''', '"')`, 'Acme 100%'],
  [
    'translate',
    fn.text.translate(name, 'A1', 'B2'),
    "TRANSLATE(customer.companyname, 'A1', 'B2')",
    'Bcme 200%',
  ],
  ['lpad', fn.text.lpad(customer.id, 4, '0'), "LPAD(customer.id, 4, '0')", '0010'],
  ['rpad', fn.text.rpad(customer.id, 4, '.'), "RPAD(customer.id, 4, '.')", '10..'],
  ['ltrim', fn.text.ltrim(name, 'A'), "LTRIM(customer.companyname, 'A')", 'cme 100%'],
  ['rtrim', fn.text.rtrim(name, '%'), "RTRIM(customer.companyname, '%')", 'Acme 100'],
  ['trim', fn.text.trim(name), 'LTRIM(RTRIM(customer.companyname))', 'Acme 100%'],
  [
    'regexpSubstr',
    fn.text.regexpSubstr(name, '[0-9]+'),
    "REGEXP_SUBSTR(customer.companyname, '[0-9]+')",
    '100',
  ],
  [
    'regexpSubstr in any letter case',
    fn.text.regexpSubstr(name, 'ACME', 1, 1, 'i'),
    "REGEXP_SUBSTR(customer.companyname, 'ACME', 1, 1, 'i')",
    'Acme',
  ],
  [
    'regexpReplace',
    fn.text.regexpReplace(name, '[0-9]', 'x'),
    "REGEXP_REPLACE(customer.companyname, '[0-9]', 'x')",
    'Acme xxx%',
  ],
  ['regexpInstr', fn.text.regexpInstr(name, '[0-9]'), "REGEXP_INSTR(customer.companyname, '[0-9]')", 6],
  [
    'concat',
    fn.text.concat(name, ' #', customer.id),
    'customer.companyname || ? || customer.id',
    'Acme 100% #10',
  ],
  ['asciistr', fn.encoding.asciistr(value('Zoë')), 'ASCIISTR(?)', 'Zo\\00EB'],
  ['unistr', fn.encoding.unistr(value('Zo\\00EB')), 'UNISTR(?)', 'Zoë'],
  ['compose', fn.encoding.compose(value('e\u0301')), 'COMPOSE(?)', '\u00e9'],
  ['decompose', fn.encoding.decompose(value('\u00e9')), 'DECOMPOSE(?)', 'e\u0301'],
  ['toMultiByte', fn.encoding.toMultiByte(value('A1')), 'TO_MULTI_BYTE(?)', '\uff21\uff11'],
  ['toSingleByte', fn.encoding.toSingleByte(value('\uff21\uff11')), 'TO_SINGLE_BYTE(?)', 'A1'],
  ['lengthb', fn.encoding.lengthb(value('é😀')), 'LENGTHB(?)', 6],
  ['lengthc', fn.encoding.lengthc(value('e\u0301😀')), 'LENGTHC(?)', 2],
  ['length2', fn.encoding.length2(value('é😀')), 'LENGTH2(?)', 3],
  ['length4', fn.encoding.length4(value('é😀')), 'LENGTH4(?)', 2],
  ['vsize', fn.encoding.vsize(value('é')), 'VSIZE(?)', 2],
  ['nlsUpper', fn.encoding.nlsUpper(name), 'NLS_UPPER(customer.companyname)', 'ACME 100%'],
  [
    'nlsUpper of a language',
    fn.encoding.nlsUpper(value('i'), 'NLS_SORT = XTurkish'),
    "NLS_UPPER(?, 'NLS_SORT = XTurkish')",
    'İ',
  ],
  [
    'nlsLower',
    fn.encoding.nlsLower(value('I'), 'NLS_SORT = XTurkish'),
    "NLS_LOWER(?, 'NLS_SORT = XTurkish')",
    'ı',
  ],
  ['nlsInitcap', fn.encoding.nlsInitcap(value('étude en ut')), 'NLS_INITCAP(?)', 'Étude En Ut'],
  [
    'nlssort',
    fn.encoding.nlssort(value('aB'), 'NLS_SORT = BINARY_CI'),
    "NLSSORT(?, 'NLS_SORT = BINARY_CI')",
    '616200',
  ],
];
