import { startEmulator } from '@suitewright/emulator';
import { bindClient, type ClientBase, defineQuery, type Query } from '@suitewright/runtime';
import { knownTables, type SchemaDocument } from '@suitewright/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedQueries } from '../../../packages/generator/src/queries/named-query.js';
import { columnKind } from '../../../packages/generator/src/queries/query-parameters.js';
import { schemaCatalog } from '../../../packages/generator/src/queries/schema-catalog.js';
import { type TypedQuery, typeQuery } from '../../../packages/generator/src/queries/typed-query.js';

const tables = Object.fromEntries(
  ['customer', 'transaction', 'transactionline', 'currency'].map((name) => {
    const known = knownTables.get(name);
    const columns = [...(known?.columns ?? [])].map(([column, { kind, exposed }]) => [
      column,
      { kind, exposed, label: null, description: null, custom: false },
    ]);
    return [
      name,
      { label: null, primaryKey: 'id', confidence: 'known', columns: Object.fromEntries(columns) },
    ];
  }),
) as SchemaDocument['tables'];

const seed = {
  tables: {
    currency: [{ id: 1, name: 'US Dollar', symbol: 'USD', lastmodifieddate: '2026-01-02T03:04:05' }],
    customer: [
      { id: 10, companyname: 'A', datecreated: '2026-03-01T10:00:00', isinactive: false },
      { id: 11, companyname: 'B', datecreated: '2026-02-01T12:30:00', isinactive: true },
    ],
    transaction: [
      { id: 1, type: 'SalesOrd', tranid: 'S1', trandate: '2026-02-03', entity: 10, foreigntotal: 10 },
      { id: 2, type: 'SalesOrd', tranid: 'S2', trandate: '2026-01-20', entity: 10, foreigntotal: 20.5 },
      { id: 3, type: 'CustInvc', tranid: 'I1', trandate: '2026-02-03', entity: 11, foreigntotal: null },
    ],
  },
};

let emulator: Awaited<ReturnType<typeof startEmulator>>;
let ns: ClientBase;

beforeAll(async () => {
  emulator = await startEmulator({ seed });
  const generated = { format: 1, schema: 'test', bindParameters: true, timeZone: null, models: {} } as const;
  ns = bindClient(generated, { environment: emulator.environment('tba') });
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

function typed(text: string): TypedQuery {
  const [query] = namedQueries({ path: 'test.suiteql', text }).queries;
  if (query === undefined) throw new Error('There is no query.');
  const result = typeQuery(query, schemaCatalog({ tables }));
  expect(result.findings).toEqual([]);
  if (result.typed === null) throw new Error('The query has errors.');
  return result.typed;
}

/** The query as generated code has it. */
function query({ text, slots, columns }: TypedQuery, given: Record<string, unknown> = {}): Query<unknown> {
  return defineQuery<(parameters: Record<string, unknown>) => Query<unknown>>({
    name: 'test',
    text,
    parameters: slots.map(({ name, kind, memberOf, isRowCount }) => ({
      name,
      kind,
      ...(memberOf === null ? {} : { memberOf: memberOf.operand, negated: memberOf.negated }),
      rowCount: isRowCount,
    })),
    columns: Object.fromEntries(columns.map((column) => [column.name, columnKind(column.kind) ?? 'text'])),
  })(given);
}

interface Example {
  readonly text: string;
  readonly given?: Record<string, unknown>;
  readonly sent: string;
  readonly rows: readonly unknown[];
}

const examples: Readonly<Record<string, Example>> = {
  'dates under their own names, and sorts by the column in expressions': {
    text: "SELECT tranid, trandate FROM transaction ORDER BY TRUNC(trandate, 'MM') DESC, trandate, tranid",
    sent: `SELECT tranid, TO_CHAR(trandate, 'YYYY-MM-DD') AS trandate
FROM transaction
ORDER BY TRUNC(transaction.trandate, 'MM') DESC, trandate, tranid`,
    rows: [
      { tranid: 'I1', trandate: '2026-02-03' },
      { tranid: 'S1', trandate: '2026-02-03' },
      { tranid: 'S2', trandate: '2026-01-20' },
    ],
  },
  'dates of DISTINCT and of both sides of a UNION': {
    text: `SELECT DISTINCT trandate AS day FROM transaction UNION SELECT datecreated FROM customer ORDER BY day`,
    sent: `SELECT DISTINCT TO_CHAR(trandate, 'YYYY-MM-DD"T"HH24:MI:SS') AS day
FROM transaction
UNION
SELECT TO_CHAR(datecreated, 'YYYY-MM-DD"T"HH24:MI:SS')
FROM customer
ORDER BY day`,
    rows: [
      { day: '2026-01-20T00:00:00' },
      { day: '2026-02-01T12:30:00' },
      { day: '2026-02-03T00:00:00' },
      { day: '2026-03-01T10:00:00' },
    ],
  },
  'dates in parentheses and from subqueries, with comments about': {
    text: `SELECT (MAX(trandate)) /* the ) last */ AS latest, -- :not a parameter
      (SELECT MIN(datecreated) FROM customer) AS first FROM transaction`,
    sent: `SELECT
  TO_CHAR((MAX(trandate)), 'YYYY-MM-DD') AS latest,
  TO_CHAR((SELECT MIN(datecreated) FROM customer), 'YYYY-MM-DD"T"HH24:MI:SS') AS first
FROM transaction`,
    rows: [{ latest: '2026-02-03', first: '2026-02-01T12:30:00' }],
  },
  'expressions without a name under the name that they have': {
    text: 'SELECT COUNT(*), MAX(foreigntotal) + 1, MAX(entity) e FROM transaction',
    sent: 'SELECT COUNT(*) AS expr1, MAX(foreigntotal) + 1 AS expr2, MAX(entity) e\nFROM transaction',
    rows: [{ expr1: 3, expr2: 21.5, e: '11' }],
  },
  'a list that is empty, negated, or over 1,000 values': {
    text: 'SELECT id FROM transaction WHERE id NOT IN (:without[]) AND (UPPER(tranid) IN (:numbers[]) OR id = :id) ORDER BY id',
    given: { without: [], numbers: [...Array(1500).keys(), 'S1'].map(String), id: 3 },
    sent: '',
    rows: [{ id: '1' }, { id: '3' }],
  },
  'one value in two places, as a date in both': {
    text: `SELECT tranid, TRUNC(:day) - trandate AS age FROM transaction WHERE trandate < :day ORDER BY id`,
    given: { day: '2026-02-03' },
    sent: `SELECT tranid, TRUNC(TO_DATE(?, 'YYYY-MM-DD')) - trandate AS age
FROM transaction
WHERE trandate < TO_DATE(?, 'YYYY-MM-DD')
ORDER BY id`,
    rows: [{ tranid: 'S2', age: 14 }],
  },
  'a date that the comment declares, and a number of rows': {
    text: '-- @param {date} day\nSELECT NVL(:day, SYSDATE) AS day FROM transaction ORDER BY id FETCH FIRST :count ROWS ONLY',
    given: { day: '2026-05-06', count: 1 },
    sent: `SELECT TO_CHAR(NVL(TO_DATE(?, 'YYYY-MM-DD'), SYSDATE), 'YYYY-MM-DD"T"HH24:MI:SS') AS day
FROM transaction
ORDER BY id
FETCH FIRST 1 ROWS ONLY`,
    rows: [{ day: '2026-05-06T00:00:00' }],
  },
};

describe('a query of a .suiteql file', () => {
  it.each(Object.entries(examples))('asks for %s', async (_, { text, given, sent, rows }) => {
    const made = query(typed(text), given);
    if (sent !== '') expect(ns.$toSuiteQL(made).text).toBe(sent);
    expect(await ns.$all(made)).toEqual(rows);
  });

  it('asks for the columns that * stands for, decoded', async () => {
    const made = query(typed('SELECT c.*, 1 AS one FROM currency c'));
    expect(ns.$toSuiteQL(made).text).not.toContain('*');
    expect(await ns.$first(made)).toMatchObject({
      id: '1',
      symbol: 'USD',
      lastmodifieddate: '2026-01-02T03:04:05',
      one: 1,
    });
  });

  it('knows what rows and parameters are', () => {
    const { columns, parameters } = typed(`
      SELECT t.id, c.companyname, c.id AS customer, COUNT(*) AS n, SUM(t.foreigntotal) AS total, NVL(t.memo, 'x') AS memo
      FROM transaction t LEFT JOIN customer c ON c.id = t.entity
      WHERE t.entity = :customer AND t.foreigntotal > :least AND c.isinactive = :inactive AND t.type IN (:types[]) AND t.id IN (:ids[])
      GROUP BY t.id, c.companyname, c.id, t.memo`);
    expect(columns.map(({ name, kind, nullable }) => [name, kind, nullable])).toEqual([
      ['id', 'id', false],
      ['companyname', 'text', true],
      ['customer', 'id', true],
      ['n', 'int', false],
      ['total', 'num', true],
      ['memo', 'text', false],
    ]);
    expect(parameters.map(({ name, kind, list }) => [name, kind, list])).toEqual([
      ['customer', 'ref:entity', false],
      ['least', 'num', false],
      ['inactive', 'bool', false],
      ['types', 'text', true],
      ['ids', 'ref:transaction', true],
    ]);
  });

  it.each([
    ['SELECT * FROM nowhere', 'unknown-columns'],
    ['SELECT t.id, c.id FROM transaction t, customer c', 'duplicate-output'],
    ['SELECT id FROM customer WHERE id = ?', 'parameter-name'],
    ['SELECT id FROM transaction WHERE trandate > :x AND foreigntotal > :x', 'parameter-kind'],
    ['SELECT id FROM customer WHERE id = :x OR id IN (:x[])', 'parameter-kind'],
    ['SELECT id FROM customer WHERE id IN (1, :x[])', 'list-parameter'],
    ['SELECT id FROM customer WHERE NVL(companyname, :y) IN (:x[])', 'list-parameter'],
    ['-- @param {moment} x\nSELECT id FROM customer WHERE id = :x', 'parameter-kind'],
    [
      'SELECT MAX(trandate) AS last, entity FROM transaction GROUP BY entity ORDER BY last + 1',
      'computed-order',
    ],
  ])('refuses %s', (text, code) => {
    const [named] = namedQueries({ path: 'test.suiteql', text }).queries;
    if (named === undefined) throw new Error('There is no query.');
    const { typed: made, findings } = typeQuery(named, schemaCatalog({ tables }));
    expect(made).toBeNull();
    expect(findings.filter(({ severity }) => severity === 'error').map((found) => found.code)).toContain(
      code,
    );
  });
});
