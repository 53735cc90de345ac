import { knownTables } from '@suitewright/schema';
import { type Catalog, check } from '@suitewright/suiteql';
import { type Measurement, measurement, median } from '../measurement.js';

/** Statements of every kind that people write, from a look-up to a report. */
const statements = [
  'SELECT id, companyname, email FROM customer WHERE isinactive = ?',
  "SELECT t.tranid, t.trandate, BUILTIN.DF(t.entity) AS customer FROM transaction t WHERE t.type = 'SalesOrd' AND t.trandate >= TO_DATE('2026-01-01', 'YYYY-MM-DD') ORDER BY t.trandate DESC FETCH FIRST 50 ROWS ONLY",
  "SELECT i.itemid, SUM(-tl.quantity) AS sold, COUNT(DISTINCT t.id) AS orders FROM transaction t INNER JOIN transactionline tl ON tl.transaction = t.id INNER JOIN item i ON i.id = tl.item WHERE t.type IN ('CustInvc', 'CashSale') AND tl.mainline = 'F' AND tl.taxline = 'F' GROUP BY i.itemid HAVING SUM(-tl.quantity) > 10 ORDER BY sold DESC",
  "SELECT c.id, CASE WHEN c.isperson = 'T' THEN c.firstname || ' ' || c.lastname ELSE c.companyname END AS name, (SELECT MAX(t.trandate) FROM transaction t WHERE t.entity = c.id) AS latest FROM customer c WHERE EXISTS (SELECT 1 FROM transaction t WHERE t.entity = c.id AND t.foreigntotal > 1000)",
  "SELECT a.acctnumber, SUM(NVL(tal.debit, 0)) - SUM(NVL(tal.credit, 0)) AS balance FROM transactionaccountingline tal, account a WHERE tal.account = a.id AND tal.posting = 'T' GROUP BY a.acctnumber ORDER BY a.acctnumber",
];

const ROUNDS = 400;

/** Parsing and checking a statement against the known tables. */
export async function* run(): AsyncGenerator<Measurement> {
  const tables = new Map(
    [...knownTables].map(([name, { columns, primaryKey }]) => [
      name,
      { columns: Object.fromEntries(columns), primaryKey },
    ]),
  );
  const catalog: Catalog = { table: (name) => tables.get(name) };
  for (const text of statements) {
    const errors = check(text, catalog).findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) throw new Error(`A statement of the bench is wrong: ${errors[0]?.message}`);
  }
  const rounds = Array.from({ length: 9 }, () => {
    const start = performance.now();
    for (let round = 0; round < ROUNDS; round++) for (const text of statements) check(text, catalog);
    return ((performance.now() - start) * 1000) / (ROUNDS * statements.length);
  });
  yield measurement('parse and check a SuiteQL statement', median(rounds), 'µs', {
    goal: '<= 100 µs',
    met: (us) => us <= 100,
  });
}
