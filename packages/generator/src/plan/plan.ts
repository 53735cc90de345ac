import { type SchemaDocument, schemaFingerprint } from '@suitewright/schema';
import { SettingsError } from '../settings-error.js';
import { type AccountPlan, accountPlan } from './account-plan.js';
import { enumsFile, indexFile, subrecordsFile, tablesFile } from './client-files.js';
import { type CodeSettings, withCodes } from './code-settings.js';
import type { GenerationPlan } from './generation-plan.js';
import type { ModelNames } from './model-names.js';
import { recordFile } from './record-file.js';
import { backRelations, sharedTables } from './relation-plan.js';
import { type RelationSettings, refuseProblems } from './relation-settings.js';
import { sharedTypes } from './shared-types.js';
import { zodFiles } from './zod-file.js';

export interface PlanOptions {
  /** IANA name of the account's time zone, in place of the schema's. Default: the schema's. */
  readonly timeZone?: string | undefined;
  /**
   * What `undefined` in a filter means to the generated client: `ignore` asks for nothing in its place, `refuse` is a
   * TypeError. The client's option takes precedence. Default: unset, which means `ignore`.
   */
  readonly undefinedInFilters?: 'ignore' | 'refuse' | undefined;
  /** Codes that columns may hold beside those of the schema. Default: none. */
  readonly codes?: CodeSettings | undefined;
  /** Changes to the relations that follow from the schema. Default: none. */
  readonly relations?: RelationSettings | undefined;
  /** Whose zod schemas to plan, in files of their own: all records' and tables', those named, or none's. Default false. */
  readonly zod?: boolean | readonly string[] | undefined;
}

/**
 * Decides what to generate from a schema: a file for each record and each SuiteQL table, and those
 * around them. The same schema gives the same plan. Nothing in the schema is trusted: a name, title
 * or value may hold anything, and becomes text, never code.
 *
 * @throws {SettingsError} The settings name what the schema does not have, or a time zone that does not exist.
 */
export function plan(document: SchemaDocument, options: PlanOptions = {}): GenerationPlan {
  const fingerprint = schemaFingerprint(document);
  const account = accountPlan(withCodes(document, options.codes ?? {}));
  const shared = sharedTypes(account);
  const { relations: settings = {}, zod = false, timeZone, undefinedInFilters } = options;
  if (timeZone !== undefined) checkTimeZone(timeZone);
  const problems: string[] = [];
  const relations = {
    back: backRelations(account),
    sharedTables: sharedTables(account),
    settings,
    problems,
  };
  const recordFiles = [...account.names.values()].map((names) =>
    recordFile(names, { account, shared, relations }),
  );
  refuseProblems(settings, account, problems);
  return {
    fingerprint,
    files: [
      ...recordFiles,
      ...zodFiles(modelsNamed(zod, account), { account, shared }),
      enumsFile(account, shared),
      subrecordsFile(account, shared),
      tablesFile(account),
      indexFile(account, {
        facts: { ...document.account, ...(timeZone !== undefined && { timeZone }) },
        fingerprint,
        undefinedInFilters,
      }),
    ],
  };
}

function checkTimeZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw new SettingsError('timeZone', [
      `There is no time zone '${String(name).slice(0, 100)}'. Give its IANA name, such as America/New_York.`,
    ]);
  }
}

function modelsNamed(zod: boolean | readonly string[], { names }: AccountPlan): readonly ModelNames[] {
  if (typeof zod === 'boolean') return zod ? [...names.values()] : [];
  const unknownNames = zod.filter((name) => !names.has(name));
  if (unknownNames.length > 0) throw zodProblem(unknownNames);
  const wanted = new Set(zod);
  return [...names.values()].filter(({ wireName }) => wanted.has(wireName));
}

function zodProblem(unknownNames: readonly string[]): SettingsError {
  const shown = unknownNames.slice(0, 10);
  const more = unknownNames.length - shown.length;
  return new SettingsError('zod', [
    ...shown.map((name) => `${JSON.stringify(name.slice(0, 100))}: there is no such record or table.`),
    ...(more > 0 ? [`${more} more: there are none of these either.`] : []),
  ]);
}
