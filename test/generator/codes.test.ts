import { startEmulator } from '@suitewright/emulator';
import { type CodeSettings, introspect, normalize, plan, SettingsError } from '@suitewright/generator';
import { createConnection } from '@suitewright/runtime';
import { diffSchemas, type SchemaDocument } from '@suitewright/schema';
import { beforeAll, describe, expect, it } from 'vitest';
import { startScriptedAccount } from './introspect/scripted-account.js';

let document: SchemaDocument;

beforeAll(async () => {
  const emulator = await startEmulator({
    seed: {
      tables: {
        transaction: [
          { id: '1', type: 'Custom103', recordtype: 'customtransaction_lease', status: 'Q' },
          { id: '2', type: 'SalesOrd', recordtype: 'salesorder', status: 'B' },
        ],
      },
    },
  });
  try {
    await using connection = createConnection({ environment: emulator.environment() });
    document = normalize(await introspect(connection));
  } finally {
    await emulator.close();
  }
});

function codesOf({ tables }: SchemaDocument, table: string, column: string): readonly string[] | undefined {
  return tables[table]?.columns[column]?.codes;
}

/** The codes of a column as the generated enums list them. */
function generatedCodes(typeName: string, codes: CodeSettings = {}): string | undefined {
  const file = plan(document, { codes }).files.find(({ name }) => name === 'enums.ts');
  if (file?.template !== 'enums') throw new Error('There is no file of enums.');
  return file.view.enums.find(({ name }) => name === typeName)?.type;
}

describe('codes of columns', () => {
  it('are the known ones and those that the account has, in every column that holds the same', () => {
    expect(codesOf(document, 'transaction', 'type')).toEqual(
      expect.arrayContaining(['Custom103', 'CustInvc', 'SalesOrd']),
    );
    expect(codesOf(document, 'nexttransactionlink', 'nexttype')).toEqual(
      codesOf(document, 'transaction', 'type'),
    );
    expect(codesOf(document, 'transaction', 'recordtype')).toContain('customtransaction_lease');
    expect(codesOf(document, 'transaction', 'status')).toContain('Q');
    expect(codesOf(document, 'transactionline', 'itemtype')).toContain('InvtPart');
    expect(codesOf(document, 'account', 'accttype')).toContain('OthCurrAsset');
    expect(codesOf(document, 'transaction', 'tranid')).toBeUndefined();
  });

  it('are the known ones where the account was not asked, or fails to answer', async () => {
    await using account = await startScriptedAccount({
      records: new Map([['salesorder', { type: 'object', properties: { id: { type: 'string' } } }]]),
      components: () => ({}),
      tables: new Map([['transaction', ['id', 'type', 'status']]]),
      damage: (request) => (request.includes('GROUP BY transaction.type') ? '<html>' : undefined),
    });
    const raw = await introspect(account.connection);
    expect(raw.warnings).toContainEqual(
      expect.stringMatching(/^The codes of transaction\.type could not be read/),
    );
    const known = normalize(await introspect(account.connection, { probe: 'none' }));
    expect(codesOf(normalize(raw), 'transaction', 'type')).toEqual(codesOf(known, 'transaction', 'type'));
    expect(codesOf(known, 'transaction', 'type')).toContain('SalesOrd');
  });

  it('show in the difference of two schemas', () => {
    const before = structuredClone(document);
    const transaction = before.tables.transaction;
    if (transaction === undefined) throw new Error('There is no table of transactions.');
    const type = { ...transaction.columns.type, codes: ['SalesOrd'] };
    const changed = {
      ...before,
      tables: {
        ...before.tables,
        transaction: { ...transaction, columns: { ...transaction.columns, type } },
      },
    } as SchemaDocument;
    expect(diffSchemas(changed, document).map(({ description }) => description)).toEqual([
      expect.stringMatching(
        /^table transaction: column type: codes was \["SalesOrd"\], is \[.*"Custom103".*\]$/,
      ),
    ]);
  });

  it('are joined by those of the configuration', () => {
    expect(generatedCodes('TransactionType')).not.toContain("'Custom999'");
    expect(generatedCodes('TransactionType', { transaction: { type: ['Custom999'] } })).toContain(
      "'Custom999'",
    );
    expect(generatedCodes('TransactionSource', { transaction: { source: ['web', "it's"] } })).toBe(
      String.raw` 'it\'s' | 'web'`,
    );
  });

  it('are refused for what the schema does not have, all mistakes at once', () => {
    const codes = { trnsaction: { type: ['X'] }, transaction: { tpe: ['X'], trandate: ['X'] } };
    expect(() => plan(document, { codes })).toThrow(SettingsError);
    expect(() => plan(document, { codes })).toThrow(
      "The setting 'codes' does not fit the schema:\n" +
        '  - trnsaction: there is no such table.\n' +
        '  - transaction.tpe: transaction has no such column.\n' +
        '  - transaction.trandate: only a text column holds codes, and it is of kind date.',
    );
  });
});
