import type { Source } from '../bindings.js';

/** The sources of one SELECT, found by alias or by column. */
export interface SourceNames {
  readonly sources: readonly Source[];
  /** Whether the columns of some source cannot be told. */
  readonly undecided: boolean;
  /** Whether some source may have columns that are not known. */
  readonly open: boolean;
  withAlias(alias: string): Source | undefined;
  /** Those that have a column of this name. */
  withColumn(name: string): readonly Source[];
}

/** Beyond this many sources, an index of their columns is cheaper than asking each. */
const MANY_SOURCES = 16;

export function nameSources(sources: readonly Source[]): SourceNames {
  const byAlias = new Map<string, Source>();
  for (const source of sources) {
    if (source.alias !== null && !byAlias.has(source.alias)) byAlias.set(source.alias, source);
  }
  let byColumn: ReadonlyMap<string, readonly Source[]> | null = null;
  return {
    sources,
    open: sources.some((source) => source.open),
    undecided: sources.some(({ columns }) => columns === null),
    withAlias: (alias) => byAlias.get(alias),
    withColumn: (name) => {
      if (sources.length <= MANY_SOURCES) return sources.filter(({ columns }) => columns?.has(name) === true);
      byColumn ??= indexByColumn(sources);
      return byColumn.get(name) ?? [];
    },
  };
}

export const EMPTY_NAMES: SourceNames = nameSources([]);

function indexByColumn(sources: readonly Source[]): Map<string, Source[]> {
  const index = new Map<string, Source[]>();
  for (const source of sources) {
    for (const name of source.columns?.keys() ?? []) {
      const known = index.get(name);
      if (known === undefined) index.set(name, [source]);
      else known.push(source);
    }
  }
  return index;
}
