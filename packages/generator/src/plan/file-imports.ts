import type { PlannedImport } from './generation-plan.js';
import { fitsLine } from './line-width.js';
import { byCodeUnits } from './order.js';

/** Collects what a file needs of others while its content is planned. */
export interface FileImports {
  addValue(from: string, name: string): void;
  addType(from: string, name: string): void;
  /** The runtime first, then by module; names sorted. */
  list(): readonly PlannedImport[];
}

export const runtimeModule = '@suitewright/runtime';

/** @param ownModule The file itself: what it needs of itself is not imported. */
export function fileImports(ownModule: string): FileImports {
  const values = new Map<string, Set<string>>();
  const types = new Map<string, Set<string>>();
  const add = (to: Map<string, Set<string>>, from: string, name: string): void => {
    if (from === ownModule) return;
    const names = to.get(from);
    if (names === undefined) to.set(from, new Set([name]));
    else names.add(name);
  };
  return {
    addValue: (from, name) => add(values, from, name),
    addType: (from, name) => add(types, from, name),
    list: () =>
      [...new Set([...values.keys(), ...types.keys()])].sort(byModule).map((from) => {
        const named = {
          from,
          values: [...(values.get(from) ?? [])].sort(byCodeUnits),
          types: [...(types.get(from) ?? [])].sort(byCodeUnits),
        };
        return { ...named, fitsLine: fitsLine(onOneLine(named)) };
      }),
  };
}

function onOneLine({ from, values, types }: Omit<PlannedImport, 'fitsLine'>): string {
  if (values.length === 0) return `import type { ${types.join(', ')} } from '${from}';`;
  return `import { ${[...values, ...types.map((name) => `type ${name}`)].join(', ')} } from '${from}';`;
}

function byModule(left: string, right: string): number {
  return Number(left.startsWith('.')) - Number(right.startsWith('.')) || byCodeUnits(left, right);
}
