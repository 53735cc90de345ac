import {
  diffSchemas,
  parseSchemaDocument,
  type SchemaDocument,
  serializeSchemaDocument,
} from '@suitewright/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaDocument } from './schema-document.arbitrary.js';

const plain = { label: null, description: null, readOnly: false, custom: false, filterable: false } as const;
const column = { label: null, description: null, custom: false, exposed: true } as const;

const before: SchemaDocument = {
  format: 1,
  account: { bindParameters: null, timeZone: null },
  records: {
    customer: {
      restName: 'customer',
      label: null,
      custom: null,
      table: { name: 'customer', discriminator: [] },
      fields: {
        creditLimit: { ...plain, type: { kind: 'string' } },
        salesRep: { ...plain, type: { kind: 'reference', record: null } },
        addressBook: {
          ...plain,
          type: { kind: 'sublist', key: null, fields: { label: { ...plain, type: { kind: 'string' } } } },
        },
      },
    },
    gone: { restName: 'gone', label: null, custom: null, table: null, fields: {} },
  },
  tables: {
    customer: {
      label: null,
      primaryKey: 'id',
      confidence: 'known',
      columns: { id: { ...column, kind: 'id' }, balance: { ...column, kind: 'num' } },
    },
  },
};

const after: SchemaDocument = {
  format: 1,
  account: { bindParameters: true, timeZone: null },
  records: {
    customer: {
      restName: 'customer',
      label: null,
      custom: null,
      table: {
        name: 'customer',
        discriminator: [{ column: 'searchstage', value: 'CUSTOMER' }],
      },
      fields: {
        creditLimit: { ...plain, type: { kind: 'number' } },
        salesRep: { ...plain, type: { kind: 'reference', record: 'employee' } },
        addressBook: { ...plain, type: { kind: 'sublist', key: null, fields: {} } },
        'a\nb': { ...plain, type: { kind: 'string' } },
      },
    },
  },
  tables: {
    customer: {
      label: null,
      primaryKey: 'id',
      confidence: 'observed',
      columns: { id: { ...column, kind: 'id' }, balance: { ...column, kind: 'num', exposed: false } },
    },
    item: { label: null, primaryKey: null, confidence: 'known', columns: {} },
  },
};

describe('diffSchemas', () => {
  it('lists what was added, removed and changed, each in one line', () => {
    expect(diffSchemas(before, after).map((change) => change.description)).toEqual([
      'account: bindParameters was null, is true',
      'record customer: table was customer, is customer where searchstage = "CUSTOMER"',
      'record customer: field "a\\nb": added',
      'record customer: field addressBook.label: removed',
      'record customer: field creditLimit: type was string, is number',
      'record customer: field salesRep: type was reference to any record, is reference to employee',
      'record gone: removed',
      'table customer: confidence was "known", is "observed"',
      'table customer: column balance: exposed was true, is false',
      'table item: added',
    ]);
  });

  it('finds nothing between a document and itself, and something between documents whose texts differ', () => {
    fc.assert(
      fc.property(schemaDocument, schemaDocument, (one, other) => {
        expect(diffSchemas(one, parseSchemaDocument(serializeSchemaDocument(one)))).toEqual([]);
        const same = serializeSchemaDocument(one) === serializeSchemaDocument(other);
        expect(diffSchemas(one, other).length === 0).toBe(same);
      }),
    );
  });
});
