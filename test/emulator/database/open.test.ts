import { afterEach, describe, expect, it } from 'vitest';
import type { EmulatorDatabase } from '../../../packages/emulator/src/database/emulator-database.js';
import { SeedError } from '../../../packages/emulator/src/database/seed-error.js';
import { openSeed, rowsOf } from '../suiteql/small-account.js';

let opened: EmulatorDatabase | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

const open = (seed: unknown): EmulatorDatabase => {
  opened = openSeed(seed);
  return opened;
};

const messageOf = (seed: unknown): string => {
  try {
    open(seed);
  } catch (error) {
    if (error instanceof SeedError) return error.message;
    throw error;
  }
  throw new Error('The seed was loaded.');
};

describe('a seed', () => {
  it('holds every kind of value, and columns and tables of its own', () => {
    const database = open({
      custom: {
        customrecord_flight: {
          label: 'Flight',
          columns: { id: 'id', name: 'text', custrecord_pilot: 'ref:employee' },
        },
        customer: { columns: { custentity_region: 'text', custentity_Tags: 'multi:item' } },
      },
      tables: {
        Customer: [
          {
            id: '1',
            CompanyName: 'Acme',
            isinactive: false,
            datecreated: '2026-01-31T09:30:00',
            custentity_region: 'North',
            custentity_tags: '3,4',
          },
          { id: 2, companyname: '', isinactive: 'T', creditlimit: '12.50' },
        ],
        customrecord_flight: [{ id: 10, name: 'SW1', custrecord_pilot: '7' }],
      },
    });
    expect(
      rowsOf(
        database,
        'SELECT id, companyname, isinactive, datecreated, creditlimit, custentity_region, custentity_tags FROM customer ORDER BY id',
      ),
    ).toEqual([
      {
        companyname: 'Acme',
        creditlimit: null,
        custentity_region: 'North',
        custentity_tags: '3, 4',
        datecreated: '1/31/2026',
        id: '1',
        isinactive: 'F',
      },
      {
        companyname: null,
        creditlimit: '12.5',
        custentity_region: null,
        custentity_tags: null,
        datecreated: null,
        id: '2',
        isinactive: 'T',
      },
    ]);
    expect(
      rowsOf(
        database,
        'SELECT id, name, custrecord_pilot FROM customrecord_flight WHERE custrecord_pilot = 7',
      ),
    ).toEqual([{ custrecord_pilot: '7', id: '10', name: 'SW1' }]);
  });

  it('moves a datetime with an offset to the clock of the account', () => {
    const database = open({ tables: { customer: [{ id: 1, datecreated: '2026-01-31T20:30:00Z' }] } });
    expect(rowsOf(database, "SELECT TO_CHAR(datecreated, 'YYYY-MM-DD HH24:MI') AS t FROM customer")).toEqual([
      { t: '2026-01-31 12:30' },
    ]);
  });

  it('gives ids to rows without one, after the highest', () => {
    const database = open({ tables: { item: [{ itemid: 'A' }, { id: 40, itemid: 'B' }, { itemid: 'C' }] } });
    expect(rowsOf(database, 'SELECT id, itemid FROM item ORDER BY itemid')).toEqual([
      { id: '41', itemid: 'A' },
      { id: '40', itemid: 'B' },
      { id: '42', itemid: 'C' },
    ]);
  });

  it('may have ids that are text, whenever they come', () => {
    const database = open({ tables: { nexus: [{ id: 5 }, { id: 'US_CA' }, { id: 6 }] } });
    expect(rowsOf(database, "SELECT id FROM nexus WHERE id IN ('5', 'US_CA') ORDER BY id")).toEqual([
      { id: '5' },
      { id: 'US_CA' },
    ]);
  });

  it.each<[title: string, seed: unknown, place: string, wayOut: string]>([
    ['an unknown table', { tables: { flights: [{ id: 1 }] } }, 'tables.flights', 'under "custom"'],
    [
      'an unknown column',
      { tables: { customer: [{ id: 1 }, { id: 2, colour: 'red' }] } },
      'tables.customer[1].colour',
      '"customer": { "columns": { "colour": "text" } }',
    ],
    [
      'a column that is not exposed',
      { tables: { transaction: [{ id: 1, subsidiary: 1 }] } },
      'tables.transaction[0].subsidiary',
      'Use transactionline.subsidiary',
    ],
    [
      'a checkbox that is none',
      { tables: { customer: [{ id: 1, isinactive: 'no' }] } },
      'tables.customer[0].isinactive',
      '"no" is not true or false',
    ],
    [
      'a date that there is not',
      { tables: { transaction: [{ id: 1, trandate: '2026-02-30' }] } },
      'tables.transaction[0].trandate',
      "like '2026-01-31'",
    ],
    [
      'a date as a number',
      { tables: { transaction: [{ id: 1, trandate: 20260131 }] } },
      'tables.transaction[0].trandate',
      "like '2026-01-31'",
    ],
    [
      'a number that is none',
      { tables: { transaction: [{ id: 1, foreigntotal: '1,5' }] } },
      'tables.transaction[0].foreigntotal',
      'is not a number',
    ],
    [
      'an id that is a fraction',
      { tables: { transaction: [{ id: 1, entity: 1.5 }] } },
      'tables.transaction[0].entity',
      'an id',
    ],
    [
      'an id given twice',
      { tables: { customer: [{ id: 1 }, { id: '1' }] } },
      'tables.customer[1].id',
      'given twice',
    ],
    [
      'a kind that there is not',
      { custom: { customer: { columns: { custentity_x: 'string' } } } },
      'custom.customer.columns.custentity_x',
      'Use id, text, int',
    ],
    [
      'a name that would be SQL',
      { custom: { 'a" (x); --': { columns: { id: 'id' } } } },
      'custom',
      'letters, digits and _',
    ],
    ['a section that there is not', { table: {} }, 'seed', 'table'],
    ['something else altogether', [], 'seed', 'object'],
  ])('is refused for %s, with the place and the way out', (_title, seed, place, wayOut) => {
    const message = messageOf(seed);
    expect(message).toContain(place);
    expect(message).toContain(wayOut);
  });
});
