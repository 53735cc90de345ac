import { text as textOf } from 'node:stream/consumers';
import type { SourceText } from '@suitewright/generator';
import { formatFile, SuiteqlError } from '@suitewright/suiteql';
import { CommandError } from '../command-error.js';
import { readSources } from '../files/read-sources.js';
import { writeWhole } from '../files/write-whole.js';
import { readConfiguration } from '../settings/read-configuration.js';
import { counted } from '../terminal/counted.js';
import { printData, printNote } from '../terminal/print.js';

/**
 * Lays out `.suiteql` files, and writes those that change.
 *
 * @param options.check Writes nothing, and fails where something would change.
 * @throws {CommandError} A file could not be laid out, or should have been.
 */
export async function runFormat(
  paths: readonly string[],
  { check }: { readonly check: boolean },
): Promise<void> {
  const { ignore = [] } = await readConfiguration();
  const sources = await readSources(paths, { endings: ['.suiteql'], ignore });
  const results = sources.map(layOut);
  const problems = results.flatMap(({ problem }) => (problem === null ? [] : [problem]));
  const changed = results.filter(({ text }, at) => text !== sources[at]?.text);
  for (const { path, text } of changed) {
    if (check) printNote(`${path} is laid out otherwise`);
    else await writeWhole(path, text);
  }
  for (const problem of problems) printNote(problem);
  if (problems.length > 0)
    throw new CommandError(`${counted(problems.length, 'file')} could not be laid out`);
  if (check && changed.length > 0) {
    throw new CommandError(`${counted(changed.length, 'file')} to lay out: run 'suitewright format'`);
  }
  printNote(`${counted(sources.length, 'file')}, ${check ? 'all laid out' : `${changed.length} changed`}`);
}

/** Lays out standard input, and prints it. */
export async function formatInput(): Promise<void> {
  const { text, problem } = layOut({ path: 'stdin', text: await textOf(process.stdin) });
  if (problem !== null) throw new CommandError(problem);
  await printData(text);
}

interface Layout extends SourceText {
  /** Why it stays as it is. Null: it need not. */
  readonly problem: string | null;
}

function layOut({ path, text }: SourceText): Layout {
  try {
    return { path, text: formatFile(text), problem: null };
  } catch (error) {
    if (!(error instanceof SuiteqlError)) throw error;
    const { line, column, problem, hint, excerpt } = error;
    const advice = hint === null ? '' : `\n  ${hint}`;
    return { path, text, problem: `${path}:${line}:${column}: error: ${problem}\n${excerpt}${advice}` };
  }
}
