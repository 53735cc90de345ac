import { alias, caseOf, caseWhen, eq, fn, from, upper } from '@suitewright/runtime';
import { describe, expect, it } from 'vitest';
import { customer, openShop } from '../shop.js';

const c = alias(customer, 'c');
const name = c.companyname;
const isFirst = eq(c.id, '10');

/** The required arguments of the functions that take more, fewer or others than columns. */
const required: Readonly<Record<string, readonly unknown[]>> = {
  'aggregate.count': [],
  'aggregate.countIf': [isFirst],
  ...Object.fromEntries(['sum', 'avg', 'min', 'max', 'median'].map((of) => [`aggregate.${of}`, [c.id]])),
  'builtin.consolidate': [c.id, { subsidiary: 1, period: 2 }],
  'builtin.currencyConvert': [c.id],
  'builtin.hierarchy': [c.id, 'DISPLAY'],
  'builtin.mnfilter': [c.id, 'MN_INCLUDE', ['1']],
  'builtin.inNamedGroup': [c.id, 'employee', 'me'],
  'builtin.period': ['LP', 'START', 'ALL', '='],
  'builtin.relativeRange': ['TM', 'START'],
  'choice.coalesce': [name, 'none'],
  'choice.decode': [name, [['a', 'b']]],
  'choice.greatest': [name, 'a'],
  'choice.least': [name, 'a'],
  ...Object.fromEntries(['toChar', 'toNchar', 'toNumber', 'oraHash'].map((of) => [`convert.${of}`, [name]])),
  'date.extract': ['year', c.datecreated],
  'date.nextDay': [c.datecreated, 'monday'],
  'date.newTime': [c.datecreated, 'PST', 'EST'],
  ...Object.fromEntries(
    ['nlsUpper', 'nlsLower', 'nlsInitcap', 'nlssort'].map((of) => [`encoding.${of}`, [name]]),
  ),
  'number.round': [c.id],
  'number.trunc': [c.id],
  'text.concat': [name, name],
  'text.ltrim': [name],
  'text.rtrim': [name],
  'text.lpad': [name, 3],
  'text.rpad': [name, 3],
  'text.substr': [name, 1],
  'text.instr': [name, 'a'],
  'text.replace': [name, 'a', 'b'],
  'text.regexpSubstr': [name, 'a'],
  'text.regexpReplace': [name, 'a', 'b'],
  'text.regexpInstr': [name, 'a'],
  'window.over': [fn.window.rowNumber()],
  'window.nthValue': [name, 1],
  'window.ntile': [4],
};

const functions = Object.entries(fn).flatMap(([group, members]) =>
  Object.entries(members as Readonly<Record<string, (...args: readonly unknown[]) => unknown>>).map(
    ([member, of]) => [`${group}.${member}`, of] as const,
  ),
);

describe('an argument that is undefined', () => {
  it.each(functions)('is refused where %s needs it', (title, of) => {
    const args = required[title] ?? Array.from({ length: of.length }, () => c.id);
    expect(() => of(...args)).not.toThrow();
    for (const index of args.keys()) {
      expect(() => of(...args.with(index, undefined)), `argument ${index + 1}`).toThrow(
        expect.objectContaining({
          name: 'TypeError',
          message: expect.stringMatching(
            /^[A-Za-z_0-9.]+(\(\))?:? .*undefined|^(mnfilter\(\) asks for no value|decode\(\): give its choices)/,
          ),
        }),
      );
    }
  });

  it.each<[string, () => unknown]>([
    ['LOWER: argument 1 is undefined. Give an expression', () => fn.text.lower(undefined as never)],
    ['BUILTIN.DF: argument 1 is undefined', () => fn.builtin.df(undefined as never)],
    ['SUBSTR: argument 2 is undefined', () => fn.text.substr(name, undefined as never)],
    ['INSTR: argument 3 is undefined', () => fn.text.instr(name, 'a', undefined as never, 2)],
    ['REPLACE: argument 3 is undefined', () => fn.text.replace(name, 'a', undefined as never)],
    ['add(): argument 2 is undefined', () => fn.arithmetic.add(1, undefined as never)],
    ['concat(): argument 2 is undefined', () => fn.text.concat('a', undefined as never)],
    ['COALESCE: argument 3 is undefined', () => fn.choice.coalesce(name, 'a', undefined as never)],
    ['decode(): result 1 is undefined', () => fn.choice.decode(name, [['a', undefined as never]])],
    [
      'consolidate(): period is undefined',
      () => fn.builtin.consolidate(c.id as never, { subsidiary: 1, period: undefined as never }),
    ],
    ['caseWhen(): undefined is not an expression', () => caseWhen(undefined as never, 'a')],
    ['when(): the result is undefined', () => caseWhen(isFirst, undefined as never)],
    ['when(): the result is undefined', () => caseWhen(isFirst, 'a').when(isFirst, undefined as never)],
    ['else(): the result is undefined', () => caseWhen(isFirst, 'a').else(undefined as never)],
    ['when(): the value is undefined', () => caseOf(name).when(undefined as never, 'a')],
    [
      'else(): the result is undefined',
      () =>
        caseOf(name)
          .when('a', 'b')
          .else(undefined as never),
    ],
  ])('is refused: %s', (message, build) => {
    expect(build).toThrow(TypeError);
    expect(build).toThrow(message);
  });

  it('is left out at the end where it is optional', async () => {
    await using shop = await openShop();
    const ns = shop.client();
    const query = from(c)
      .where(isFirst)
      .select({
        cut: fn.text.substr(name, 3, undefined),
        place: fn.text.instr(name, 'm', undefined, undefined),
        plain: fn.text.ltrim(name, undefined),
        removed: fn.text.replace(name, ' 100%'),
        capitals: upper(name),
      });

    expect(ns.$toSuiteQL(query).text).toBe(
      "SELECT SUBSTR(c.companyname, 3) AS c0, INSTR(c.companyname, 'm') AS c1, LTRIM(c.companyname) AS c2, REPLACE(c.companyname, ' 100%') AS c3, UPPER(c.companyname) AS c4 FROM customer c WHERE c.id = ?",
    );
    expect(await ns.$all(query)).toEqual([
      { cut: 'me 100%', place: 3, plain: 'Acme 100%', removed: 'Acme', capitals: 'ACME 100%' },
    ]);
  });
});

describe('options of a function', () => {
  it.each<[string, () => unknown]>([
    [
      "over(): 'partitonBy' is not an argument. Did you mean 'partitionBy'?",
      () => fn.window.over(fn.window.rowNumber(), { partitonBy: name } as never),
    ],
    [
      "SUM: 'distinc' is not an argument. Did you mean 'distinct'?",
      () => fn.aggregate.sum(c.id as never, { distinc: true } as never),
    ],
    ["LISTAGG: 'order' is not an argument", () => fn.aggregate.listagg(name, ', ', { order: name } as never)],
    [
      "mnfilter(): 'name' is not an argument",
      () => fn.builtin.mnfilter(name as never, 'MN_INCLUDE', ['1'], { name: true } as never),
    ],
    [
      "consolidate(): 'rate' is not an argument",
      () => fn.builtin.consolidate(c.id as never, { subsidiary: 1, period: 2, rate: 'STANDARD' } as never),
    ],
  ])('are refused under a name that does not exist: %s', (message, build) => {
    expect(build).toThrow(TypeError);
    expect(build).toThrow(message);
  });
});
