/** The relations of the configuration do not fit the schema. */
export class RelationSettingsError extends Error {
  override readonly name = 'RelationSettingsError';
  readonly code = 'RELATIONS_REFUSED';
  /** A sentence each. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `The setting 'relations' does not fit the schema:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.problems = problems;
  }
}
