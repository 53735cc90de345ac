import { knownTables, tableOfRecord } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';

describe('tableOfRecord', () => {
  it.each([
    ['salesorder', { name: 'transaction', discriminator: [{ column: 'type', value: 'SalesOrd' }] }],
    [
      'customtransaction_accrual',
      {
        name: 'transaction',
        discriminator: [{ column: 'recordtype', value: 'customtransaction_accrual' }],
      },
    ],
    [
      'servicesaleitem',
      {
        name: 'item',
        discriminator: [
          { column: 'itemtype', value: 'Service' },
          { column: 'subtype', value: 'Sale' },
        ],
      },
    ],
    ['folder', { name: 'mediaitemfolder', discriminator: [] }],
    ['customer', { name: 'customer', discriminator: [] }],
    ['customrecord_flight', { name: 'customrecord_flight', discriminator: [] }],
    ['constructor', { name: 'constructor', discriminator: [] }],
  ])('binds %s', (record, binding) => {
    expect(tableOfRecord(record)).toEqual(binding);
  });

  it('tells the journals apart by their record type, since all of them have the type Journal', () => {
    const journals = ['journalentry', 'intercompanyjournalentry', 'statisticaljournalentry'];
    expect(journals.map((record) => tableOfRecord(record).discriminator)).toEqual(
      journals.map((value) => [{ column: 'recordtype', value }]),
    );
  });

  it('conditions only on columns that the known tables have', () => {
    for (const record of [
      'salesorder',
      'journalentry',
      'servicesaleitem',
      'inventoryitem',
      'serializedassemblyitem',
    ]) {
      const { name, discriminator } = tableOfRecord(record);
      for (const { column } of discriminator) {
        expect(knownTables.get(name)?.columns.get(column)?.exposed).toBe(true);
      }
    }
  });
});
