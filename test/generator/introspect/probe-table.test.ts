import { introspect } from '@suitewright/generator';
import { describe, expect, it } from 'vitest';
import { type Refusal, type Script, startScriptedAccount } from './scripted-account.js';

const fields = Array.from({ length: 40 }, (_, index) => `field${index}`);
const taken = fields.filter((_, index) => index % 3 !== 0);

/** A record of a table that is not known, so that its columns come from REST alone. */
function script(refuseColumn: (column: string, table: string) => Refusal): Script {
  return {
    records: new Map([
      [
        'widget',
        { type: 'object', properties: Object.fromEntries(fields.map((name) => [name, { type: 'string' }])) },
      ],
    ]),
    components: () => ({}),
    tables: new Map([['widget', taken]]),
    refuseColumn,
  };
}

// The words of live answers; the last two name nothing.
const refusals: readonly (readonly [string, (column: string, table: string) => Refusal])[] = [
  [
    'Unknown identifier',
    (column, table) => ({
      status: 400,
      detail: `Invalid search query. Search error occurred: Unknown identifier '${column}'. Available identifiers are: {${table}=${table}}.`,
    }),
  ],
  [
    'a qualified identifier',
    (column, table) => ({ status: 400, detail: `Unknown identifier '${table}.${column}'.` }),
  ],
  [
    'NOT_EXPOSED',
    (column, table) => ({
      status: 400,
      detail: `Search error occurred: Field '${column.toUpperCase()}' for record '${table}' was not found. Reason: NOT_EXPOSED`,
    }),
  ],
  [
    'Invalid or unsupported search',
    () => ({ status: 400, detail: 'Search error occurred: Invalid or unsupported search.' }),
  ],
  [
    '500 UNEXPECTED_ERROR',
    () => ({ status: 500, detail: 'An unexpected error occurred. Error ID: jrgbpyylphhishmmlxyt' }),
  ],
];

describe('probing a table', () => {
  it.each(refusals)(
    'finds the columns that are taken when refusals say: %s',
    async (_words, refuseColumn) => {
      await using account = await startScriptedAccount(script(refuseColumn));
      const raw = await introspect(account.connection, { probe: 'all' });
      expect(new Set(raw.tables?.get('widget')?.accepted)).toEqual(new Set(taken));
      expect(raw.tables?.get('widget')?.refused).toEqual(fields.filter((name) => !taken.includes(name)));
      const queries = account.requests.filter((request) => request.includes('FROM widget FETCH'));
      expect(queries.length).toBeLessThan(2 * fields.length);
      expect(new Set(queries).size).toBe(queries.length);
    },
  );

  it('takes one query for a table of which all columns are taken', async () => {
    await using account = await startScriptedAccount({
      ...script(() => ({ status: 400, detail: '' })),
      tables: new Map([['widget', fields]]),
    });
    await introspect(account.connection, { probe: 'all' });
    expect(account.requests.filter((request) => request.includes('FROM widget'))).toEqual([
      expect.stringContaining(
        `SELECT ${fields.map((name) => `widget.${name}`).join(', ')} FROM widget FETCH FIRST 1 ROWS ONLY`,
      ),
    ]);
  });

  it('takes two queries for a table that is hidden without a reason', async () => {
    const refusal: Refusal = { status: 500, detail: 'An unexpected error occurred.' };
    await using account = await startScriptedAccount({
      ...script(() => refusal),
      tables: new Map([['widget', []]]),
      refuseTable: refusal,
    });
    const raw = await introspect(account.connection, { probe: 'all' });
    expect(raw.tables?.get('widget')).toBeNull();
    expect(account.requests.filter((request) => request.includes('FROM widget'))).toHaveLength(2);
  });
});
