import { existsSync, readFileSync } from 'node:fs';
import { parse, SuiteqlError } from '@suitewright/suiteql';
import { afterAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../../../packages/emulator/src/account/demo-account.js';
import { openDatabase } from '../../../packages/emulator/src/database/open.js';
import { demoRows } from '../../../packages/emulator/src/demo/demo-rows.js';
import { executeSuiteql } from '../../../packages/emulator/src/suiteql/execute.js';
import { SuiteqlRejection } from '../../../packages/emulator/src/suiteql/rejection.js';

// Published queries are test input only and stay outside the repository.
const corpusPath = new URL('../../../../shared/netsuite/suiteql-corpus.json', import.meta.url);

interface Corpus {
  readonly queries: readonly { readonly id: string; readonly query: string; readonly tier: string }[];
}

type Outcome = 'runs' | 'no statement' | 'unknown name' | 'refused';

describe.skipIf(!existsSync(corpusPath))('published queries', () => {
  const database = openDatabase({ account: demoAccount, rows: demoRows({ rows: 500 }) });
  afterAll(() => database.close());

  const outcomeOf = (text: string): Outcome => {
    try {
      const parameters = Array.from(
        JSON.stringify(parse(text)).matchAll(/"kind":"parameter"/g),
        () => '1/1/2026',
      );
      executeSuiteql(database, { text, parameters, offset: 0, limit: 10 });
      return 'runs';
    } catch (error) {
      if (error instanceof SuiteqlError) return 'no statement';
      if (!(error instanceof SuiteqlRejection)) throw error;
      return /Invalid search type|Unknown identifier|NOT_EXPOSED/.test(error.detail)
        ? 'unknown name'
        : 'refused';
    }
  };

  it('run when the account has their tables and columns', () => {
    const { queries } = JSON.parse(readFileSync(corpusPath, 'utf8')) as Corpus;
    const having = (outcome: Outcome): readonly string[] =>
      queries.filter(({ query }) => outcomeOf(query) === outcome).map(({ id }) => id);
    // Two hold placeholders for dates: TO_DATE('<START_DATE>', …).
    expect(having('refused')).toEqual(['q0489', 'q0490']);
    expect(having('runs').length).toBeGreaterThanOrEqual(130);
  });
});
