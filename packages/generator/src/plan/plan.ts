import { type SchemaDocument, schemaFingerprint } from '@suitewright/schema';
import { accountPlan } from './account-plan.js';
import { enumsFile, indexFile, subrecordsFile, tablesFile } from './client-files.js';
import { type CodeSettings, withCodes } from './code-settings.js';
import type { GenerationPlan } from './generation-plan.js';
import { recordFile } from './record-file.js';
import { backRelations, sharedTables } from './relation-plan.js';
import { type RelationSettings, refuseProblems } from './relation-settings.js';
import { sharedTypes } from './shared-types.js';
import { zodFile } from './zod-file.js';

export interface PlanOptions {
  /** Codes that columns may hold beside those of the schema. Default: none. */
  readonly codes?: CodeSettings | undefined;
  /** Changes to the relations that follow from the schema. Default: none. */
  readonly relations?: RelationSettings | undefined;
  /** Whether to plan zod schemas of rows and bodies, in files of their own. Default false. */
  readonly zod?: boolean | undefined;
}

/**
 * Decides what to generate from a schema: a file for each record and each SuiteQL table, and those
 * around them. The same schema gives the same plan. Nothing in the schema is trusted: a name, title
 * or value may hold anything, and becomes text, never code.
 *
 * @throws {SettingsError} The settings name what the schema does not have.
 */
export function plan(document: SchemaDocument, options: PlanOptions = {}): GenerationPlan {
  const fingerprint = schemaFingerprint(document);
  const account = accountPlan(withCodes(document, options.codes ?? {}));
  const shared = sharedTypes(account);
  const { relations: settings = {}, zod = false } = options;
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
      ...(zod ? [...account.names.values()].flatMap((names) => zodFile(names, account) ?? []) : []),
      enumsFile(account, shared),
      subrecordsFile(account, shared),
      tablesFile(account),
      indexFile(account, document.account, fingerprint),
    ],
  };
}
