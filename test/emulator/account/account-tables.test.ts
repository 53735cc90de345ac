import { knownTables } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';
import { accountTables } from '../../../packages/emulator/src/account/account-tables.js';
import { demoAccount } from '../../../packages/emulator/src/account/demo-account.js';
import { extendAccount } from '../../../packages/emulator/src/account/extend-account.js';

describe('accountTables', () => {
  it('has a table for each custom record type and list, and a column for each custom field', () => {
    const tables = accountTables(demoAccount);
    const milestone = tables.get('customrecord_project_milestone');
    expect(milestone?.primaryKey).toBe('id');
    expect(milestone?.displayColumns).toEqual(['name']);
    expect(milestone?.columns.get('custrecord_milestone_order')?.kind).toBe('ref:transaction');
    expect(tables.get('customlist_region')?.columns.get('name')?.kind).toBe('text');
    expect(tables.get('customer')?.columns.get('custentity_region')?.kind).toBe('ref:customlist_region');
    expect(tables.get('transactionline')?.columns.get('custcol_engraving')?.kind).toBe('text');
  });

  it('points every custom column at a table of the account', () => {
    const tables = accountTables(demoAccount);
    const targets = [...tables.values()].flatMap((table) =>
      [...table.columns.values()].map(({ kind }) => /^(?:ref|multi):(.+)$/.exec(kind)?.[1]),
    );
    expect(targets.filter((target) => target !== undefined && !tables.has(target))).toEqual([]);
  });

  it('leaves the known tables as they are', () => {
    accountTables(demoAccount);
    expect(knownTables.get('customer')?.columns.has('custentity_region')).toBe(false);
  });

  it('refuses a custom field on a table that is not there, by both names', () => {
    const [field] = demoAccount.customFields;
    if (field === undefined) throw new Error('The demo account has no custom field.');
    const account = { ...demoAccount, customFields: [{ ...field, tables: ['custmer'] }] };
    expect(() => accountTables(account)).toThrow(
      `Custom field ${field.scriptId} names the table custmer, which the account does not have.`,
    );
  });

  it('gives every definition an internal id and a script id of its own', () => {
    const { customFields, customLists, customRecordTypes } = demoAccount;
    for (const definitions of [customFields, [...customLists, ...customRecordTypes]]) {
      expect(new Set(definitions.map(({ scriptId }) => scriptId)).size).toBe(definitions.length);
      expect(new Set(definitions.map(({ internalId }) => internalId)).size).toBe(definitions.length);
    }
  });
});

describe('extendAccount', () => {
  const account = extendAccount(demoAccount, {
    customrecord_flight: {
      label: 'Flight',
      columns: { id: 'id', name: 'text', custrecord_pilot: 'ref:employee' },
    },
    CUSTOMER: { columns: { custentity_planet: 'text', companyname: 'text', custentity_region: 'int' } },
    customlist_moon: { columns: {} },
    itembinquantity: { columns: { item: 'ref:item', onhand: 'num' } },
  });
  const tables = accountTables(account);

  it('adds custom records, custom lists, columns and tables of a seed', () => {
    expect(tables.get('customrecord_flight')?.label).toBe('Flight');
    expect(tables.get('customrecord_flight')?.columns.get('custrecord_pilot')?.kind).toBe('ref:employee');
    expect(tables.get('customlist_moon')?.columns.get('name')?.kind).toBe('text');
    expect(tables.get('customer')?.columns.get('custentity_planet')?.kind).toBe('text');
    expect(tables.get('itembinquantity')?.primaryKey).toBeNull();
    expect(account.customRecordTypes.at(-1)?.scriptId).toBe('customrecord_flight');
  });

  it('takes only new columns for custom ones, however many a seed repeats', () => {
    expect(Object.keys(account.customRecordTypes.at(-1)?.columns ?? {})).toEqual(['custrecord_pilot']);
    expect(account.customFields.some(({ scriptId }) => scriptId === 'companyname')).toBe(false);
    expect(tables.get('customrecord_flight')?.columns.get('id')?.kind).toBe('id');
  });

  it('lets a seed redefine a column of one table and leaves it alone on the others', () => {
    expect(tables.get('customer')?.columns.get('custentity_region')?.kind).toBe('int');
    expect(tables.get('contact')?.columns.get('custentity_region')?.kind).toBe('ref:customlist_region');
    const onCustomer = account.customFields.filter(
      ({ scriptId, records }) => scriptId === 'custentity_region' && records.includes('customer'),
    );
    expect(onCustomer.map(({ kind }) => kind)).toEqual(['int']);
  });

  it('marks the fields as what their prefix says', () => {
    const added = account.customFields.find(({ scriptId }) => scriptId === 'custentity_planet');
    expect(added).toMatchObject({ fieldType: 'ENTITY', valueType: 'Free-Form Text', records: ['customer'] });
  });
});
