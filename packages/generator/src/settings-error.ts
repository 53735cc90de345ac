/** A setting of the configuration does not fit the schema, or names a time zone that does not exist. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
  readonly code = 'SETTING_REFUSED';
  readonly setting: 'codes' | 'relations' | 'timeZone' | 'zod';
  /** One sentence per problem. */
  readonly problems: readonly string[];

  constructor(setting: SettingsError['setting'], problems: readonly string[]) {
    super(
      `The setting '${setting}' ${setting === 'timeZone' ? 'is not right' : 'does not fit the schema'}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
    this.setting = setting;
    this.problems = problems;
  }
}
