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

interface PublishedQuery {
  readonly id: string;
  readonly query: string;
  /** A, B+ and B are meant to run; T comes from tests, and may be wrong on purpose. */
  readonly tier: string;
}

/** Why queries that are meant to run do not: each reason, and the queries that it holds for. */
const refusals: Readonly<Record<string, readonly string[]>> = {
  "'<START_DATE>' does not fit the date mask 'MM/DD/YYYY'.": ['q0489', 'q0490'],
  'SuiteQL does not expose transaction.createdfrom. Use transactionline.createdfrom.': ['q0496'],
  'SuiteQL does not expose transaction.subsidiary. Use transactionline.subsidiary.': [
    'q0149',
    'q0491',
    'q0492',
    'q0493',
  ],
  'SuiteQL does not expose transaction.total. Use transaction.foreigntotal.': [
    'q0121',
    'q0141',
    'q0187',
    'q0188',
    'q0367',
  ],
  'column not known: account of account, transactionline': ['q0486', 'q0487'],
  'column not known: account of transaction, account': ['q0612'],
  'column not known: amount of customer': ['q0103'],
  'column not known: baseprice of item': ['q0131'],
  'column not known: create_date of transaction': ['q0597'],
  'column not known: custbody_myfield of transaction': ['q0176'],
  'column not known: custcol_delivery_date of transaction, transactionline': ['q0156'],
  'column not known: custentity_credit_limit of customer': ['q0157'],
  'column not known: custentity_field1 of customer': ['q0181'],
  'column not known: id of scheduledscriptinstance, scriptdeployment': [
    'q0495',
    'q0502',
    'q0503',
    'q0504',
    'q0505',
  ],
  'column not known: isinactive of entitystatus': ['q0499'],
  'column not known: mainline of customer, transaction': ['q0124'],
  'column not known: mainline of transaction': [
    'q0106',
    'q0116',
    'q0118',
    'q0119',
    'q0126',
    'q0147',
    'q0148',
    'q0151',
    'q0152',
    'q0153',
    'q0154',
    'q0155',
    'q0163',
    'q0164',
    'q0175',
    'q0177',
  ],
  'column not known: mainline of transaction, customer, transactionline': ['q0142'],
  'column not known: mainline of transactionline, transaction': ['q0134'],
  'column not known: mainline of vendor, transaction': ['q0125'],
  'column not known: subsidiary of transactionaccountingline, transaction': ['q0120'],
  'column not known: total of transactionline': ['q0167'],
  'column not known: tranid of transactionline': ['q0107'],
  'no statement: Expected the end of the statement, found “ORDER”.': ['q0178'],
  'no statement: SuiteQL has no character “:” here.': ['q0498'],
  'no statement: SuiteQL has no character “{” here.': ['q0182'],
  'table not known: accounttype': ['q0529'],
  'table not known: customlist_mystatus': ['q0139'],
  'table not known: customlist_regions': ['q0159'],
  'table not known: customrecord_configuration': ['q0527'],
  'table not known: customrecord_emp_mahmoud': ['q0130', 'q0183', 'q0184', 'q0185', 'q0186'],
  'table not known: customrecord_flight': ['q0520'],
  'table not known: customrecord_gate': ['q0521'],
  'table not known: customrecord_myrecord': ['q0136', 'q0137', 'q0138'],
  'table not known: employeeearning': ['q0582'],
  'table not known: itempresentationitem': ['q0515'],
  'table not known: oa_columns': ['q0112', 'q0113', 'q0114'],
  'table not known: oa_tables': ['q0110', 'q0111', 'q0115'],
  'table not known: revenueelement': ['q0528'],
  'table not known: salesorder': ['q0376'],
  'table not known: salesordered': ['q0517'],
};

describe.skipIf(!existsSync(corpusPath))('published queries', () => {
  const database = openDatabase({ account: demoAccount, rows: demoRows({ rows: 500 }) });
  afterAll(() => database.close());

  const run = ({ query: text }: PublishedQuery): void => {
    const tree = JSON.stringify(parse(text));
    const parameters = Array.from(tree.matchAll(/"kind":"parameter"/g), () => '1/1/2026');
    executeSuiteql(database, { text, parameters, offset: 0, limit: 1000 });
  };

  it('run, but for those whose tables and columns the account lacks and those that are no statement', () => {
    // The file is of this form: it is checked where it is made.
    const { queries } = JSON.parse(readFileSync(corpusPath, 'utf8')) as {
      readonly queries: readonly PublishedQuery[];
    };
    const found: Record<string, string[]> = {};
    let ran = 0;
    for (const query of queries) {
      const reason = refusalOf(() => run(query));
      if (query.tier === 'T') continue;
      if (reason === null) ran++;
      else found[reason] = [...(found[reason] ?? []), query.id];
    }
    expect(found).toEqual(refusals);
    expect(ran).toBe(114);
  });
});

/** The reason in short; null: it ran. Anything but a refusal is thrown on. */
function refusalOf(run: () => void): string | null {
  try {
    run();
    return null;
  } catch (error) {
    if (error instanceof SuiteqlError) return `no statement: ${error.problem}`;
    if (!(error instanceof SuiteqlRejection)) throw error;
    const table = /^There is no table (\w+)\.$/.exec(error.reason)?.[1];
    if (table !== undefined) return `table not known: ${table.toLowerCase()}`;
    const [, column, tables] =
      /Unknown identifier '(\w+)'. Available identifiers are: \{(.*)\}/.exec(error.detail) ?? [];
    if (column === undefined || tables === undefined) return error.reason;
    return `column not known: ${column} of ${tables.replace(/\w+=/g, '')}`;
  }
}
