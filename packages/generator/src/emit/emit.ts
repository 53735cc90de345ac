import { generatedMark } from '../generated-mark.js';
import type { GenerationPlan } from '../plan/generation-plan.js';
import { checkSyntax } from './check-syntax.js';
import { importTexts } from './import-texts.js';
import { compileTemplates } from './render-template.js';
import type { TemplateSources } from './template-source.js';

/** A file to write. */
export interface EmittedFile {
  /** A bare file name. */
  readonly name: string;
  readonly text: string;
}

/** Says nothing of the schema: a changed field would otherwise change every file. */
const header = `${generatedMark}from the account's schema. Do not edit; run \`npx suitewright generate\`.`;

/**
 * Turns a plan into the text of files.
 *
 * @throws {TemplateError} A template uses a name that it is not given, or its output is no TypeScript.
 */
export function emit(plan: GenerationPlan, templates: TemplateSources): readonly EmittedFile[] {
  const render = compileTemplates(templates);
  const imports = importTexts(plan.files.map((file) => file.imports));
  return plan.files.map((file, index) => {
    const body = render(file).trimEnd();
    const text = `${[header, imports[index] ?? '', body || 'export {};'].filter(Boolean).join('\n\n')}\n`;
    checkSyntax({ name: file.name, text, template: templates[file.template].path });
    return { name: file.name, text };
  });
}
