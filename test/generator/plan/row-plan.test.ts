import type { ColumnKind, ColumnSchema, FieldType, RecordSchema, TableSchema } from '@suitewright/schema';
import { describe, expect, it } from 'vitest';
import { accountPlan } from '../../../packages/generator/src/plan/account-plan.js';
import { fileImports } from '../../../packages/generator/src/plan/file-imports.js';
import { rowColumns } from '../../../packages/generator/src/plan/row-plan.js';

function column(kind: ColumnKind, more: Partial<ColumnSchema> = {}): ColumnSchema {
  return { kind, label: null, description: null, custom: false, exposed: true, ...more };
}

function table(
  columns: Readonly<Record<string, ColumnSchema>>,
  primaryKey: string | null = 'id',
): TableSchema {
  return { label: null, primaryKey, confidence: 'observed', columns };
}

const tables = {
  entity: table({ id: column('id') }),
  customer: table({ id: column('id') }),
  vendor: table({ id: column('id') }),
  transaction: table({
    tranid: column('text'),
    id: column('id'),
    entity: column('ref:entity'),
    total: column('num', { exposed: false }),
    foreigntotal: column('num'),
    custbody_dock: column('text', { custom: true }),
    custbody_gift: column('bool', { custom: true }),
  }),
  note: table({ key: column('int'), about: column('ref:entity'), tags: column('multi:customer') }, 'key'),
};

function record(name: string, fields: Readonly<Record<string, FieldType>>): RecordSchema {
  return {
    restName: name,
    label: null,
    custom: null,
    table: { name: 'transaction', discriminator: [{ column: 'type', value: 'X' }] },
    fields: Object.fromEntries(
      Object.entries(fields).map(([key, type]) => [
        key,
        {
          type,
          label: `Label of ${key}`,
          description: null,
          readOnly: false,
          custom: false,
          filterable: false,
        },
      ]),
    ),
  };
}

function rowOf(name: keyof typeof tables, of: RecordSchema | null = null): readonly string[] {
  const account = accountPlan({
    format: 1,
    account: { bindParameters: null, timeZone: null },
    records: of === null ? {} : { [of.restName]: of },
    tables,
  });
  const columns = rowColumns({ name, table: tables[name] }, of, { account, imports: fileImports('./x.js') });
  return columns.map((entry) => `${entry.name}: ${entry.type}`);
}

describe('the columns of a row', () => {
  it('are those that SuiteQL answers: the id, standard ones, custom ones, each by name', () => {
    expect(rowOf('transaction')).toEqual([
      "id: Id<'transaction'>",
      'entity: Id<EntityName> | null',
      'foreigntotal: Decimal | null',
      'tranid: string | null',
      'custbody_dock: string | null',
      'custbody_gift: boolean | null',
    ]);
  });

  it('are, of a subtype, all standard ones and the custom ones that its record has', () => {
    const order = record('salesOrder', { custbody_gift: { kind: 'boolean' } });
    expect(rowOf('transaction', order)).toEqual([
      "id: Id<'transaction'>",
      'entity: Id<EntityName> | null',
      'foreigntotal: Decimal | null',
      'tranid: string | null',
      'custbody_gift: boolean | null',
    ]);
  });

  it('lead where the REST field of the record leads, where that is narrower', () => {
    const bill = record('vendorBill', { entity: { kind: 'reference', record: 'vendor' } });
    expect(rowOf('transaction', bill)).toContain("entity: Id<'vendor'> | null");
    const odd = record('oddBill', { entity: { kind: 'reference', record: 'subsidiary' } });
    expect(rowOf('transaction', odd)).toContain('entity: Id<EntityName> | null');
  });

  it('lead to the entity that the form asks for, where REST calls it otherwise or does not tell', () => {
    const payment = record('customerPayment', { customer: { kind: 'reference', record: 'customer' } });
    expect(rowOf('transaction', payment)).toContain("entity: Id<'customer'> | null");
    const expenses = record('expenseReport', { entity: { kind: 'reference', record: null } });
    expect(rowOf('transaction', expenses)).toContain('entity: Id<EntityName> | null');
  });

  it('cannot be null in the key, whatever its kind', () => {
    expect(rowOf('note')).toEqual([
      'about: Id<EntityName> | null',
      'key: number',
      "tags: readonly Id<'customer'>[] | null",
    ]);
  });
});
