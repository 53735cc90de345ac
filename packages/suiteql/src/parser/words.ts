/** Words that begin or continue a clause: never a column on their own, never an alias without AS. */
// biome-ignore format: a list of words
const CLAUSE_WORDS = [
  'select', 'from', 'where', 'group', 'having', 'order', 'union', 'intersect', 'minus', 'except',
  'on', 'join', 'and', 'or', 'not', 'in', 'like', 'between', 'is', 'exists', 'case', 'when', 'then', 'else', 'end',
  'as', 'by', 'asc', 'desc', 'distinct', 'all',
];

/** Names that SuiteQL reads as columns but, behind a table or an expression, as the next clause. */
// biome-ignore format: a list of words
const FOLLOWING_WORDS = [
  'using', 'inner', 'left', 'right', 'full', 'cross', 'natural', 'fetch', 'offset', 'limit', 'connect', 'for',
];

/** Words that cannot be a column name unless they are quoted or qualified. */
export const RESERVED_AS_COLUMN: ReadonlySet<string> = new Set(CLAUSE_WORDS);

/** Words that cannot be an alias unless they are quoted or stand behind AS. */
export const RESERVED_AS_ALIAS: ReadonlySet<string> = new Set([...CLAUSE_WORDS, ...FOLLOWING_WORDS]);

/** Words that are no alias even behind AS: one was forgotten there. */
export const NEVER_AN_ALIAS: ReadonlySet<string> = new Set(['select', 'from', 'where', 'and', 'or']);

/** Values that are called without parentheses. */
export const PSEUDO_COLUMNS: ReadonlySet<string> = new Set([
  'rownum',
  'sysdate',
  'systimestamp',
  'current_date',
  'current_timestamp',
  'localtimestamp',
]);

/** First words of statements that are no query. */
// biome-ignore format: a list of words
export const OTHER_STATEMENTS: ReadonlySet<string> = new Set([
  'insert', 'update', 'delete', 'merge', 'upsert', 'replace', 'create', 'drop', 'alter', 'truncate', 'grant',
  'revoke', 'begin', 'commit', 'rollback', 'declare', 'call', 'exec', 'execute', 'set', 'explain', 'show', 'use',
]);

/** What to write instead of a word that other dialects have at this place. */
export const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  ilike: 'Compare UPPER(a) LIKE UPPER(b).',
  rlike: 'Use REGEXP_INSTR(a, pattern) > 0.',
  regexp: 'Use REGEXP_INSTR(a, pattern) > 0.',
  natural: 'Write JOIN … ON with the condition.',
  connect: 'SuiteQL has no hierarchical queries; see BUILTIN.HIERARCHY.',
  start: 'SuiteQL has no hierarchical queries; see BUILTIN.HIERARCHY.',
  for: 'SuiteQL only reads; there are no locks to take.',
  lateral: 'Use a subquery in the SELECT list or a join.',
  apply: 'Use a join or a subquery in the SELECT list.',
  pivot: 'Use SUM(CASE WHEN … THEN … END), one for each column.',
  qualify: 'Put the window function into a subquery and filter outside.',
  into: 'SuiteQL only reads; leave INTO out.',
  div: 'Use TRUNC(a / b).',
  mod: 'Use MOD(a, b).',
  any_of: 'That is a filter of REST collections; write IN (…).',
  on_or_after: 'That is a filter of REST collections; write >= TO_DATE(…).',
  on_or_before: 'That is a filter of REST collections; write <= TO_DATE(…).',
};
