/**
 * Everything that CI checks beside the tests. A failed step does not keep the others from running.
 */

import { type CheckStep, steps } from './checking/steps.js';
import { repository } from './packaging/packages.js';
import { type CommandOutcome, runCommand } from './packaging/run-command.js';

const stepsAtATime = 2;
const waiting = [...steps];
const failed: string[] = [];

await Promise.all(Array.from({ length: stepsAtATime }, takeSteps));
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

async function takeSteps(): Promise<void> {
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await take(step);
}

async function take(step: CheckStep): Promise<void> {
  const startedAt = performance.now();
  const outcome = await runCommand({
    program: process.execPath,
    arguments: step.arguments,
    directory: repository,
  });
  print(step, outcome, (performance.now() - startedAt) / 1000);
  if (outcome.exitCode !== 0) failed.push(step.name);
}

function print({ name }: CheckStep, { exitCode, output }: CommandOutcome, seconds: number): void {
  console.log(`${exitCode === 0 ? 'ok    ' : 'FAILED'} ${seconds.toFixed(1).padStart(5)} s  ${name}`);
  if (exitCode !== 0) console.log(output.trimEnd());
}
