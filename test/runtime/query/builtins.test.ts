import { type Emulator, startEmulator } from '@suitewright/emulator';
import { bindClient, type ClientBase, eq, from } from '@suitewright/runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  builtinCases,
  builtinConditions,
  department,
  line,
  builtinRows as tables,
  transaction,
} from './cases/builtins.js';

const NOW = Date.UTC(2026, 2, 15, 12);

let emulator: Emulator;
let ns: ClientBase;

beforeAll(async () => {
  emulator = await startEmulator({ seed: { tables }, clock: () => NOW });
  ns = bindClient<ClientBase>(
    { format: 1, schema: 'builtins', bindParameters: true, timeZone: null, models: {} },
    { environment: emulator.environment('tba'), clock: { now: () => NOW, sleep: async () => {} } },
  );
});
afterAll(async () => {
  await ns.$close();
  await emulator.close();
});

describe('BUILTIN functions', () => {
  it.each(builtinCases)('%s', async (_name, expression, text, wanted) => {
    const query = from(transaction)
      .innerJoin(line, eq(line.transaction, transaction.id))
      .select({ expression });

    expect(ns.$toSuiteQL(query).text).toContain(`SELECT ${text} AS c0 FROM`);
    expect(await ns.$all(query)).toEqual([{ expression: wanted }]);
  });

  it.each(builtinConditions)('%s', async (_name, condition, text, rows) => {
    const query = from(department).where(condition).select({ id: department.id });

    expect(ns.$toSuiteQL(query)).toEqual({
      text: `SELECT department.id AS c0 FROM department WHERE ${text}`,
      parameters: [],
    });
    expect(await ns.$all(query)).toHaveLength(rows);
  });
});
