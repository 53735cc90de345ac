import { describe, expect, it } from 'vitest';
import { compileSnippets } from './compile-snippets.js';

const head = `
import { add, and, between, caseWhen, coalesce, eq, exists, from, gt, inArray, inQuery, isNull, scalar, sum, unionAll, upper } from '@suitewright/runtime';
import { customer, employee, salesorder, type ShopClient } from '../runtime/shop.js';
declare const ns: ShopClient;
`;

type Mistake = readonly [title: string, program: string, names: RegExp];

/** Each mistake, and what the message must name, in two lines at most. */
const mistakes: readonly Mistake[] = [
  ['a misspelt column', 'from(customer).select({ name: customer.companynam });', /companynam/],
  ['a number for a text', 'eq(customer.companyname, 5);', /number/],
  ['a text for a boolean', "eq(customer.isinactive, 'T');", /boolean/],
  ['NULL', 'eq(customer.companyname, null);', /null/],
  ['a text among ids of numbers', 'inArray(salesorder.foreigntotal, ["1"]);', /number/],
  ['selecting nothing', 'from(customer).select({});', /names no column/],
  ['selecting a plain value', 'from(customer).select({ one: 1 });', /number/],
  ['a branch of another kind', "caseWhen(isNull(customer.salesrep), 'none').else(1);", /number/],
  ['a fallback of another kind', 'coalesce(customer.companyname, 1);', /number/],
  [
    'a correlated query in another',
    'from(employee).where(exists(from(salesorder).correlate(customer).where(eq(salesorder.entity, customer.id))));',
    /customer/,
  ],
  [
    'values of another kind in IN',
    'inQuery(customer.companyname, from(salesorder).select({ total: salesorder.foreigntotal }));',
    /number/,
  ],
  [
    'a union of different rows',
    'unionAll(from(customer).select({ id: customer.id, name: customer.companyname }), from(employee).select({ id: employee.supervisor }));',
    /name/,
  ],
  [
    'a union with a column too many',
    'unionAll(from(customer).select({ name: customer.companyname }), from(employee).select({ name: employee.entityid, id: employee.id }));',
    /id/,
  ],
  [
    'a column that the row has not',
    'async () => (await ns.$all(from(customer).select({ id: customer.id })))[0]?.name;',
    /name/,
  ],
];

/** Of ids the compiler goes on to say how their brands differ: the first two lines count. */
const foreignIds: readonly Mistake[] = [
  [
    'the id of a row of another record',
    'async () => eq(salesorder.entity, (await ns.$all(from(employee).select({ id: employee.id })))[0]!.id);',
    /employee/,
  ],
  [
    'the id of a row of another record in a list',
    'async () => inArray(customer.id, [(await ns.$all(from(employee).select({ id: employee.id })))[0]!.id]);',
    /employee/,
  ],
];

/** Where two expressions meet, the compiler says of both what they are, in four lines at most. */
const mismatches: readonly Mistake[] = [
  ['a number and a text', 'eq(salesorder.foreigntotal, customer.companyname);', /string/],
  [
    'a correlated query alone',
    'ns.$all(from(salesorder).correlate(customer).where(eq(salesorder.entity, customer.id)).select({ id: salesorder.id }));',
    /customer/,
  ],
  ['the id of another record', 'eq(salesorder.entity, employee.id);', /employee/],
  ['a Date in a range', "between(salesorder.trandate, '2026-01-01', new Date());", /give a date as text/],
  ['a table that is not joined, in where', 'from(customer).where(eq(employee.id, 1));', /employee/],
  [
    'a table that is not joined, in select',
    'from(customer).select({ name: employee.entityid });',
    /employee/,
  ],
  ['a table that is not joined, in orderBy', 'from(customer).orderBy(employee.id);', /employee/],
  [
    'a join on a table that is not there',
    'from(salesorder).innerJoin(customer, eq(customer.salesrep, employee.id));',
    /employee/,
  ],
  ['adding a text', 'add(customer.companyname, 1);', /string/],
  ['the sum of a text', 'sum(customer.companyname);', /string/],
  ['capitals of a number', 'upper(salesorder.foreigntotal);', /number/],
];

describe('the compiler says of', () => {
  const all = [
    ...mistakes.map((each) => [2, ...each] as const),
    ...mismatches.map((each) => [4, ...each] as const),
  ];
  const results = compileSnippets(
    head,
    all.map(([, , program]) => program),
  );
  const cases = all.map(([lines, title, , names], index) => ({
    title,
    names,
    lines,
    messages: results[index] ?? [],
  }));

  it.each(cases)('$title what is wrong, shortly', ({ names, lines, messages }) => {
    expect(messages).toHaveLength(1);
    const [message = ''] = messages;
    expect(message).toMatch(names);
    expect(message.split('\n').length).toBeLessThanOrEqual(lines);
  });

  it('an id of another record whose it is', () => {
    const messages = compileSnippets(
      head,
      foreignIds.map(([, program]) => program),
    );
    for (const [index, [, , names]] of foreignIds.entries()) {
      expect(messages[index]).toHaveLength(1);
      expect(messages[index]?.[0]).toMatch(names);
    }
  });

  it('queries that a library exports nothing', () => {
    const library = `
      export const whole = from(customer).select({ ...customer });
      export const joined = from(customer).leftJoin(employee, eq(customer.salesrep, employee.id));
      export const nested = joined.select({ customer: { ...customer }, rep: { ...employee } });
      export const kind = caseWhen(isNull(customer.salesrep), 'none').else('some');
      export const name = coalesce(customer.companyname, 'x');
      export const last = scalar(from(salesorder).correlate(customer).select({ id: salesorder.id }));`;
    expect(compileSnippets(head, [library])).toEqual([[]]);
  });

  it('a right program nothing', () => {
    const right = `
      export const query = unionAll(
        from(customer).where(and(gt(customer.id, 1), isNull(customer.salesrep))).select({ name: upper(customer.companyname) }),
        from(employee).select({ name: employee.entityid }),
      );
      export const first = async (): Promise<string | null | undefined> => (await ns.$first(query))?.name;`;
    expect(compileSnippets(head, [right])).toEqual([[]]);
  });
});
