import { afterAll, describe, expect, it } from 'vitest';
import { evaluate, openSeed, rejectionOf, rowsOf, smallSeed, valuesOf } from './small-account.js';

const database = openSeed({
  ...smallSeed,
  tables: {
    ...smallSeed.tables,
    subsidiary: [
      { id: 1, name: 'Top', currency: 1, parent: null, isinactive: false },
      { id: 2, name: 'Berlin', currency: 4, parent: 1, isinactive: false },
      { id: 3, name: 'Closed', currency: 4, parent: 2, isinactive: true },
    ],
    account: [{ id: 50, accttype: 'Income', generalrate: 'AVERAGE', fullname: 'Sales' }],
    accountingperiod: [
      { id: 90, periodname: 'Mar 2026', startdate: '2026-03-01', isquarter: false, isyear: false },
      { id: 91, periodname: 'Q1 2026', startdate: '2026-01-01', isquarter: true, isyear: false },
      { id: 92, periodname: 'Jan 2026', startdate: '2026-01-01', isquarter: false, isyear: false },
    ],
    transaction: [
      { id: 12, type: 'CustInvc', currency: 4, foreigntotal: 200, postingperiod: 90, trandate: '2026-03-02' },
    ],
    transactionline: [{ uniquekey: 1, id: 0, transaction: 12, subsidiary: 2, mainline: true }],
    transactionaccountingline: [{ transaction: 12, transactionline: 0, account: 50, amount: 100.1 }],
    consolidatedexchangerate: [
      {
        id: 1,
        fromsubsidiary: 2,
        tosubsidiary: 1,
        postingperiod: 90,
        averagerate: 1.1,
        currentrate: 1.2,
        historicalrate: 1.3,
      },
    ],
    currencyrate: [
      { id: 1, basecurrency: 1, transactioncurrency: 4, effectivedate: '2026-01-01', exchangerate: 1.05 },
      { id: 2, basecurrency: 1, transactioncurrency: 4, effectivedate: '2026-03-05', exchangerate: 1.5 },
    ],
  },
});
afterAll(() => database.close());

// What no source tells is marked "Assumed" beside each function's translation.
describe('BUILTIN.CF', () => {
  const entities = openSeed({
    tables: {
      entity: [
        { id: 1, type: 'CustJob' },
        { id: 2, type: 'Vendor' },
      ],
    },
  });
  afterAll(() => entities.close());

  // "BUILTIN.CF", Oracle NetSuite help. Assumed: a field that is not combined of several is its own criteria value.
  it('of a field that is not combined is its value', () => {
    const text =
      'SELECT DISTINCT type, BUILTIN.CF(type) AS cf, BUILTIN.CF(id) AS own FROM entity ORDER BY type';
    expect(rowsOf(entities, text)).toEqual([
      { cf: 'CustJob', own: '1', type: 'CustJob' },
      { cf: 'Vendor', own: '2', type: 'Vendor' },
    ]);
    expect(rowsOf(entities, "SELECT id FROM entity WHERE BUILTIN.CF(type) = 'Vendor'")).toEqual([
      { id: '2' },
    ]);
  });

  it('takes a field', () => {
    expect(rejectionOf(entities, "SELECT BUILTIN.CF(type || 'x') FROM entity").reason).toContain(
      'takes a field',
    );
  });
});

describe('BUILTIN', () => {
  it('HIERARCHY shows a row with those above it', () => {
    const form = (name: string): string => `BUILTIN.HIERARCHY(id, '${name}')`;
    expect(
      valuesOf(
        database,
        `SELECT ${form('DISPLAY_JOINED')} a, ${form('IDENTIFIER_SEPARATED')} b, ${form('LEVEL')} c, ${form('SELF_DISPLAY')} d FROM subsidiary ORDER BY id`,
      ),
    ).toEqual([
      ['Top', '1', '1', 'Top'],
      ['Top : Berlin', '1|2', '2', 'Berlin'],
      ['Top : Berlin : Closed', '1|2|3', '3', 'Closed'],
    ]);
    expect(
      rejectionOf(database, "SELECT BUILTIN.HIERARCHY(trandate, 'LEVEL') FROM transaction").reason,
    ).toContain('parent');
  });

  it('NAMED_GROUP is the set of active rows', () => {
    const text =
      "SELECT id FROM subsidiary WHERE id IN BUILTIN.NAMED_GROUP('subsidiary', 'mine') ORDER BY id";
    expect(valuesOf(database, text)).toEqual([['1'], ['2']]);
  });

  it.each([
    ["'MN_INCLUDE', '', 'FALSE', 1", ['1']],
    ["'MN_INCLUDE', '', 'FALSE', 1, 2", ['1', '2']],
    ["'MN_INCLUDE_ALL', '', 'FALSE', 1, 2", ['1']],
    ["'MN_INCLUDE_EXACTLY', '', 'FALSE', 2", ['2']],
    ["'MN_EXCLUDE', '', 'FALSE', 1", ['2', '3']],
    ["'MN_INCLUDE', 'DF', 'FALSE', 'new'", ['1']],
  ])('MNFILTER(field, %s) finds %j', (given, ids) => {
    const text = `SELECT id FROM customer WHERE BUILTIN.MNFILTER(custentity_tags, ${given}) = 'T' ORDER BY id`;
    expect(valuesOf(database, text)).toEqual(ids.map((id) => [id]));
  });

  it('CURRENCY_CONVERT takes the latest rate of the day', () => {
    expect(
      valuesOf(
        database,
        'SELECT BUILTIN.CURRENCY(foreigntotal) a, BUILTIN.CURRENCY_CONVERT(foreigntotal, 1, trandate) b, BUILTIN.CURRENCY_CONVERT(foreigntotal) c, BUILTIN.CURRENCY_CONVERT(foreigntotal, 4) d FROM transaction',
      ),
    ).toEqual([['4', '210', '300', '200']]);
  });

  it.each([
    ["'LEDGER', 'DEFAULT', 'DEFAULT', 1, 90, 'DEFAULT'", '110.11'],
    ["'LEDGER', 'DEFAULT', 'CURRENT', 1, t.postingperiod, 'DEFAULT'", '120.12'],
    ["'INCOME', 'DEFAULT', 'DEFAULT', 1, 90, 'DEFAULT'", '110.11'],
    ["'LEDGER', 'DEFAULT', 'DEFAULT', 2, 90, 'DEFAULT'", '100.1'],
    ["'LEDGER', 'DEFAULT', 'DEFAULT', 1, 92, 'DEFAULT'", null],
  ])('CONSOLIDATE(amount, %s) is %s', (given, amount) => {
    const text = `SELECT BUILTIN.CONSOLIDATE(tal.amount, ${given}) a FROM transactionaccountingline tal JOIN transaction t ON t.id = tal.transaction`;
    expect(valuesOf(database, text)).toEqual([[amount]]);
  });

  // The clock stands at 2026-03-08, a Sunday.
  it.each([
    ["RELATIVE_RANGES('TODAY', 'START')", '3/8/2026'],
    ["RELATIVE_RANGES('TY', 'START')", '1/1/2026'],
    ["RELATIVE_RANGES('TY', 'END', 'DATETIME_AS_DATE')", '12/31/2026'],
    ["RELATIVE_RANGES('LM', 'START')", '2/1/2026'],
    ["RELATIVE_RANGES('LM', 'END')", '2/28/2026'],
    ["RELATIVE_RANGES('TQ', 'END')", '3/31/2026'],
    ["RELATIVE_RANGES('LW', 'START')", '3/1/2026'],
    ["RELATIVE_RANGES('DAGO10', 'START')", '2/26/2026'],
    ["PERIOD('TP', 'START', 'ALL', '=')", '90'],
    ["PERIOD('TFQ', 'START', 'ALL', '=')", '92'],
  ])('%s is %s', (expression, expected) => {
    expect(evaluate(database, `BUILTIN.${expression}`)).toBe(expected);
  });

  it('refuses ranges that it does not know', () => {
    expect(
      rejectionOf(database, "SELECT BUILTIN.RELATIVE_RANGES('XYZ', 'START') FROM currency").reason,
    ).toContain('XYZ');
  });
});
