import { plan, type RelationSettings, SettingsError } from '@suitewright/generator';
import type { ColumnKind, SchemaDocument } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';

/** A schema of tables alone: their columns by kind. */
function schema(tables: Readonly<Record<string, Readonly<Record<string, ColumnKind>>>>): SchemaDocument {
  return {
    format: 1,
    account: { bindParameters: true, timeZone: null },
    records: {},
    tables: Object.fromEntries(
      Object.entries(tables).map(([name, columns]) => [
        name,
        {
          label: null,
          primaryKey: Object.hasOwn(columns, 'id') ? 'id' : null,
          confidence: 'known' as const,
          columns: Object.fromEntries(
            Object.entries(columns).map(([column, kind]) => [
              column,
              { kind, label: null, description: null, custom: false, exposed: true },
            ]),
          ),
        },
      ]),
    ),
  };
}

/** The relations of a model as its file has them: `name: cardinality model from=to`. */
function relationsOf(document: SchemaDocument, table: string, relations: RelationSettings = {}): string[] {
  const file = plan(document, { relations }).files.find(({ name }) => name === `${table}.ts`);
  if (file?.template !== 'record') throw new Error(`There is no file of ${table}.`);
  return file.view.table.relations.map(
    ({ key, cardinality, model, from, to, also }) =>
      `${key}: ${[cardinality, model, from, to].map((part) => part.replaceAll("'", '')).join(' ')}${also}`,
  );
}

const shop = schema({
  entity: { id: 'id' },
  customer: { id: 'id', parent: 'ref:customer', salesrep: 'ref:employee' },
  employee: { id: 'id', customer_by_salesrep: 'text' },
  transaction: { id: 'id', entity: 'ref:entity', employee: 'ref:employee' },
  transactionline: { uniquekey: 'id', id: 'int', transaction: 'ref:transaction' },
  transactionaccountingline: { transaction: 'ref:transaction', transactionline: 'int' },
});

describe('relations', () => {
  it('lead back from every reference, under known names where there are some, never under one that is taken', () => {
    expect(relationsOf(shop, 'customer')).toEqual([
      'parent: one customer parent id',
      'salesrep: one employee salesrep id',
      'children: many customer id parent',
      'entity: one entity id id',
      'transactions: many transaction id entity',
    ]);
    expect(relationsOf(shop, 'employee')).toEqual([
      'customer_by_salesrep_2: many customer id salesrep',
      'entity: one entity id id',
      'transaction_by_employee: many transaction id employee',
      'transactions: many transaction id entity',
    ]);
  });

  it('compare two columns where one does not tell lines apart', () => {
    expect(relationsOf(shop, 'transactionline')).toEqual([
      'transaction: one transaction transaction id',
      "accountinglines: many transactionaccountingline transaction transaction, also: [{ from: 'id', to: 'transactionline' }]",
    ]);
  });

  it('are renamed, hidden, added and led elsewhere by the settings', () => {
    const relations = relationsOf(shop, 'customer', {
      customer: {
        transactions: 'orders',
        children: false,
        salesrep: { cardinality: 'one', model: 'entity', from: 'salesrep', to: 'id' },
        rep_orders: { cardinality: 'many', model: 'transaction', from: 'salesrep', to: 'employee' },
      },
    });

    expect(relations).toEqual([
      'parent: one customer parent id',
      'salesrep: one entity salesrep id',
      'entity: one entity id id',
      'orders: many transaction id entity',
      'rep_orders: many transaction salesrep employee',
    ]);
  });

  it('refuse settings that do not fit, all at once', () => {
    const settings: RelationSettings = {
      custmer: { transactions: false },
      customer: {
        orders: false,
        transactions: 'entity',
        reps: { cardinality: 'many', model: 'emploee', from: 'salesrp', to: 'id' },
      },
    };
    const failure = (() => {
      try {
        return plan(shop, { relations: settings });
      } catch (error) {
        return error;
      }
    })();

    expect(failure).toBeInstanceOf(SettingsError);
    expect((failure as SettingsError).problems).toEqual([
      'custmer: there is no such model.',
      expect.stringContaining(
        'customer.orders: customer has no such relation of its own. It has: parent, salesrep',
      ),
      "customer.transactions: the name 'entity' is taken.",
      "customer.reps: there is no model 'emploee'.",
      "customer.reps: customer has no column 'salesrp'.",
    ]);
  });
});
