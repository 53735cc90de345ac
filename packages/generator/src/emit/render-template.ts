import Handlebars from 'handlebars';
import type { PlannedFile, TemplateName } from '../plan/generation-plan.js';
import { TemplateError } from '../template-error.js';
import type { TemplateSource, TemplateSources } from './template-source.js';

/** Gives a function that renders the view of a planned file through its template. */
export function compileTemplates(sources: TemplateSources): (file: PlannedFile) => string {
  const compiled = new Map(
    Object.entries(sources).map(([name, { text }]) => [
      name,
      Handlebars.compile<unknown>(text.replaceAll('\r\n', '\n'), { noEscape: true, strict: true }),
    ]),
  );
  return ({ template, view, name }) => {
    try {
      return compiled.get(template)?.(view) ?? '';
    } catch (cause) {
      throw failedToRender(name, template, { source: sources[template], cause });
    }
  };
}

function failedToRender(
  file: string,
  template: TemplateName,
  { source, cause }: { readonly source: TemplateSource; readonly cause: unknown },
): TemplateError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new TemplateError(
    `The template ${source.path} failed for ${file}: ${reason}. ` +
      `Correct it, or remove it to use the built-in ${template}.hbs.`,
    { template: source.path, file, cause },
  );
}
