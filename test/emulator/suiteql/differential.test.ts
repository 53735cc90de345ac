import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSeed, valuesOf } from './small-account.js';

interface Sale {
  readonly id: number;
  readonly entity: number | null;
  readonly cents: number | null;
}

const customerIds = [1, 2, 3];
const seedOf = (sales: readonly Sale[]): unknown => ({
  tables: {
    customer: customerIds.map((id) => ({ id, companyname: `C${id}` })),
    transaction: sales.map(({ id, entity, cents }) => ({
      id,
      entity,
      foreigntotal: cents === null ? null : cents / 100,
    })),
  },
});

const salesArbitrary = fc
  .array(
    fc.record({
      // 9 is no customer.
      entity: fc.constantFrom(1, 2, 9, null),
      cents: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 })),
    }),
    { maxLength: 12 },
  )
  .map((drawn) => drawn.map((sale, index): Sale => ({ id: index + 1, ...sale })));

const text = (value: number | null): string | null => (value === null ? null : String(value));

/** What a plain evaluation in JavaScript makes of the same rows. */
describe('against a plain evaluation', () => {
  it('a left join has each row of its left side, once for each match or once alone', () => {
    fc.assert(
      fc.property(salesArbitrary, (sales) => {
        const database = openSeed(seedOf(sales));
        const expected = customerIds.flatMap((id) => {
          const own = sales.filter(({ entity }) => entity === id);
          return own.length === 0 ? [[String(id), null]] : own.map((sale) => [String(id), String(sale.id)]);
        });
        expect(
          valuesOf(
            database,
            'SELECT c.id a, t.id b FROM customer c LEFT JOIN transaction t ON t.entity = c.id ORDER BY c.id, t.id',
          ),
        ).toEqual(expected);
        database.close();
      }),
      { numRuns: 30 },
    );
  });

  it('groups have their count, exact sum, least and most, NULL being a group of its own', () => {
    fc.assert(
      fc.property(salesArbitrary, (sales) => {
        const database = openSeed(seedOf(sales));
        const keys = [1, 2, 9, null].filter((key) => sales.some(({ entity }) => entity === key));
        const expected = keys.map((key) => {
          const cents = sales.flatMap((sale) =>
            sale.entity === key && sale.cents !== null ? [sale.cents] : [],
          );
          const count = sales.filter(({ entity }) => entity === key).length;
          if (cents.length === 0) return [text(key), String(count), null, null, null];
          const sum = cents.reduce((total, amount) => total + amount, 0);
          return [key, count, sum / 100, Math.min(...cents) / 100, Math.max(...cents) / 100].map(text);
        });
        expect(
          valuesOf(
            database,
            'SELECT entity a, COUNT(*) b, SUM(foreigntotal) c, MIN(foreigntotal) d, MAX(foreigntotal) e FROM transaction GROUP BY entity ORDER BY entity',
          ),
        ).toEqual(expected);
        database.close();
      }),
      { numRuns: 30 },
    );
  });
});
