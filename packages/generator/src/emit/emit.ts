import { generatedMark } from '../generated-mark.js';
import type { ImportExtension } from '../import-extension.js';
import type { GenerationPlan, PlannedFile } from '../plan/generation-plan.js';
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

export interface EmitOptions {
  /** The extension of generated files where they import each other. Default `js`. */
  readonly importExtension?: ImportExtension | undefined;
}

/** Says nothing of the schema: a changed field would otherwise change every file. */
const header = `${generatedMark}from the account's schema. Do not edit; run \`npx suitewright generate\`.`;

/**
 * Turns a plan into the text of files.
 *
 * @throws {TemplateError} A template uses a name that it is not given, or its output is no TypeScript.
 */
export function emit(
  plan: GenerationPlan,
  templates: TemplateSources,
  { importExtension = 'js' }: EmitOptions = {},
): readonly EmittedFile[] {
  const planned = plan.files.map((file) => withExtension(file, importExtension));
  const render = compileTemplates(templates);
  const imports = importTexts(planned.map((file) => file.imports));
  return planned.map((file, index) => {
    const body = render(file).trimEnd();
    const text = `${[header, imports[index] ?? '', body || 'export {};'].filter(Boolean).join('\n\n')}\n`;
    checkSyntax({ name: file.name, text, template: templates[file.template].path });
    return { name: file.name, text };
  });
}

/** Plans name modules as `./customer.js`. */
function withExtension(file: PlannedFile, extension: ImportExtension): PlannedFile {
  if (extension === 'js') return file;
  const end = extension === 'ts' ? '.ts' : '';
  const renamed = (module: string): string => module.replace(/^('?\.\/.*)\.js('?)$/, `$1${end}$2`);
  const imports = file.imports.map((planned) => ({ ...planned, from: renamed(planned.from) }));
  switch (file.template) {
    case 'index': {
      const models = file.view.models.map((model) => ({ ...model, from: renamed(model.from) }));
      return { ...file, imports, view: { ...file.view, models } };
    }
    case 'tables': {
      const tables = file.view.tables.map((table) => ({ ...table, from: renamed(table.from) }));
      return { ...file, imports, view: { tables } };
    }
    default:
      return { ...file, imports };
  }
}
