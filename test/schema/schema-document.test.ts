import {
  parseSchemaDocument,
  type SchemaDocument,
  SchemaFormatError,
  schemaFingerprint,
  serializeSchemaDocument,
} from '@suitewright/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schemaDocument } from './schema-document.arbitrary.js';

const document: SchemaDocument = {
  format: 1,
  account: { bindParameters: true, timeZone: null },
  tables: {
    transaction: {
      label: 'Transaction',
      primaryKey: 'id',
      confidence: 'observed',
      columns: {
        trandate: { kind: 'date', label: 'Date', description: null, custom: false, exposed: true },
        id: { kind: 'id', label: null, description: null, custom: false, exposed: true },
      },
    },
  },
  records: {
    salesorder: {
      restName: 'salesOrder',
      label: null,
      custom: null,
      table: { name: 'transaction', discriminator: [{ column: 'type', value: 'SalesOrd' }] },
      fields: {
        item: {
          type: {
            kind: 'sublist',
            key: ['line'],
            fields: {
              quantity: {
                type: { kind: 'number' },
                label: 'Quantity',
                description: null,
                readOnly: false,
                custom: false,
                filterable: false,
              },
            },
          },
          label: null,
          description: null,
          readOnly: false,
          custom: false,
          filterable: false,
        },
      },
    },
  },
};

const text = `{
  "format": 1,
  "account": { "bindParameters": true, "timeZone": null },
  "records": {
    "salesorder": {
      "restName": "salesOrder",
      "label": null,
      "custom": null,
      "table": { "name": "transaction", "discriminator": [{ "column": "type", "value": "SalesOrd" }] },
      "fields": {
        "item": {
          "type": {
            "kind": "sublist",
            "key": ["line"],
            "fields": {
              "quantity": { "type": { "kind": "number" }, "label": "Quantity", "description": null, "readOnly": false, "custom": false, "filterable": false }
            }
          },
          "label": null,
          "description": null,
          "readOnly": false,
          "custom": false,
          "filterable": false
        }
      }
    }
  },
  "tables": {
    "transaction": {
      "label": "Transaction",
      "primaryKey": "id",
      "confidence": "observed",
      "columns": {
        "id": { "kind": "id", "label": null, "description": null, "custom": false, "exposed": true },
        "trandate": { "kind": "date", "label": "Date", "description": null, "custom": false, "exposed": true }
      }
    }
  }
}
`;

describe('serializeSchemaDocument', () => {
  it('sorts dictionaries and prints a plain field or column on one line', () => {
    expect(serializeSchemaDocument(document)).toBe(text);
  });

  it('gives back the same document, whatever its names, and the same bytes again', () => {
    fc.assert(
      fc.property(schemaDocument, (any) => {
        const once = serializeSchemaDocument(any);
        const back = parseSchemaDocument(once);
        expect(back).toEqual(any);
        expect(serializeSchemaDocument(back)).toBe(once);
      }),
    );
  });
});

describe('parseSchemaDocument', () => {
  it('keeps a record called __proto__ and finds no record that is not there', () => {
    const hostile = parseSchemaDocument(text.replace('"salesorder"', '"__proto__"'));
    expect(Object.keys(hostile.records)).toEqual(['__proto__']);
    expect(Object.values(hostile.records)[0]?.restName).toBe('salesOrder');
    expect(hostile.records.constructor).toBeUndefined();
  });

  it('names the JSON path of what is wrong, and the way out', () => {
    const broken = text
      .replace('"kind": "date"', '"kind": "day"')
      .replace('"label": "Quantity"', '"label": 7');
    const error = thrownBy(() => parseSchemaDocument(broken));
    expect(error.code).toBe('SCHEMA_INVALID');
    expect(error.message).toContain(
      '$.tables.transaction.columns.trandate.kind: Invalid input: expected a column kind',
    );
    expect(error.message).toContain(
      '$.records.salesorder.fields.item.type.fields.quantity.label: Invalid input: expected string, received number',
    );
    expect(error.message).toContain('npx suitewright introspect');
  });

  it('refuses a key that the format does not know', () => {
    const error = thrownBy(() =>
      parseSchemaDocument(text.replace('"restName"', '"restname": "x", "restName"')),
    );
    expect(error.message).toContain('$.records.salesorder: Unrecognized key: "restname"');
  });

  it('refuses a format version that it does not know', () => {
    const error = thrownBy(() => parseSchemaDocument(text.replace('"format": 1', '"format": 2')));
    expect(error.code).toBe('SCHEMA_FORMAT_UNKNOWN');
    expect(error.message).toContain('has format 2, and this version of Suitewright reads format 1');
  });

  it.each(['', 'null', '[]', '{"records":{}}', '<html>'])('refuses %j as no schema document', (input) => {
    expect(() => parseSchemaDocument(input)).toThrow(SchemaFormatError);
  });
});

describe('schemaFingerprint', () => {
  it('is eight hexadecimal digits that change with the content and not with the order of keys', () => {
    const fingerprint = schemaFingerprint(document);
    expect(fingerprint).toMatch(/^[0-9a-f]{8}$/);
    expect(schemaFingerprint(parseSchemaDocument(text))).toBe(fingerprint);
    expect(schemaFingerprint({ ...document, tables: {} })).not.toBe(fingerprint);
  });
});

function thrownBy(run: () => unknown): SchemaFormatError {
  try {
    run();
  } catch (error) {
    if (error instanceof SchemaFormatError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}
