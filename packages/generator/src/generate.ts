import { performance } from 'node:perf_hooks';
import type { SchemaDocument } from '@suitewright/schema';
import { emit } from './emit/emit.js';
import { plan } from './plan/plan.js';
import { readTemplates } from './write/read-templates.js';
import { type WriteResult, writeFiles } from './write/write-files.js';

export interface GenerateOptions {
  /** Folder of the generated files; made where it is missing. */
  readonly directory: string;
  /**
   * Folder of Handlebars templates that replace built-in ones of the same name. Default: none.
   */
  readonly templates?: string;
}

/** What was generated, and how long each step took. */
export interface GenerateResult extends WriteResult {
  /** Fingerprint of the schema, as the files' first lines give it. */
  readonly fingerprint: string;
  readonly planMs: number;
  readonly emitMs: number;
  readonly writeMs: number;
}

/**
 * Writes the typed client of an account: a file for each record and SuiteQL table, and an index.
 * The same schema gives the same bytes. Unchanged files are not touched, generated files that are
 * no longer wanted are removed, files of others stay.
 *
 * @throws {TemplateError} A template cannot be read, or what it makes is no TypeScript.
 * @throws {WriteError} The files could not be written; the folder is as it was before.
 */
export async function generate(document: SchemaDocument, options: GenerateOptions): Promise<GenerateResult> {
  const templates = await readTemplates(options.templates ?? null);
  const start = performance.now();
  const planned = plan(document);
  const plannedAt = performance.now();
  const files = emit(planned, templates);
  const emittedAt = performance.now();
  const result = await writeFiles(files, options.directory);
  return {
    ...result,
    fingerprint: planned.fingerprint,
    planMs: plannedAt - start,
    emitMs: emittedAt - plannedAt,
    writeMs: performance.now() - emittedAt,
  };
}
