import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustSucceed } from '../packaging/run-command.js';
import { installedCommand } from './installed-command.js';
import { makeProject, type ProjectSource } from './make-project.js';
import { servedAnswers } from './served-answers.js';
import type { Target } from './target.js';

export interface Trial extends ProjectSource {
  /** The variables that lead to the emulator. */
  readonly environment: Readonly<Record<string, string>>;
  /** What the program has to say. */
  readonly answer: string;
}

/**
 * Makes a project, builds it and runs it.
 *
 * @returns The version of the tool.
 * @throws {Error} The first thing that went wrong.
 */
export async function tryTarget(directory: string, target: Target, trial: Trial): Promise<string> {
  await makeProject(directory, target, trial);
  await checkExtension(directory, target.extension);
  for (const command of target.build) await mustSucceed(installedCommand(directory, command));
  const run = installedCommand(directory, target.run, trial.environment);
  const answers =
    target.paths === undefined ? [await mustSucceed(run)] : await servedAnswers(run, target.paths);
  for (const answer of answers) {
    if (!answer.includes(trial.answer)) throw new Error(`It does not say '${trial.answer}', but:\n${answer}`);
  }
  return installedVersion(directory, target);
}

async function checkExtension(directory: string, extension: string): Promise<void> {
  const index = await readFile(join(directory, 'src', 'netsuite', 'index.ts'), 'utf8');
  const found = `'./customer${extension}'`;
  if (!index.includes(found)) throw new Error(`The generated index does not import ${found}`);
}

async function installedVersion(directory: string, { packages }: Target): Promise<string> {
  const [name = ''] = Object.keys(packages);
  const text = await readFile(join(directory, 'node_modules', name, 'package.json'), 'utf8');
  // The shape of every installed package.json.
  const { version } = JSON.parse(text) as { readonly version: string };
  return `${name} ${version}`;
}
