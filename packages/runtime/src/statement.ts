/** A SuiteQL statement and the values of its `?` parameters, in order. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
}

/** Booleans travel as 'T' and 'F'. NULL cannot be bound: it is written into the text. */
export type ParameterValue = string | number | boolean;

/** A row as the query service returns it: lower-case keys, text values, NULL columns absent. */
export type WireRow = Readonly<Record<string, unknown>>;
