import { type SchemaDocument, schemaFingerprint } from '@suitewright/schema';
import { accountPlan } from './account-plan.js';
import { enumsFile, indexFile, subrecordsFile, tablesFile } from './client-files.js';
import type { GenerationPlan } from './generation-plan.js';
import { recordFile } from './record-file.js';
import { sharedTypes } from './shared-types.js';

/**
 * Decides what to generate from a schema: a file for each record and each SuiteQL table, and those
 * around them. The same schema gives the same plan. Nothing in the schema is trusted: a name, title
 * or value may hold anything, and becomes text, never code.
 */
export function plan(document: SchemaDocument): GenerationPlan {
  const fingerprint = schemaFingerprint(document);
  const account = accountPlan(document);
  const shared = sharedTypes(account);
  return {
    fingerprint,
    files: [
      ...[...account.names.values()].map((names) => recordFile(names, account, shared)),
      enumsFile(account, shared),
      subrecordsFile(account, shared),
      tablesFile(account),
      indexFile(account, document.account, fingerprint),
    ],
  };
}
