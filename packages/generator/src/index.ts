export { type EmitOptions, type EmittedFile, emit } from './emit/emit.js';
export type { TemplateSource, TemplateSources } from './emit/template-source.js';
export { EncodingError } from './encoding-error.js';
export { type GenerateOptions, type GenerateResult, type GenerateStep, generate } from './generate.js';
export type { ImportExtension } from './import-extension.js';
export { introspect } from './introspect/introspect.js';
export type {
  IntrospectionOptions,
  IntrospectionPhase,
  IntrospectionProgress,
} from './introspect/introspection-options.js';
export type { RawMetadata } from './introspect/raw-metadata.js';
export type { RawStore } from './introspect/raw-store.js';
export { readRawMetadata } from './introspect/read-raw-metadata.js';
export { IntrospectionError, type IntrospectionErrorCode } from './introspection-error.js';
export { lint, lintStatement } from './lint/lint.js';
export { normalize } from './normalize/normalize.js';
export type { CodeSettings } from './plan/code-settings.js';
export type { GenerationPlan, PlannedFile } from './plan/generation-plan.js';
export { type PlanOptions, plan } from './plan/plan.js';
export type { AddedRelation, RelationSettings } from './plan/relation-settings.js';
export { QueryError } from './queries/query-error.js';
export type { SourceText } from './queries/query-source.js';
export { describeFinding, type SourceFinding } from './queries/source-finding.js';
export { SettingsError } from './settings-error.js';
export { TemplateError } from './template-error.js';
export { type FileSearch, findFiles } from './write/find-files.js';
export { rawStore } from './write/raw-store.js';
export { readTemplates } from './write/read-templates.js';
export { WriteError, type WriteErrorCode } from './write/write-error.js';
export type { WriteResult } from './write/write-files.js';
