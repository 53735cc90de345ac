import {
  add,
  alias,
  type Condition,
  caseOf,
  caseWhen,
  coalesce,
  concat,
  contains,
  countIf,
  desc,
  divide,
  type Expression,
  eq,
  fn,
  from,
  gt,
  isNull,
  lower,
  multiply,
  over,
  sql,
  subtract,
  sum,
  upper,
  value,
} from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, expectTypeOf, it } from 'vitest';
import { customer, employee, openShop, type Shop, type ShopClient, salesorder } from '../shop.js';

let shop: Shop;
let ns: ShopClient;

beforeAll(async () => {
  shop = await openShop();
  ns = shop.client();
});
afterAll(() => shop[Symbol.asyncDispose]());

const name = customer.companyname;
const date = salesorder.trandate;
const total = salesorder.foreigntotal;

/** Of the customer 10, 'Acme 100%'. */
const ofCustomer: readonly (readonly [string, Expression<unknown, 'customer'>, string, unknown])[] = [
  ['upper', upper(name), 'UPPER(customer.companyname)', 'ACME 100%'],
  ['lower', lower(name), 'LOWER(customer.companyname)', 'acme 100%'],
  ['initcap', fn.text.initcap(lower(name)), 'INITCAP(LOWER(customer.companyname))', 'Acme 100%'],
  ['length', fn.text.length(name), 'LENGTH(customer.companyname)', 9],
  ['ascii', fn.text.ascii(name), 'ASCII(customer.companyname)', 65],
  ['chr', fn.text.chr(65), 'CHR(65)', 'A'],
  ['soundex', fn.text.soundex(name), 'SOUNDEX(customer.companyname)', 'A250'],
  ['substr', fn.text.substr(name, 1, 4), 'SUBSTR(customer.companyname, 1, 4)', 'Acme'],
  ['substr from the end', fn.text.substr(name, -4), 'SUBSTR(customer.companyname, (-4))', '100%'],
  ['instr', fn.text.instr(name, '1'), "INSTR(customer.companyname, '1')", 6],
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
    'regexpReplace',
    fn.text.regexpReplace(name, '[0-9]', 'x'),
    "REGEXP_REPLACE(customer.companyname, '[0-9]', 'x')",
    'Acme xxx%',
  ],
  ['regexpInstr', fn.text.regexpInstr(name, '[0-9]'), "REGEXP_INSTR(customer.companyname, '[0-9]')", 6],
  ['concat', concat(name, ' #', customer.id), 'customer.companyname || ? || customer.id', 'Acme 100% #10'],
  ['lengthb', fn.encoding.lengthb(name), 'LENGTHB(customer.companyname)', 9],
  ['coalesce', coalesce(name, 'none'), 'COALESCE(customer.companyname, ?)', 'Acme 100%'],
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
  [
    'toChar',
    fn.convert.toChar(customer.datecreated, 'DD.MM.YYYY'),
    "TO_CHAR(customer.datecreated, 'DD.MM.YYYY')",
    '31.01.2026',
  ],
  [
    'toNumber',
    fn.convert.toNumber(fn.text.substr(name, 6, 3)),
    'TO_NUMBER(SUBSTR(customer.companyname, 6, 3))',
    100,
  ],
  [
    'toDate',
    fn.convert.toDate(value('2026-05-06')),
    "TO_CHAR(TO_DATE(?, 'YYYY-MM-DD'), 'YYYY-MM-DD')",
    '2026-05-06',
  ],
  [
    'dayOf',
    fn.convert.dayOf(customer.datecreated),
    "TO_CHAR(TRUNC(customer.datecreated), 'YYYY-MM-DD')",
    '2026-01-31',
  ],
  ['extract', fn.date.extract('hour', customer.datecreated), 'EXTRACT(HOUR FROM customer.datecreated)', 9],
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
  ['display', fn.builtin.df(customer.salesrep), 'BUILTIN.DF(customer.salesrep)', 'Bo'],
];

/** Of the order 100: 2026-01-01, 10.50. */
const ofOrder: readonly (readonly [string, Expression<unknown, 'transaction'>, string, unknown])[] = [
  ['add', add(total, 1), 'transaction.foreigntotal + 1', 11.5],
  ['precedence', multiply(add(total, 1), 2), '(transaction.foreigntotal + 1) * 2', 23],
  ['a chain', subtract(subtract(total, 1), 2), 'transaction.foreigntotal - 1 - 2', 7.5],
  [
    'a chain from the right',
    subtract(total, subtract(total, 2)),
    'transaction.foreigntotal - (transaction.foreigntotal - 2)',
    2,
  ],
  ['divide', divide(1, total), '1 / transaction.foreigntotal', 1 / 10.5],
  ['a negative number', multiply(total, -1), 'transaction.foreigntotal * (-1)', -10.5],
  ['round', fn.number.round(total), 'ROUND(transaction.foreigntotal)', 11],
  ['trunc', fn.number.trunc(total, -1), 'TRUNC(transaction.foreigntotal, (-1))', 10],
  ['abs', fn.number.abs(total), 'ABS(transaction.foreigntotal)', 10.5],
  ['ceil', fn.number.ceil(total), 'CEIL(transaction.foreigntotal)', 11],
  ['floor', fn.number.floor(total), 'FLOOR(transaction.foreigntotal)', 10],
  ['sign', fn.number.sign(total), 'SIGN(transaction.foreigntotal)', 1],
  ['mod', fn.number.mod(total, 4), 'MOD(transaction.foreigntotal, 4)', 2.5],
  ['power', fn.number.power(total, 2), 'POWER(transaction.foreigntotal, 2)', 110.25],
  ['sqrt', fn.number.sqrt(fn.number.power(total, 2)), 'SQRT(POWER(transaction.foreigntotal, 2))', 10.5],
  [
    'bitand',
    fn.number.bitand(salesorder.id as unknown as Expression<number, 'transaction'>, 6),
    'BITAND(transaction.id, 6)',
    4,
  ],
  [
    'widthBucket',
    fn.number.widthBucket(total, 0, 20, 4),
    'WIDTH_BUCKET(transaction.foreigntotal, 0, 20, 4)',
    3,
  ],
  [
    'date trunc',
    fn.date.trunc(date, 'quarter'),
    "TO_CHAR(TRUNC(transaction.trandate, 'Q'), 'YYYY-MM-DD')",
    '2026-01-01',
  ],
  ['addDays', fn.date.addDays(date, -1), "TO_CHAR(transaction.trandate + (-1), 'YYYY-MM-DD')", '2025-12-31'],
  [
    'daysBetween',
    fn.date.daysBetween(value('2026-01-11', 'date'), date),
    "TO_DATE(?, 'YYYY-MM-DD') - transaction.trandate",
    10,
  ],
  [
    'addMonths',
    fn.date.addMonths(date, 1),
    "TO_CHAR(ADD_MONTHS(transaction.trandate, 1), 'YYYY-MM-DD')",
    '2026-02-01',
  ],
  [
    'monthsBetween',
    fn.date.monthsBetween(date, date),
    'MONTHS_BETWEEN(transaction.trandate, transaction.trandate)',
    0,
  ],
  ['lastDay', fn.date.lastDay(date), "TO_CHAR(LAST_DAY(transaction.trandate), 'YYYY-MM-DD')", '2026-01-31'],
  [
    'nextDay',
    fn.date.nextDay(date, 'monday'),
    "TO_CHAR(NEXT_DAY(transaction.trandate, 'MONDAY'), 'YYYY-MM-DD')",
    '2026-01-05',
  ],
  ['extract', fn.date.extract('year', date), 'EXTRACT(YEAR FROM transaction.trandate)', 2026],
];

describe('functions', () => {
  it.each(ofCustomer)('%s', async (_name, expression, text, wanted) => {
    const query = from(customer).where(eq(customer.id, 10)).select({ expression });

    expect(ns.$toSuiteQL(query).text).toBe(`SELECT ${text} AS c0 FROM customer WHERE customer.id = ?`);
    expect(await ns.$first(query)).toEqual({ expression: wanted });
  });

  it.each(ofOrder)('%s', async (_name, expression, text, wanted) => {
    const query = from(salesorder).where(eq(salesorder.id, 100)).select({ expression });

    expect(ns.$toSuiteQL(query).text).toContain(`SELECT ${text} AS c0 FROM transaction`);
    const row = await ns.$first(query);
    if (typeof wanted === 'number') expect(row?.expression).toBeCloseTo(wanted, 6);
    else expect(row).toEqual({ expression: wanted });
  });

  it('give the day and the moment of now', async () => {
    const query = from(employee).select({ now: fn.date.now(), today: fn.date.today() });
    const row = await ns.$first(query);
    expect(row?.now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
    expect(row?.now.slice(0, 10)).toBe(row?.today);
  });

  it('keep what they know of null', () => {
    const both = { id: customer.id, name, rep: customer.salesrep };
    expectTypeOf(upper(both.id)).toEqualTypeOf<Expression<string, 'customer', 'customer'>>();
    expectTypeOf(upper(both.name)).toEqualTypeOf<Expression<string | null, 'customer', 'customer'>>();
    expectTypeOf(coalesce(name, 'x')).toEqualTypeOf<Expression<string, 'customer', never>>();
    expectTypeOf(concat('#', name)).toEqualTypeOf<Expression<string, 'customer', never>>();
    expectTypeOf(concat(name, name)).toEqualTypeOf<Expression<string | null, 'customer', 'customer'>>();
    expectTypeOf(add(1, 2)).toEqualTypeOf<Expression<number, never, never>>();
    expectTypeOf(caseWhen(isNull(name), 'a').else('b')).toEqualTypeOf<
      Expression<string, 'customer', never>
    >();
    expectTypeOf(countIf(isNull(name))).toEqualTypeOf<Expression<number, 'customer', never>>();
  });

  it('conditions of one’s own text stand among others', async () => {
    const either: Condition = sql.condition(sql`${customer.id} = ${10} OR ${customer.id} = ${12}`);
    const query = from(customer).where(either).where(contains(name, 'A')).select({ id: customer.id });

    expect(ns.$toSuiteQL(query).text).toContain(
      'WHERE (customer.id = ? OR customer.id = ?) AND customer.companyname LIKE ?',
    );
    expect(await ns.$all(query)).toEqual([{ id: '10' }]);
  });

  it('count the rows for which something holds', async () => {
    const query = from(customer).select({
      all: fn.aggregate.count(),
      reps: countIf(gt(customer.salesrep, '1')),
    });

    expect(ns.$toSuiteQL(query).text).toContain('COUNT(CASE WHEN customer.salesrep > ? THEN 1 END) AS c1');
    expect(await ns.$first(query)).toEqual({ all: 3, reps: 1 });
  });

  it('median and its kin look at groups', async () => {
    const query = from(salesorder).select({
      median: fn.aggregate.median(total),
      about: fn.aggregate.approxCountDistinct(date),
      covariance: fn.aggregate.covarPop(total, total),
    });
    expect(await ns.$first(query)).toEqual({ median: 5.4, about: 2, covariance: 26.01 });
  });

  it('refuse to compare or compute what does not go together', () => {
    // @ts-expect-error: a text and a number
    expect(() => from(customer).where(eq(name, add(1, 1)))).toThrow(
      'customer.companyname = an expression compares text with num.',
    );
    expect(() => eq(salesorder.trandate, salesorder.tranid)).toThrow(
      'transaction.trandate = transaction.tranid compares date with text. Convert one side',
    );
    // @ts-expect-error: the sum of a text
    sum(salesorder.tranid);
    // @ts-expect-error: a date in arithmetic
    expect(() => add(salesorder.trandate, 1)).toThrow('see fn.date.addDays');
    // @ts-expect-error: a branch of another kind
    caseWhen(isNull(name), 'text').else(1);
    // @ts-expect-error: a fallback of another kind
    coalesce(name, 1);
    // @ts-expect-error: a window function without OVER
    expect(() => from(customer).select({ row: fn.window.rowNumber() })).toThrow(
      "select: 'row.call.type' is a string",
    );
  });
});

describe('window functions', () => {
  it('number, rank and sum up over parts and frames', async () => {
    const byDay = { partitionBy: salesorder.entity, orderBy: [desc(date), salesorder.id] };
    const query = from(salesorder)
      .orderBy(salesorder.id)
      .select({
        id: salesorder.id,
        place: over(fn.window.rowNumber(), byDay),
        before: over(fn.window.lag(salesorder.tranid), { orderBy: salesorder.id }),
        next: over(fn.window.lead(salesorder.tranid, 1, 'none'), { orderBy: salesorder.id }),
        running: over(sum(total), { orderBy: salesorder.id, rows: ['start', 0] }),
        rank: over(fn.window.denseRank(), { orderBy: date }),
        all: over(fn.aggregate.count()),
      });

    const { text } = ns.$toSuiteQL(query);
    expect(text).toContain(
      'ROW_NUMBER() OVER (PARTITION BY transaction.entity ORDER BY transaction.trandate DESC, transaction.id) AS c1',
    );
    expect(text).toContain('LEAD(transaction.tranid, 1, ?) OVER (ORDER BY transaction.id) AS c3');
    expect(text).toContain(
      'SUM(transaction.foreigntotal) OVER (ORDER BY transaction.id ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS c4',
    );
    expect(text).toContain('COUNT(*) OVER () AS c6');
    expect(await ns.$all(query)).toEqual([
      { id: '100', place: 2, before: null, next: 'SO2', running: 10.5, rank: 1, all: 3 },
      { id: '101', place: 1, before: 'SO1', next: 'SO3', running: 10.8, rank: 2, all: 3 },
      { id: '102', place: 1, before: 'SO2', next: 'none', running: 10.8, rank: 2, all: 3 },
    ]);
  });

  it('know all others, and frames around the row', async () => {
    const ordered = { orderBy: employee.id };
    const query = from(employee)
      .orderBy(employee.id)
      .select({
        rank: over(fn.window.rank(), ordered),
        part: over(fn.window.percentRank(), ordered),
        share: over(fn.window.cumeDist(), ordered),
        half: over(fn.window.ntile(2), ordered),
        first: over(fn.window.firstValue(employee.entityid), { ...ordered, rows: ['start', 'end'] }),
        last: over(fn.window.lastValue(employee.entityid), { ...ordered, rows: ['start', 'end'] }),
        second: over(fn.window.nthValue(employee.entityid, 2), { ...ordered, rows: [-1, 1] }),
      });

    expect(ns.$toSuiteQL(query).text).toContain('ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING');
    expect(await ns.$all(query)).toEqual([
      { rank: 1, part: 0, share: 0.5, half: 1, first: 'Ada', last: 'Bo', second: 'Bo' },
      { rank: 2, part: 1, share: 1, half: 2, first: 'Ada', last: 'Bo', second: 'Bo' },
    ]);
  });

  it('refuse what is no window', () => {
    const boss = alias(employee, 'boss');
    expect(() => over(boss.id)).toThrow('over() takes an aggregate or one of fn.window');
    expect(() => over(sum(total), { rows: ['start', 0] })).toThrow('a frame needs orderBy');
    expect(() => over(sum(total), { orderBy: date, rows: [2, 1] })).toThrow('ends before it begins');
  });
});
