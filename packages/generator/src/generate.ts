import { performance } from 'node:perf_hooks';
import type { SchemaDocument } from '@suitewright/schema';
import { emit } from './emit/emit.js';
import type { ImportExtension } from './import-extension.js';
import { type CodeSettings, withCodes } from './plan/code-settings.js';
import type { GenerationPlan, PlannedFile } from './plan/generation-plan.js';
import { plan } from './plan/plan.js';
import type { RelationSettings } from './plan/relation-settings.js';
import { planQueries } from './queries/plan-queries.js';
import type { SourceFinding } from './queries/source-finding.js';
import { detectImportExtension } from './write/detect-import-extension.js';
import { readQueryFiles } from './write/read-query-files.js';
import { readTemplates } from './write/read-templates.js';
import { type WriteResult, writeFiles } from './write/write-files.js';

export interface GenerateOptions {
  /** Folder of the generated files; made where it is missing. */
  readonly directory: string;
  /**
   * Folder of Handlebars templates that replace built-in ones of the same name. Default: none.
   */
  readonly templates?: string;
  /**
   * Folder whose `.suiteql` files become typed queries, with the folders in it; or one such file.
   * Default: none do.
   */
  readonly queries?: string;
  /**
   * Codes that columns may hold beside those of the schema, by table and column:
   * `{ transaction: { type: ['Custom103'] } }`. Default: none.
   */
  readonly codes?: CodeSettings;
  /**
   * Patterns of `.suiteql` files to leave out, as `.gitignore` files have them, relative to the working directory.
   * Default: none; what `.gitignore` files name, and build folders, are left out in any case.
   */
  readonly ignore?: readonly string[];
  /** Changes to the relations that follow from the schema. Default: none. */
  readonly relations?: RelationSettings;
  /**
   * Whether to write zod schemas of rows and bodies too, a file `<record>.zod.ts` each: of all records
   * and tables, or of those named. They import `zod` 4, which is the user's to install. Default false.
   */
  readonly zod?: boolean | readonly string[];
  /**
   * The extension of generated files where they import each other. Default: as the nearest tsconfig.json wants it, or
   * `js`.
   */
  readonly importExtension?: ImportExtension;
  /** IANA name of the account's time zone, in place of the schema's. Default: the schema's. */
  readonly timeZone?: string;
  /** Is told of each step before it begins. */
  readonly onStep?: (step: GenerateStep) => void;
  /**
   * What `undefined` in a filter means to the generated client: `ignore` asks for nothing in its place, `refuse` is a
   * TypeError. The client's option takes precedence. Default: unset, which means `ignore`.
   */
  readonly undefinedInFilters?: 'ignore' | 'refuse';
}

export type GenerateStep = 'read' | 'plan' | 'emit' | 'write';

/** What was generated, and how long each step took. */
export interface GenerateResult extends WriteResult {
  /** Fingerprint of the schema, as the generated index gives it. */
  readonly fingerprint: string;
  /** What is likely not as meant in the `.suiteql` files. */
  readonly queryWarnings: readonly SourceFinding[];
  readonly planMs: number;
  readonly emitMs: number;
  readonly writeMs: number;
}

/**
 * Writes the typed client of an account: a file for each record and SuiteQL table, and an index.
 * The same schema gives the same bytes. Unchanged files are not touched, generated files that are
 * no longer wanted are removed, files of others stay.
 *
 * @throws {EncodingError} A `.suiteql` file is not in UTF-8; nothing was written.
 * @throws {QueryError} Queries of `.suiteql` files do not fit the schema; nothing was written.
 * @throws {SettingsError} `relations`, `codes` or `zod` name what the schema does not have, or `timeZone` no time zone; nothing was written.
 * @throws {TemplateError} A template cannot be read, or what it makes is no TypeScript.
 * @throws {WriteError} The files could not be written; the folder is as it was before.
 */
export async function generate(document: SchemaDocument, options: GenerateOptions): Promise<GenerateResult> {
  const { onStep = () => undefined } = options;
  onStep('read');
  const templates = await readTemplates(options.templates ?? null);
  const sources = options.queries === undefined ? [] : await readQueryFiles(options.queries, options.ignore);
  onStep('plan');
  const start = performance.now();
  const queries = planQueries(sources, withCodes(document, options.codes ?? {}));
  const planned = withFile(
    plan(document, {
      codes: options.codes,
      relations: options.relations,
      timeZone: options.timeZone,
      undefinedInFilters: options.undefinedInFilters,
      zod: options.zod,
    }),
    queries.file,
  );
  const plannedAt = performance.now();
  onStep('emit');
  const files = emit(planned, templates, {
    importExtension: options.importExtension ?? detectImportExtension(options.directory),
  });
  const emittedAt = performance.now();
  onStep('write');
  const result = await writeFiles(files, options.directory);
  return {
    ...result,
    fingerprint: planned.fingerprint,
    queryWarnings: queries.warnings,
    planMs: plannedAt - start,
    emitMs: emittedAt - plannedAt,
    writeMs: performance.now() - emittedAt,
  };
}

function withFile(planned: GenerationPlan, file: PlannedFile | null): GenerationPlan {
  return file === null ? planned : { ...planned, files: [...planned.files, file] };
}
