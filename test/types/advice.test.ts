import { describe, expect, it } from 'vitest';
import { compileSnippets } from './compile-snippets.js';

const head = `
import { eq, from, sql } from '@suitewright/runtime';
import { customer, salesorder, type StoreClient } from '../runtime/model/store.js';
declare const ns: StoreClient;
`;

const select = 'call .select({ … }) before it is sent';
const dateText = "as text, such as '2026-01-31'";
const sqlIn = 'for a list write sql.in(column, values)';
const awaitIt = 'await it to get its result';

/** What people write, and the words of the message's first line that tell them what to write instead. */
const mistakes: readonly (readonly [program: string, advice: string])[] = [
  ['ns.$all(from(customer));', select],
  ['ns.$first(from(customer).where(eq(customer.id, 1)));', select],
  ['ns.$stream(from(customer));', select],
  ['ns.salesorder.findMany({ where: { trandate: new Date() } });', dateText],
  ['ns.salesorder.findMany({ where: { trandate: { gte: new Date() } } });', dateText],
  ['ns.salesorder.aggregate({ _sum: { tranid: true } });', 'only numbers have a sum and a mean'],
  ["ns.salesorder.groupBy({ by: ['type'], _avg: { tranid: true } });", 'only numbers have a sum and a mean'],
  [`sql\`SELECT id FROM t WHERE id IN (\${['1', '2']})\`;`, sqlIn],
  [`sql<{ id: string }>\`SELECT id FROM t WHERE id IN (\${[1, 2]})\`;`, sqlIn],
  ['const rows = ns.customer.findMany(); rows[0];', awaitIt],
  ['const rows = ns.customer.findMany(); rows.length;', awaitIt],
  ['const rows = ns.customer.findMany(); for (const row of rows) void row;', awaitIt],
  ['const row = ns.customer.findFirst(); row.id;', awaitIt],
  ['const rows = ns.$all(from(customer).select({ id: customer.id })); rows.length;', awaitIt],
  ['const count = ns.customer.count(); count > 1;', awaitIt],
];

describe('the first line of the compiler says what to write instead of', () => {
  const results = compileSnippets(
    head,
    mistakes.map(([program]) => program),
  );

  it.each(mistakes.map(([program, advice], index) => ({ program, advice, messages: results[index] ?? [] })))(
    '$program',
    ({ advice, messages }) => {
      expect(messages).toHaveLength(1);
      expect(messages[0]?.split('\n')[0]).toContain(advice);
    },
  );
});
