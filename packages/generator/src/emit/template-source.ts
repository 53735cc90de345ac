import type { TemplateName } from '../plan/generation-plan.js';

/** The Handlebars source of each template. */
export type TemplateSources = Readonly<Record<TemplateName, TemplateSource>>;

export interface TemplateSource {
  readonly text: string;
  /** Where it was read from, for error messages. */
  readonly path: string;
}
