import { ts } from 'ts-morph';
import { TemplateError } from '../template-error.js';

/**
 * Refuses text that TypeScript cannot parse, so that no broken file is ever written.
 *
 * @throws {TemplateError} The text is no TypeScript; the message shows the place.
 */
export function checkSyntax(options: {
  readonly name: string;
  readonly text: string;
  readonly template: string;
}): void {
  const { name, text, template } = options;
  const languageVersion = ts.ScriptTarget.Latest;
  // Comments hold no code, and reading them takes as long as all the rest.
  const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  const sourceFile = ts.createSourceFile(name, text, { languageVersion, jsDocParsingMode });
  const [problem] = syntaxProblems(sourceFile);
  if (problem === undefined) return;
  const { line, character } = sourceFile.getLineAndCharacterOfPosition(problem.start);
  throw new TemplateError(
    `The template ${template} makes ${name} unreadable for TypeScript: ` +
      `${ts.flattenDiagnosticMessageText(problem.messageText, ' ')} ` +
      `(line ${line + 1}, column ${character + 1}: ${text.split('\n')[line]?.trim() ?? ''}). Correct the template.`,
    { template, file: name },
  );
}

/** TypeScript keeps them on the file, but does not declare it; a whole program, the public way, takes 30 times as long. */
function syntaxProblems(sourceFile: ts.SourceFile): readonly ts.DiagnosticWithLocation[] {
  return (sourceFile as unknown as { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] })
    .parseDiagnostics;
}
