/** One check: what it is called, and the command that does it. */
export interface CheckStep {
  readonly name: string;
  /** Arguments of node, from the repository's root. */
  readonly arguments: readonly string[];
}

const source = ['--import', 'tsx', '--conditions=@suitewright/source'];

/** The longest first: two run at a time. */
export const steps: readonly CheckStep[] = [
  { name: 'types', arguments: ['node_modules/typescript/bin/tsc', '--build'] },
  { name: 'bench types', arguments: [...source, 'scripts/checking/check-bench.ts'] },
  { name: 'packages', arguments: [...source, 'scripts/checking/check-packages.ts'] },
  { name: 'golden and generated/', arguments: [...source, 'scripts/golden.ts', '--check'] },
  { name: 'unused code', arguments: ['node_modules/knip/bin/knip.js'] },
  {
    name: 'format and lint',
    arguments: ['node_modules/@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  },
];
