import { defineQuery, defineTable } from '@suitewright/runtime';
import { describe, expect, it } from 'vitest';

const right = { name: 'byId', text: 'SELECT id FROM customer', parameters: [], columns: { id: 'id' } };

describe('what defines nothing is refused by', () => {
  it.each<[given: unknown, message: string]>([
    [undefined, 'defineQuery(): undefined is not a definition. Give an object with name, text'],
    [null, 'defineQuery(): null is not a definition'],
    ['SELECT 1', "defineQuery(): 'SELECT 1' is not a definition"],
    [{}, 'defineQuery(): name: undefined is not a string'],
    [{ ...right, text: undefined }, 'defineQuery(): byId: text: undefined is not a string'],
    [{ ...right, parameters: undefined }, 'defineQuery(): byId: parameters: undefined is not an array'],
    [{ ...right, parameters: [null] }, 'defineQuery(): byId: parameters.0: null is not a parameter'],
    [
      { ...right, parameters: [{ name: 'id', kind: {} }] },
      'defineQuery(): byId: parameters.0: kind: an object is not a kind of value',
    ],
    [{ ...right, columns: null }, 'defineQuery(): byId: columns: null does not declare columns'],
    [{ ...right, columns: { id: 'number' } }, "defineQuery(): byId: columns.id: 'number' is not a kind"],
  ])('defineQuery: %j', (given, message) => {
    const define = () => defineQuery(given as never);
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });

  it('a query whose text has other parameters than its definition', () => {
    const text = 'SELECT id FROM customer WHERE id = ? AND salesrep = ?';
    const parameters = [{ name: 'id', kind: 'id' as const }];
    const query = defineQuery({ ...right, text, parameters, columns: { id: 'id' } });
    expect(() => query({ id: 1 } as never)).toThrow(
      new TypeError(
        "byId: the text has 2 '?', but the definition has 1 parameters. Describe each '?', in order.",
      ),
    );
  });

  it.each<[name: unknown, columns: unknown, options: unknown, message: string]>([
    [undefined, {}, {}, "defineTable(undefined): give the table's name as a string"],
    ['x', undefined, {}, "defineTable('x'): give the columns and the options as objects"],
    ['x', { id: {} }, {}, "defineTable('x'): id: an object is not a kind of value. Use one of: id, text"],
    ['x', { id: undefined }, {}, "defineTable('x'): id: undefined is not a kind of value"],
    ['x', { id: 'id' }, { primaryKey: 5 }, "defineTable('x'): primaryKey: 5 is not a column's name"],
    ['x', { id: 'id' }, { discriminator: 'type' }, "defineTable('x'): discriminator: give an array"],
    ['x', { id: 'id' }, { discriminator: [null] }, "defineTable('x'): discriminator: give an array"],
    ['x', { id: 'id' }, { relations: { y: null } }, "defineTable('x'): relations: give an object"],
  ])('defineTable: %j %j %j', (name, columns, options, message) => {
    const define = () => defineTable(name as never, columns as never, options as never);
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });
});
