import type { SchemaDocument, TableSchema } from '@suitewright/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ModelNames, modelNames } from '../../../packages/generator/src/plan/model-names.js';

const table: TableSchema = { label: null, primaryKey: 'id', confidence: 'known', columns: {} };

function documentOf(names: readonly string[], label: string | null = null): SchemaDocument {
  const tables: Record<string, TableSchema> = Object.create(null);
  for (const name of names) tables[name] = { ...table, label };
  return { format: 1, account: { bindParameters: null, timeZone: null }, records: {}, tables };
}

function namesOf(wireNames: readonly string[]): readonly ModelNames[] {
  return [...modelNames(documentOf(wireNames)).values()];
}

const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[a-zA-Z_ -]{1,4}$/),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'class',
    'default',
    'then',
    'con',
    'index',
    '../x',
    '$all',
    'x'.repeat(300),
  ),
);

describe('names of generated code', () => {
  it('are unique and safe, whatever the metadata says', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyName, { maxLength: 30 }), (wireNames) => {
        const names = namesOf(wireNames);
        expect(names.map(({ wireName }) => wireName)).toEqual([...wireNames].sort());
        for (const key of ['accessor', 'constant', 'fileName', 'type'] as const) {
          expect(new Set(names.map((name) => name[key])).size).toBe(names.length);
        }
        for (const { fileName, constant, type, accessor } of names) {
          expect(fileName).toMatch(/^[a-z0-9_]{1,110}\.ts$/);
          expect(fileName).not.toMatch(/^(?:index|tables|enums|subrecords|con|nul|aux|prn|com\d|lpt\d)\.ts$/);
          expect(constant).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
          expect(() => new Function(`'use strict'; const ${constant} = 1;`)).not.toThrow();
          expect(type).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
          expect(accessor.startsWith('$') || accessor === 'then' || accessor in {}).toBe(false);
        }
      }),
    );
  });

  it('are found for any number of names that would be the same', () => {
    // All of them are `_` to a file, a constant and a type.
    const wireNames = Array.from({ length: 50_000 }, (_, index) => String.fromCodePoint(0x2_0000 + index));
    const names = namesOf(wireNames);
    expect(names).toHaveLength(50_000);
    for (const key of ['accessor', 'constant', 'fileName', 'type'] as const) {
      expect(new Set(names.map((name) => name[key])).size).toBe(50_000);
    }
  });

  it('do not change for plain names when odd ones come along', () => {
    const plain = ['customer', 'customrecord_flight', 'salesorder'];
    const odd = ['Customer', 'customer ', 'customer/', 'customrecord-flight', 'SALESORDER'];
    const alone = namesOf(plain);
    const among = namesOf([...odd, ...plain]).filter(({ wireName }) => plain.includes(wireName));
    expect(among).toEqual(alone);
    expect(alone.map(({ constant, fileName }) => [constant, fileName])).toEqual(
      plain.map((name) => [name, `${name}.ts`]),
    );
  });

  it('take the words of a table from a label that has the same letters', () => {
    expect(modelNames(documentOf(['transactionline'], 'Transaction Line')).get('transactionline')?.type).toBe(
      'TransactionLine',
    );
    expect(modelNames(documentOf(['transactionline'], 'Buchung')).get('transactionline')?.type).toBe(
      'Transactionline',
    );
  });
});
