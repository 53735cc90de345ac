import { afterAll, describe, expect, it } from 'vitest';
import { openSeed, rejectionOf, smallSeed } from './small-account.js';

const database = openSeed(smallSeed);
afterAll(() => database.close());

const prefix = 'Invalid search query. Detailed unprocessed description follows. ';
const generic = 'Search error occurred: Invalid or unsupported search.';

// errors.json, the live cases of the query service.
describe("NetSuite's errors", () => {
  it.each([
    [
      'SELECT nosuch FROM transaction',
      "Search error occurred: Unknown identifier 'nosuch'. Available identifiers are: {transaction=transaction}.",
    ],
    [
      'SELECT t.nosuch FROM transaction t JOIN Customer c ON c.id = t.entity',
      "Search error occurred: Unknown identifier 'nosuch'. Available identifiers are: {t=transaction, c=customer}.",
    ],
    [
      'SELECT x.id FROM transaction t',
      "Search error occurred: Unknown identifier 'x'. Available identifiers are: {t=transaction}.",
    ],
    [
      'SELECT x.* FROM transaction t',
      "Search error occurred: Unknown identifier 'x'. Available identifiers are: {t=transaction}.",
    ],
    ['SELECT id FROM Email', 'Invalid search type: Email.'],
    [
      'SELECT subsidiary FROM transaction',
      "Search error occurred: Field 'subsidiary' for record 'transaction' was not found. Reason: NOT_EXPOSED",
    ],
    [
      'SELECT t.id FROM transaction t WHERE t.total > 5',
      "Search error occurred: Field 'total' for record 'transaction' was not found. Reason: NOT_EXPOSED",
    ],
  ])('%s', (text, description) => {
    expect(rejectionOf(database, text).detail).toBe(prefix + description);
  });

  it.each([
    ['SELECT id FROM customer LIMIT 5', 'FETCH FIRST 5 ROWS ONLY'],
    ['SELECT FROM customer', 'line 1'],
    ['UPDATE customer SET id = 1', 'SuiteQL only reads'],
    ['SELECT id FROM customer, employee', 'ambiguous'],
    ['SELECT NOSUCH(id) FROM customer', 'The function NOSUCH is not emulated'],
    ['SELECT SUBSTR(companyname) FROM customer', 'SUBSTR takes 2 to 3 arguments'],
    ['SELECT id FROM customer WHERE isinactive = TRUE', "Compare with 'T' or 'F'"],
    ['SELECT id FROM customer WHERE id', 'a condition is called for'],
    ['SELECT id = 1 FROM customer', 'a value is called for'],
    ['SELECT id FROM customer UNION SELECT id, name FROM currency', '1 and 2 columns'],
    ['SELECT trandate FROM transaction UNION SELECT name FROM currency', 'is a date in one query'],
    ['SELECT id FROM customer WHERE id = ?', 'parameter 1, and 0 values were given'],
    ['SELECT trandate + trandate FROM transaction', 'Two dates cannot be combined with +'],
    ['SELECT TO_NUMBER(name) FROM currency', "'US Dollar' is no number"],
    [
      'SELECT (SELECT id FROM currency) AS x, (SELECT id, name FROM currency) AS y FROM customer',
      'must yield one column',
    ],
    ['SELECT id FROM customer WHERE ROWNUM = 1 OR id = 2', 'ROWNUM is emulated in WHERE only'],
    ['SELECT id FROM customer ORDER BY 3', 'the SELECT list has 1 columns'],
  ])('%s is refused without a word, and the reason kept', (text, reason) => {
    const rejection = rejectionOf(database, text);
    expect(rejection.detail).toBe(prefix + generic);
    expect(rejection.status).toBe(400);
    expect(rejection.reason).toContain(reason);
  });

  it.each(['sqlite_master', 'sqlite_schema', '"names.transactiontype"', 'pragma_table_info', 'json_each'])(
    'does not know %s, which is of SQLite or the emulator itself',
    (table) => {
      expect(rejectionOf(database, `SELECT * FROM ${table}`).detail).toContain('Invalid search type');
    },
  );

  it.each(['sw_exact(1)', 'load_extension(1)', 'sqlite_version()', 'char(65)', 'printf(1)'])(
    'does not know the function %s',
    (expression) => {
      expect(rejectionOf(database, `SELECT ${expression} FROM currency`).detail).toBe(prefix + generic);
    },
  );

  it('refuses more than 1,000 values in one IN list', () => {
    const list = (length: number): string => Array.from({ length }, (_, index) => index + 100).join(', ');
    expect(rejectionOf(database, `SELECT id FROM customer WHERE id IN (${list(1001)})`).reason).toMatch(
      /1,?000/,
    );
  });
});
