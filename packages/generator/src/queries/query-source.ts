/** A file that holds SuiteQL. */
export interface SourceText {
  /** As messages name it. */
  readonly path: string;
  readonly text: string;
}

/** A `.suiteql` file. */
export interface QuerySource extends SourceText {
  /** As generated code names it: relative to the folder of the queries, with forward slashes. */
  readonly name: string;
}
