/** A SuiteQL statement and the values of its `?` parameters, in order. */
export interface Statement {
  readonly text: string;
  readonly parameters: readonly ParameterValue[];
}

/** What a call sends: the statement of its rows, and those of the lists within them. */
export interface CallStatements extends Statement {
  /** Absent: the statement of the rows is all. */
  readonly related?: readonly RelatedStatement[];
}

/**
 * The statement that reads a relation to many rows, for up to 1,000 rows that it starts from (parents). `:parents` in its
 * text stands for their keys, a `?` each when it is sent: only the parents' rows tell them, so that `parameters` has the
 * other values alone.
 */
export interface RelatedStatement extends Statement {
  /** The fields that lead to the list, from the call's row: `lines`, `contacts.activities`. */
  readonly path: string;
}

/** How a statement is shown. */
export interface ShowOptions {
  /** Whether the text has a line for each clause, for people to read. Default false. */
  readonly format?: boolean;
}

/** Booleans travel as 'T' and 'F'. NULL cannot be bound: it is written into the text. */
export type ParameterValue = string | number | boolean;

/** A row as the query service returns it: lower-case keys, text values, NULL columns absent. */
export type WireRow = Readonly<Record<string, unknown>>;
