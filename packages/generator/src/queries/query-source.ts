/** A `.suiteql` file. */
export interface QuerySource {
  /** As messages name it. */
  readonly path: string;
  /** As generated code names it: relative to the folder of the queries, with forward slashes. */
  readonly name: string;
  readonly text: string;
}
