import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { SuiteqlRejection } from '../../../packages/emulator/src/suiteql/rejection.js';
import { openSeed, rowsOf, smallSeed } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const statements = [
  "SELECT t.id, BUILTIN.DF(t.entity) AS customer, TO_CHAR(t.trandate, 'YYYY-MM-DD') d FROM transaction t LEFT JOIN customer c ON c.id = t.entity WHERE t.type = 'SalesOrd' AND ROWNUM <= 5 ORDER BY t.trandate DESC NULLS LAST",
  'SELECT entity, COUNT(*) n, SUM(foreigntotal / 2) s FROM transaction GROUP BY ROLLUP(entity, type) HAVING COUNT(*) > 1 ORDER BY n',
  'SELECT * FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY type ORDER BY id) r FROM transaction) WHERE r = 1 AND id NOT IN (SELECT id FROM customer UNION SELECT 1 FROM item)',
  "SELECT c.id, e.firstname || ' ' || NVL(e.lastname, '-') FROM customer c, employee e WHERE c.salesrep = e.id(+) AND c.datecreated + 1 > SYSDATE - INTERVAL '9' YEAR",
  "SELECT CASE WHEN id BETWEEN 1 AND 2 THEN DECODE(isinactive, 'T', 1, 0) ELSE -1 END v FROM customer WHERE EXISTS (SELECT 1 FROM transaction t WHERE t.entity = customer.id) FETCH FIRST 2 ROWS ONLY",
];
const tokensOf = (text: string): readonly string[] => text.match(/'[^']*'|\w+|\s+|[^\w\s]/g) ?? [];
const pool = [...new Set(statements.flatMap(tokensOf).filter((token) => token.trim() !== ''))];

describe('a mutated statement', () => {
  it('runs or is refused, and SQLite is never handed what it cannot parse', () => {
    const mutation = fc.record({ at: fc.nat(200), token: fc.constantFrom('', ...pool) });
    const mutant = fc.record({
      statement: fc.constantFrom(...statements),
      mutations: fc.array(mutation, { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(mutant, ({ statement, mutations }) => {
        const tokens = [...tokensOf(statement)];
        for (const { at, token } of mutations) tokens[at % tokens.length] = token;
        try {
          rowsOf(database, tokens.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(SuiteqlRejection);
          expect(error).toHaveProperty('reason', expect.not.stringMatching(/syntax error|no such|misuse of/));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
