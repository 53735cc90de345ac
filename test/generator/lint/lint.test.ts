// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs are given as text.
import { lint, type SourceFinding } from '@suitewright/generator';
import type { SchemaDocument, TableSchema } from '@suitewright/schema';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

function table(columns: Readonly<Record<string, string>>): TableSchema {
  const facts = { label: null, description: null, custom: false, exposed: true };
  return {
    label: null,
    primaryKey: 'id',
    confidence: 'known',
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, kind]) => [name, { ...facts, kind: kind as 'text' }]),
    ),
  };
}

const account: SchemaDocument = {
  format: 1,
  account: { bindParameters: true, timeZone: null },
  records: {},
  tables: {
    customer: table({ id: 'id', companyname: 'text', datecreated: 'datetime', salesrep: 'ref:employee' }),
    employee: table({ id: 'id', entityid: 'text', supervisor: 'ref:employee' }),
    transaction: table({ id: 'id', type: 'text', trandate: 'date', entity: 'ref:entity', status: 'text' }),
  },
};

/** Findings as `line:column text-under-the-carets code`. */
function findingsOf(
  path: string,
  text: string,
  document: SchemaDocument | null = account,
): readonly string[] {
  return lint([{ path, text }], document).map(
    (found) => `${found.line}:${found.column} ${under(found)} ${found.code}`,
  );
}

function under({ excerpt }: SourceFinding): string {
  const [line = '', carets = ''] = excerpt.split('\n');
  return line.slice(carets.indexOf('^'), carets.length);
}

describe('lint of .suiteql files', () => {
  it('checks every statement, also behind one that is no query', () => {
    const text =
      '-- name: a\nSELECT id FROM customer LIMIT 5;\n-- name: b\nSELECT nope FROM customer WHERE id = :id';
    expect(findingsOf('a.suiteql', text)).toEqual(['2:25 LIMIT 5 limit-clause', '4:8 nope unknown-column']);
  });

  it.each([
    ['a comment in a statement', 'SELECT id /* FROM customer;', '4:11 /* unterminated'],
    ['a comment behind a statement', 'SELECT id FROM customer; /* oh', '4:26 /* unterminated'],
    ['a comment on a line of its own', 'SELECT id FROM customer;\n/* oh', '5:1 /* unterminated'],
    ['a comment with a slash', 'SELECT id FROM customer; /**;/t', '4:26 /* unterminated'],
    ['a string', "SELECT id FROM customer WHERE companyname = 'Acme;", "4:45 ' unterminated"],
    ['a quoted name', 'SELECT id AS "x FROM customer;', '4:14 " unterminated'],
    ['a string of Oracle', "SELECT q'[it's] FROM customer;", "4:8 q' unexpected-token"],
    ['a bracket', 'SELECT [id FROM customer;', '4:8 [ bracket-identifier'],
    ['a header', 'SELECT id FROM customer;\n/* name: c\nSELECT id FROM customer;', '5:1 /* unterminated'],
  ])('reports %s that has no end at its place, and nothing of what it hides', (_what, text, expected) => {
    const before = '-- name: a\nSELECT nope FROM customer;\n-- name: b\n';
    const behind = '\n-- name: d\nSELECT id FROM customer;\n';
    const findings = ['2:8 nope unknown-column', expected];
    expect(findingsOf('a.suiteql', `${before}${text}${behind}`)).toEqual(findings);
    expect(findingsOf('a.suiteql', `${before}${text}${behind}`, null)).toEqual(findings);
  });

  it('reads a file of 5,000 mistakes, on lines of their own or on one', () => {
    const columns = Array.from({ length: 5_000 }, (_, at) => `nope${at}`);
    for (const separator of [',', ',\n']) {
      const found = lint(
        [{ path: 'a.suiteql', text: `SELECT ${columns.join(separator)} FROM customer` }],
        account,
      );
      expect(found.filter(({ code }) => code === 'unknown-column')).toHaveLength(columns.length);
    }
  });

  it('reads a long comment, whatever is in it', () => {
    const long = 100_000;
    const header = `-- @param id${'b'.repeat(long)}${' '.repeat(long)}c\u2028d\n-- name:${' '.repeat(long)}a\n`;
    expect(findingsOf('a.suiteql', `${header}SELECT id FROM customer`)).toEqual([]);
  });

  it('says what keeps a function from being generated', () => {
    const text = `-- name: two words
SELECT id FROM customer;
SELECT id FROM employee;
-- name: twice
-- @param missing Not there.
SELECT c.id, e.id FROM customer c JOIN employee e ON e.id = c.salesrep WHERE c.id = ?;
-- name: twice
SELECT id FROM customer WHERE NVL(:ids[], 1) = 1`;
    expect(findingsOf('a.suiteql', text)).toEqual([
      '1:10 two words query-name',
      '3:1 S query-name',
      '5:4 @param missing Not there. parameter-name',
      '6:14 e.id duplicate-output',
      '6:85 ? parameter-name',
      '7:10 twice query-name',
      '8:35 :ids[] list-parameter',
    ]);
  });

  it('takes what the standard tables lack for possible where there is no schema', () => {
    const text = 'SELECT id, custentity_x FROM customer WHERE NVL(1) = 1';
    const found = lint([{ path: 'a.suiteql', text }], null);
    expect(found.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'unknown-column'],
      ['error', 'argument-count'],
    ]);
  });
});

describe('names of queries', () => {
  it.each(['class', 'defineQuery', 'Query', 'Id', 'two-parts', '2nd', 'größe'])('cannot be %s', (name) => {
    const text = `-- name: ${name}\nSELECT id FROM customer`;
    expect(lint([{ path: 'a.suiteql', text }], account).map(({ code, line }) => [code, line])).toEqual([
      ['query-name', 1],
    ]);
  });

  it('come from the file where it has one statement', () => {
    expect(findingsOf('queries/open-orders.suiteql', 'SELECT id FROM customer')).toEqual([]);
    expect(findingsOf('queries/import.suiteql', 'SELECT id FROM customer')).toEqual(['1:1 S query-name']);
  });
});

describe('lint of programs', () => {
  const imports = `import { alias, sql } from '@suitewright/runtime';
import { customer, employee, transaction } from './netsuite/tables.js';
`;
  const inProgram = (code: string, document?: SchemaDocument | null): readonly string[] =>
    findingsOf('a.ts', imports + code, document);

  it('finds the statements of the template tag under whatever name, and no others', () => {
    const text = `import { sql as query } from '@suitewright/runtime';
import * as runtime from '@suitewright/runtime';
import { sql } from 'another';
query\`SELECT a FROM customer\`;
query<{ id: string }>\`SELECT b FROM customer\`;
runtime.sql\`SELECT c FROM customer\`;
sql\`SELECT d FROM customer\`;
query\`e = 5\`;`;
    expect(findingsOf('a.tsx', text)).toEqual([
      '4:14 a unknown-column',
      '5:30 b unknown-column',
      '6:20 c unknown-column',
    ]);
  });

  it('knows tables, columns and aliases of the generated code', () => {
    expect(
      inProgram(`const boss = alias(employee, 'boss');
        sql\`SELECT \${customer.companynam}, \${boss.entityid}, \${boss.nope}
          FROM \${customer} JOIN \${boss} ON \${boss.id} = \${customer.salesrep} WHERE nosuch = 1\`;`),
    ).toEqual([
      '4:22 customer.companynam unknown-column',
      '4:64 boss.nope unknown-column',
      '5:84 nosuch unknown-column',
    ]);
  });

  it('checks pieces where they are used, each at its own place', () => {
    expect(
      inProgram(`const where = sql\`nope = 1\`;
sql\`SELECT id FROM customer WHERE \${sql\`wrong = \${5} AND \${sql.in(customer.salesrep, [1])}\`}\`;`),
    ).toEqual(['4:41 wrong unknown-column']);
  });

  it('takes values for parameters', () => {
    expect(
      inProgram('sql`SELECT id FROM customer WHERE companyname = ${name} AND id IN (${a}, ${b})`;'),
    ).toEqual([]);
  });

  it('says nothing of what a part from elsewhere may change', () => {
    for (const code of [
      'sql`SELECT id FROM ${t} WHERE nope = 1`;',
      'sql`SELECT j.id, nope FROM customer ${joins} WHERE j.x = 1 ORDER BY ${order} ${tail}`;',
      'sql`SELECT ${columns} FROM customer WHERE ${condition} AND ${other} GROUP BY ${columns}`;',
      'sql`${head} WHERE nope = 1`;',
    ]) {
      expect(inProgram(code)).toEqual([]);
    }
  });

  it('reports what no part from elsewhere can mend', () => {
    expect(
      inProgram('sql`SELECT c.nope FROM customer c ${joins} WHERE NVL(1) = ${x} AND c.companyname = NULL`;'),
    ).toEqual(['3:12 c.nope unknown-column', '3:50 NVL(1) argument-count', '3:84 NULL null-comparison']);
    expect(inProgram('sql`SELECT id FROM ${t} LIMIT ${n}`;')).toEqual([]);
    expect(inProgram('sql`SELECT id FROM ${t} WHERE ${c} LIMIT 5`;')).toEqual(['3:36 LIMIT 5 limit-clause']);
    expect(inProgram('sql`DELETE FROM customer WHERE id = ${id}`;')).toEqual(['3:5 DELETE not-a-query']);
  });

  it('warns of a date that comes in the form of the account', () => {
    expect(
      inProgram(
        'sql`SELECT trandate, ${sql.output(customer.datecreated)} AS d FROM transaction, customer WHERE transaction.entity = customer.id`;',
      ),
    ).toEqual(['3:12 trandate account-date']);
  });

  it('counts escapes and line ends of Windows as the file has them', () => {
    const code = "sql`SELECT id FROM customer\r\n  WHERE companyname = '\\`\\u0041\\n' AND nope = 1`;";
    expect(inProgram(code)).toEqual(['4:40 nope unknown-column']);
  });

  it('never fails, whatever the program and its statements', () => {
    const piece = fc.constantFrom(
      'SELECT ',
      'id ',
      'FROM ',
      '${customer} ',
      '${x}',
      '${sql`',
      '`}',
      '${sql.in(',
      'customer.id',
      ', [1])}',
      ' WHERE ',
      "'",
      '(',
      ')',
      ' = ',
      'LIMIT 5',
      '\\',
      '\n',
      ' AND ',
      '${',
      '}',
      '/*',
      ' UNION ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = `${imports}sql\`SELECT ${pieces.join('')}\`;`;
        for (const { line, column, endLine } of lint([{ path: 'a.ts', text }], account)) {
          expect(line).toBeGreaterThan(2);
          expect(column).toBeGreaterThan(0);
          expect(endLine).toBeGreaterThanOrEqual(line);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('reads JavaScript, and survives what is neither', () => {
    const text =
      "import { sql } from '@suitewright/runtime';\nconst x = <p>{sql`SELECT nope FROM customer`}</p>;";
    expect(findingsOf('a.jsx', text)).toEqual(['2:26 nope unknown-column']);
    expect(findingsOf('a.js', "import { sql } from '@suitewright/runtime'; const = `${{{")).toEqual([]);
  });
});
