import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a Node.js program; what it prints is printed. Fails if the program does. */
export async function runNode(
  programArguments: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const child = spawn(process.execPath, [...programArguments], { env: { ...environment }, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`node ${programArguments.join(' ')} failed with exit code ${code}.`);
}
