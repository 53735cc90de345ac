import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { loadRows } from '../../../packages/emulator/src/database/load-rows.js';
import { executeSuiteql } from '../../../packages/emulator/src/suiteql/execute.js';
import { openSeed } from './small-account.js';

const count = 237;
const seed = (): unknown => ({
  tables: { item: Array.from({ length: count }, (_, index) => ({ id: index + 1, itemid: `I${index + 1}` })) },
});
const database = openSeed(seed());
afterAll(() => database.close());

const text = 'SELECT id FROM item ORDER BY id';
const read = (offset: number, limit: number, statement = text): readonly (string | null | undefined)[] =>
  executeSuiteql(database, { text: statement, parameters: [], offset, limit }).rows.map(({ id }) => id);
const ids = (from: number, to: number): readonly string[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => String(from + index + 1));

describe('pages of a result', () => {
  it('have the rows of their place, in whatever order and size they are asked for', () => {
    const page = fc.record({ limit: fc.integer({ min: 1, max: 60 }), number: fc.nat(30) });
    fc.assert(
      fc.property(fc.array(page, { maxLength: 30 }), (pages) => {
        for (const { limit, number } of pages) {
          const offset = limit * number;
          expect(read(offset, limit)).toEqual(ids(offset, Math.min(count, offset + limit)));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('tell how many rows there are in all, on every page', () => {
    for (const offset of [0, 200, 230, 400]) {
      const { totalResults } = executeSuiteql(database, { text, parameters: [], offset, limit: 10 });
      expect(totalResults).toBe(count);
    }
  });

  it('of a result that is shorter than a page tell its length', () => {
    const short = { text: 'SELECT id FROM item WHERE id < ?', parameters: ['4'], offset: 0, limit: 1000 };
    expect(executeSuiteql(database, short)).toEqual({
      rows: [{ id: '1' }, { id: '2' }, { id: '3' }],
      totalResults: 3,
    });
  });

  it('are not confused by other statements and parameters in between', () => {
    const firsts = Array.from(
      { length: 20 },
      (_, index) => read(0, 5, `SELECT id FROM item WHERE id > ${index}`)[0],
    );
    expect(firsts).toEqual(ids(0, 20));
    expect(read(5, 5)).toEqual(ids(5, 10));
  });

  it('show what was written since', () => {
    const own = openSeed(seed());
    const request = { text: 'SELECT COUNT(*) AS n FROM item', parameters: [], offset: 0, limit: 10 };
    expect(executeSuiteql(own, request).rows).toEqual([{ n: String(count) }]);
    loadRows(own, [{ table: 'item', rows: [{ itemid: 'new' }] }]);
    own.revision++;
    expect(executeSuiteql(own, request).rows).toEqual([{ n: String(count + 1) }]);
    own.close();
  });
});
