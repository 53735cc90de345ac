/**
 * What a SuiteQL column holds. `ref:T`: the id of a row of table T; `multi:T`: ids of several.
 * The same words are used in schema.json, in the emulator's seed files and in generated code.
 */
export type ColumnKind =
  | 'id'
  | 'text'
  | 'int'
  | 'num'
  | 'bool'
  | 'date'
  | 'datetime'
  | `ref:${string}`
  | `multi:${string}`;
