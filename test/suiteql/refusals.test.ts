import { parse, SuiteqlError, type SyntaxCode } from '@suitewright/suiteql';
import { describe, expect, it } from 'vitest';

interface Refusal {
  readonly text: string;
  readonly code: SyntaxCode;
  /** The offending text. */
  readonly at: string;
  readonly problem: string;
  readonly hint: string | null;
}

const REFUSALS: readonly Refusal[] = [
  {
    text: 'SELECT id FROM customer ORDER BY id LIMIT 10',
    code: 'limit-clause',
    at: 'LIMIT 10',
    problem: 'SuiteQL has no LIMIT.',
    hint: 'Write FETCH FIRST 10 ROWS ONLY.',
  },
  {
    text: 'SELECT [id] FROM customer',
    code: 'bracket-identifier',
    at: '[',
    problem: 'SuiteQL has no character “[” here.',
    hint: 'SuiteQL has no [name]; write "name" or plain name.',
  },
  {
    text: "SELECT id FROM transaction WHERE trandate > DATE '2026-01-31'",
    code: 'date-literal',
    at: "DATE '2026-01-31'",
    problem: 'SuiteQL has no DATE literals.',
    hint: "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
  },
  {
    text: "SELECT TIMESTAMP '2026-01-31 10:00:00' FROM dual",
    code: 'date-literal',
    at: "TIMESTAMP '2026-01-31 10:00:00'",
    problem: 'SuiteQL has no TIMESTAMP literals.',
    hint: "Write TO_TIMESTAMP('2026-01-31 10:00:00', 'YYYY-MM-DD HH24:MI:SS').",
  },
  {
    text: "SELECT id FROM transaction WHERE createddate > {ts '2026-01-31 10:00:00'} AND id > 5",
    code: 'date-literal',
    at: "{ts '2026-01-31 10:00:00'}",
    problem: 'SuiteQL has no {ts …} literals, which are for ODBC and JDBC drivers.',
    hint: "Write TO_TIMESTAMP('2026-01-31 10:00:00', 'YYYY-MM-DD HH24:MI:SS').",
  },
  {
    text: "SELECT id FROM transaction WHERE trandate > { d '2026-01-31' }",
    code: 'date-literal',
    at: "{ d '2026-01-31' }",
    problem: 'SuiteQL has no {d …} literals, which are for ODBC and JDBC drivers.',
    hint: "Write TO_DATE('2026-01-31', 'YYYY-MM-DD').",
  },
  {
    text: 'SELECT a.id FROM account a, account b WHERE a.id (+) = b.id',
    code: 'right-outer-marker',
    at: 'a.id (+)',
    problem: 'SuiteQL takes (+) for left outer joins only, on the right side of the comparison.',
    hint: 'Write RIGHT JOIN … ON, or put “a” on the right.',
  },
  {
    text: 'SELECT a.id FROM a JOIN b ON a.id = b.id, c WHERE a.id = c.id (+)',
    code: 'mixed-join-syntax',
    at: 'c.id (+)',
    problem: 'SuiteQL does not mix (+) with JOIN in one query.',
    hint: 'Write the join that is marked (+) as LEFT JOIN … ON.',
  },
  {
    text: 'SELECT x FROM (SELECT id "X" FROM customer)',
    code: 'quoted-alias-in-subquery',
    at: '"X"',
    problem: 'SuiteQL takes no quoted alias inside a subquery.',
    hint: 'Write the alias without quotes: X.',
  },
  {
    text: "UPDATE customer SET companyname = 'x'",
    code: 'not-a-query',
    at: 'UPDATE',
    problem: 'SuiteQL only reads: UPDATE is no query.',
    hint: 'Change records through the REST record API.',
  },
  {
    text: ' -- nothing\n ',
    code: 'not-a-query',
    at: '',
    problem: 'There is no statement.',
    hint: 'Begin with SELECT.',
  },
  {
    text: 'SELECT 1 FROM dual; SELECT 2 FROM dual',
    code: 'several-statements',
    at: 'SELECT',
    problem: 'This is more than one statement.',
    hint: 'Send each statement in a request of its own.',
  },
  {
    text: `SELECT id FROM item WHERE id IN (${Array.from({ length: 1001 }, (_, index) => 7000 + index).join(', ')})`,
    code: 'too-many-in-items',
    at: '8000',
    problem: 'An IN list takes 1000 values at most.',
    hint: 'Split it: (x IN (…) OR x IN (…)), or select the values with a subquery.',
  },
  {
    text: `SELECT ${'('.repeat(201)}1${')'.repeat(201)} FROM dual`,
    code: 'too-deep',
    at: '(',
    problem: 'The statement is nested more than 200 levels deep.',
    hint: 'Take some parentheses or subqueries out.',
  },
  {
    text: "SELECT 'abc FROM dual",
    code: 'unterminated',
    at: "'",
    problem: 'This string has no end.',
    hint: "Close it with '; a ' inside is written ''.",
  },
  {
    text: 'SELECT id /* note FROM dual',
    code: 'unterminated',
    at: '/*',
    problem: 'This comment has no end.',
    hint: 'Close it with */.',
  },
  {
    text: 'SELECT id FROM customer WHERE id = ‘5’',
    code: 'unexpected-character',
    at: '‘',
    problem: 'SuiteQL has no character “‘” here.',
    hint: "This is a typographic quote; write '.",
  },
  {
    text: 'SELECT id FROM customer WHERE id == 5',
    code: 'unexpected-token',
    at: '=',
    problem: 'Expected a value, found “=”.',
    hint: 'Equality is a single =.',
  },
  {
    text: "SELECT id FROM customer WHERE companyname ILIKE 'a%'",
    code: 'unexpected-token',
    at: 'ILIKE',
    problem: 'Expected the end of the statement, found “ILIKE”.',
    hint: 'Compare UPPER(a) LIKE UPPER(b).',
  },
  {
    text: "SELECT id 'number' FROM customer",
    code: 'unexpected-token',
    at: "'number'",
    problem: 'A string cannot stand here.',
    hint: 'An alias is a plain name, or a name in ".',
  },
  {
    text: 'SELECT id FROM netsuite.customer',
    code: 'unexpected-token',
    at: 'netsuite.customer',
    problem: 'SuiteQL tables have no schema or database before their name.',
    hint: 'Leave “netsuite.” out.',
  },
  {
    text: 'SELECT id FROM a JOIN b WHERE a.id = b.id',
    code: 'unexpected-token',
    at: 'WHERE',
    problem: 'Expected ON and the condition of the join, found “WHERE”.',
    hint: null,
  },
  {
    text: 'SELECT id FROM customer WHERE (id = 1',
    code: 'unexpected-token',
    at: '',
    problem: 'Expected “)”, found the end of the statement.',
    hint: null,
  },
  {
    text: 'SELECT a.id FROM customer a NATURAL LEFT JOIN employee b',
    code: 'unexpected-token',
    at: 'NATURAL',
    problem: 'Expected the end of the statement, found “NATURAL”.',
    hint: 'Write JOIN … ON with the condition.',
  },
  {
    text: "SELECT id FROM customer WHERE companyname = q'[O'Brien]'",
    code: 'unexpected-token',
    at: "q'",
    problem: 'SuiteQL is not known to take strings with q before them.',
    hint: "Write it between ' alone; a ' inside is written ''.",
  },
  {
    text: "SELECT N'x' FROM dual",
    code: 'unexpected-token',
    at: "N'",
    problem: 'SuiteQL is not known to take strings with N before them.',
    hint: 'Leave the N out.',
  },
  {
    text: 'SELECT id FROM customer WHERE id = :id',
    code: 'unexpected-character',
    at: ':',
    problem: 'SuiteQL has no character “:” here.',
    hint: 'Write ? for a parameter.',
  },
];

describe('parse refuses', () => {
  it.each(REFUSALS)('$code: $problem', ({ text, code, at, problem, hint }) => {
    const error = refusalOf(text);
    const { start, end } = error.range;
    expect({
      code: error.code,
      at: text.slice(start, end),
      problem: error.problem,
      hint: error.hint,
    }).toEqual({
      code,
      at,
      problem,
      hint,
    });
  });

  it('takes 1,000 values in one IN', () => {
    const values = Array.from({ length: 1000 }, (_, index) => index).join(', ');
    expect(() => parse(`SELECT id FROM item WHERE id IN (${values})`)).not.toThrow();
  });

  it.each(['INSERT', 'delete', 'MERGE', 'create', 'DROP'])('the statement %s', (word) => {
    expect(refusalOf(`${word} x`).code).toBe('not-a-query');
  });

  it('says the place, the problem and the way out in its message, with carets under the text', () => {
    const error = refusalOf('SELECT id\nFROM customer\nORDER BY id LIMIT 10');
    expect([error.line, error.column]).toEqual([3, 13]);
    expect(error.message).toBe(
      [
        'SuiteQL has no LIMIT. Write FETCH FIRST 10 ROWS ONLY. (line 3, column 13)',
        '  ORDER BY id LIMIT 10',
        '              ^^^^^^^^',
      ].join('\n'),
    );
  });

  it('shows a part of a long line only', () => {
    const error = refusalOf(`SELECT ${'a, '.repeat(500)}b LIMIT 5`);
    const [line = '', carets = ''] = error.excerpt.split('\n');
    expect(line.length).toBeLessThan(130);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('LIMIT 5');
  });
});

function refusalOf(text: string): SuiteqlError {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof SuiteqlError) return error;
    throw error;
  }
  throw new Error(`Parsed: ${text.slice(0, 200)}`);
}
