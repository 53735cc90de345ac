/** A `.suiteql` file. */
export interface QuerySource {
  /** As messages name it: relative, with forward slashes. */
  readonly path: string;
  readonly text: string;
}
