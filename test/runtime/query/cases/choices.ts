import { caseOf, caseWhen, eq, isNull, sql, value } from '@suitewright/runtime';
import { customer, salesorder } from '../../shop.js';
import { Refusal, type RowCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const name = customer.companyname;

export const choiceCases: readonly RowCase[] = [
  ['coalesce', fn.choice.coalesce(name, 'none'), 'COALESCE(customer.companyname, ?)', 'Acme 100%'],
  ['nvl', fn.choice.nvl(customer.salesrep, 0), 'NVL(customer.salesrep, 0)', '2'],
  [
    'nvl2',
    fn.choice.nvl2(customer.salesrep, name, 'x'),
    'NVL2(customer.salesrep, customer.companyname, ?)',
    'Acme 100%',
  ],
  ['nullif', fn.choice.nullif(name, 'Acme 100%'), 'NULLIF(customer.companyname, ?)', null],
  [
    'decode',
    fn.choice.decode(
      customer.salesrep,
      [
        ['1', 'one'],
        ['2', 'two'],
        [null, 'none'],
      ],
      'many',
    ),
    'DECODE(customer.salesrep, 1, ?, 2, ?, NULL, ?, ?)',
    'two',
  ],
  ['greatest', fn.choice.greatest(name, 'B'), 'GREATEST(customer.companyname, ?)', 'B'],
  ['least', fn.choice.least(name, 'B'), 'LEAST(customer.companyname, ?)', 'Acme 100%'],
  [
    'caseWhen',
    caseWhen(isNull(customer.salesrep), 'nobody').when(eq(customer.salesrep, 1), 'Ada').else('other'),
    'CASE WHEN customer.salesrep IS NULL THEN ? WHEN customer.salesrep = ? THEN ? ELSE ? END',
    'other',
  ],
  [
    'caseWhen without else',
    caseWhen(isNull(name), 1),
    'CASE WHEN customer.companyname IS NULL THEN 1 END',
    null,
  ],
  [
    'caseOf',
    caseOf(customer.salesrep).when(1, 'Ada').when('2', name),
    'CASE customer.salesrep WHEN 1 THEN ? WHEN 2 THEN customer.companyname END',
    'Acme 100%',
  ],
];

export const conversionCases: readonly RowCase[] = [
  [
    'toChar',
    fn.convert.toChar(customer.datecreated, 'DD.MM.YYYY'),
    "TO_CHAR(customer.datecreated, 'DD.MM.YYYY')",
    '31.01.2026',
  ],
  [
    'toNchar',
    fn.convert.toNchar(salesorder.foreigntotal, 'FM990.00'),
    "TO_NCHAR(transaction.foreigntotal, 'FM990.00')",
    '10.50',
  ],
  ['toClob', fn.convert.toClob(name), 'TO_CLOB(customer.companyname)', 'Acme 100%'],
  ['toNclob', fn.convert.toNclob(name), 'TO_NCLOB(customer.companyname)', 'Acme 100%'],
  [
    'toNumber',
    fn.convert.toNumber(fn.text.substr(name, 6, 3)),
    'TO_NUMBER(SUBSTR(customer.companyname, 6, 3))',
    100,
  ],
  [
    'toBinaryDouble',
    fn.convert.toBinaryDouble(salesorder.foreigntotal),
    'TO_BINARY_DOUBLE(transaction.foreigntotal)',
    10.5,
  ],
  [
    'toBinaryFloat',
    fn.convert.toBinaryFloat(salesorder.foreigntotal),
    'TO_BINARY_FLOAT(transaction.foreigntotal)',
    10.5,
  ],
  [
    'toDate',
    fn.convert.toDate(value('2026-05-06')),
    "TO_CHAR(TO_DATE(?, 'YYYY-MM-DD'), 'YYYY-MM-DD')",
    '2026-05-06',
  ],
  [
    'toTimestamp',
    fn.convert.toTimestamp(value('2026-05-06T07:08:09')),
    `TO_CHAR(TO_TIMESTAMP(?, 'YYYY-MM-DD"T"HH24:MI:SS'), 'YYYY-MM-DD"T"HH24:MI:SS')`,
    '2026-05-06T07:08:09',
  ],
  [
    'toTimestampTz',
    fn.convert.toTimestampTz(value('06.05.2026 07:08'), 'DD.MM.YYYY HH24:MI'),
    `TO_CHAR(TO_TIMESTAMP_TZ(?, 'DD.MM.YYYY HH24:MI'), 'YYYY-MM-DD"T"HH24:MI:SS')`,
    '2026-05-06T07:08:00',
  ],
  [
    'dayOf',
    fn.convert.dayOf(customer.datecreated),
    "TO_CHAR(TRUNC(customer.datecreated), 'YYYY-MM-DD')",
    '2026-01-31',
  ],
  [
    'chartorowid',
    fn.convert.chartorowid(name),
    'CHARTOROWID(customer.companyname)',
    new Refusal('CHARTOROWID is not emulated: rows have no ROWID here.'),
  ],
  ['oraHash', fn.convert.oraHash(name, 9), 'ORA_HASH(customer.companyname, 9)', 2],
  [
    'a date value',
    value('2026-05-06', 'date'),
    "TO_CHAR(TO_DATE(?, 'YYYY-MM-DD'), 'YYYY-MM-DD')",
    '2026-05-06',
  ],
  ['a number value', value(1.5), '1.5', 1.5],
  ['a boolean value', value(true), '?', true],
  ['NULL', value(null, 'date'), "TO_CHAR(NULL, 'YYYY-MM-DD')", null],
  [
    'text of one’s own',
    sql.expression(sql`LENGTH(${name}) + ${1}`, 'int'),
    '(LENGTH(customer.companyname) + ?)',
    10,
  ],
];
