import { existsSync, readFileSync } from 'node:fs';
import { knownTables } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';

const published = new URL('../../../shared/netsuite/suiteql-tables.json', import.meta.url);

interface PublishedTables {
  readonly tables: Readonly<Record<string, { readonly columns: Readonly<Record<string, string>> }>>;
}

describe('knownTables', () => {
  it('names only tables that it knows as targets of references', () => {
    const unresolved = [...knownTables.values()].flatMap((table) =>
      [...table.columns.values()]
        .map((column) => /^(?:ref|multi):(.+)$/.exec(column.kind)?.[1])
        .filter((target) => target !== undefined && !knownTables.has(target)),
    );
    expect(unresolved).toEqual([]);
  });

  it('names only exposed columns as key, as display text and as a way round', () => {
    for (const table of knownTables.values()) {
      const named = [...(table.primaryKey === null ? [] : [table.primaryKey]), ...table.displayColumns];
      for (const name of named) expect(table.columns.get(name)?.exposed, `${table.name}.${name}`).toBe(true);
      for (const { instead } of table.columns.values()) {
        if (instead === null) continue;
        const [target = '', column = ''] = instead.split('.');
        expect(knownTables.get(target)?.columns.get(column)?.exposed, instead).toBe(true);
      }
    }
  });

  it('explains what SuiteQL does not expose', () => {
    const createdfrom = knownTables.get('transaction')?.columns.get('createdfrom');
    expect(createdfrom).toEqual({
      name: 'createdfrom',
      kind: 'ref:transaction',
      exposed: false,
      instead: 'transactionline.createdfrom',
    });
  });

  it('knows the columns and tables of the public query library that the list has not', () => {
    const missing = [
      'customlist.description',
      'customsegment.name',
      'inventorynumber.quantityonhand',
      'itemprice.isinactive',
      'supportcase.timeelapsed',
      'transactionshipment.shippingmethod',
      'transactionshipment.sourceaddress',
      'transactionshipment.destinationaddress',
      'transactionshipment.shippingrate',
      'transactionshipment.handlingrate',
      'item.reorderpoint',
      'item.leadtime',
      'item.preferredstocklevel',
      'item.quantityonhand',
      'item.quantityavailable',
      'item.quantitycommitted',
      'item.quantityonorder',
      'item.quantitybackordered',
      'customer.subsidiary',
      'transactionline.date_closed',
      'deletedrecord.recordid',
      'state.shortname',
      'country.edition',
      'itembinquantity.preferredbin',
      'assemblyitemmember.itemsource',
      'accountsubsidiarymap.subsidiary',
      'companyfeaturesetup.isavailable',
      'employeeemergencycontact.relationship',
      'transactionstatus.trantype',
      'entityaddress.nkey',
      'workflow.name',
      'advancedpdftemplate.name',
    ].filter((path) => {
      const [table = '', column = ''] = path.split('.');
      return knownTables.get(table)?.columns.get(column)?.exposed !== true;
    });
    expect(missing).toEqual([]);
  });

  it.skipIf(!existsSync(published))('has every table, column and kind of the published list', () => {
    const { tables } = JSON.parse(readFileSync(published, 'utf8')) as PublishedTables;
    for (const [name, { columns }] of Object.entries(tables)) {
      for (const [column, kind] of Object.entries(columns)) {
        // A published query selects them, whatever the list says.
        if (name === 'item' && (column === 'quantityonhand' || column === 'quantityavailable')) continue;
        const known = knownTables.get(name)?.columns.get(column);
        expect(known?.exposed === false ? '!NOT_EXPOSED' : known?.kind, `${name}.${column}`).toBe(kind);
      }
    }
  });
});
