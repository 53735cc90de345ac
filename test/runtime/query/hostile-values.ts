/** Stands in every hostile text, outside of any quotes that the text itself opens. */
const MARK = 'HOSTILE';

const texts: readonly string[] = [
  `1 OR ${MARK} = 1`,
  `x' OR ${MARK} = 'x`,
  `FIRST, (SELECT ${MARK} FROM employee)`,
  `year FROM SYSDATE), (SELECT ${MARK} FROM employee`,
  `id; ${MARK} --`,
  `"${MARK}"`,
  `${'x'.repeat(5000)} ${MARK}`,
];

/** Objects that look like what the query builder keeps, with a hostile text wherever it might be printed. */
function objectsWith(text: string): readonly unknown[] {
  const raw = { type: 'raw', parts: [text], kind: 'text' };
  const column = { type: 'column', source: text, column: text, kind: 'text' };
  const call = { type: 'call', name: text, distinct: false, arguments: [raw], kind: 'text' };
  const order = { expression: raw, direction: text, nulls: text };
  const select = {
    from: { table: text, source: text, key: null },
    joins: [{ type: text, table: { table: text, source: text }, on: raw }],
    distinct: false,
    selection: [{ name: text, expression: raw }],
    where: [raw],
    groupBy: [raw],
    having: [raw],
    orderBy: [order],
    offset: text,
    take: text,
  };
  return [
    raw,
    column,
    call,
    order,
    select,
    { order, by: raw },
    { call },
    { node: raw, raw, expression: raw, definition: select.from, text: raw, query: select },
    { type: 'raw query', text: raw, columns: { [text]: text } },
    { type: 'compound', first: select, rest: [{ operator: text, query: select }], outputs: [], orderBy: [] },
    { type: 'extract', unit: text, of: raw },
    { raw: [text], 0: text, length: 1 },
    { [text]: 'asc' },
    { sort: text, nulls: text },
    { sort: 'asc', nulls: text },
    { toString: text },
    [raw],
    [text, text],
    { above: text, upTo: text, order: text },
  ];
}

/** Everything that a JSON text from outside may hold in place of a value: a few of each, all of them hostile. */
export const hostileValues: readonly unknown[] = [
  ...texts,
  ...[`1 OR ${MARK} = 1`, `FIRST, (SELECT ${MARK} FROM employee)`].flatMap(objectsWith),
  null,
  true,
  -1.5,
  {},
  [],
].map((value): unknown => JSON.parse(JSON.stringify(value)));

/** Whether a hostile text stands in a statement as code. */
export function holdsHostileCode(statement: string): boolean {
  return statement
    .replace(/'(?:[^']|'')*'/g, '')
    .toUpperCase()
    .includes(MARK);
}
