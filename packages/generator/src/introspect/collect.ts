import type { AnswerSource } from './answer-source.js';
import { detectBindParameters } from './bind-parameters.js';
import { readCatalogIndex } from './catalog-index.js';
import { readCustomDefinitions } from './custom-definitions.js';
import type { IntrospectionPhase, IntrospectionProgress } from './introspection-options.js';
import { type KnownBeforeProbing, probeCandidates } from './probe-candidates.js';
import { probeTable } from './probe-table.js';
import type { RawMetadata, TableObservation } from './raw-metadata.js';
import type { IntrospectionScope } from './raw-store.js';
import { readCodes } from './read-codes.js';
import { type RecordSchemas, readRecordSchemas } from './record-schemas.js';
import { type ReferenceComponents, readReferenceComponents } from './reference-components.js';
import { unlessUnreadable } from './refusal.js';
import { tablesInScope } from './tables-in-scope.js';

export interface CollectOptions {
  readonly scope: IntrospectionScope;
  readonly swaggerTimeoutMs: number;
  readonly onProgress: (progress: IntrospectionProgress) => void;
}

export interface Collection {
  readonly raw: RawMetadata;
  /** False: the account failed to give a part that can be done without. */
  readonly complete: boolean;
}

/** Asks all questions of an introspection; what they cost and where the answers come from is the source's affair. */
export async function collect(source: AnswerSource, options: CollectOptions): Promise<Collection> {
  const { scope } = options;
  const [schemas, definitions] = await Promise.all([
    collectRecords(source, options),
    collectDefinitions(source, options),
  ]);
  const { records, tableScope } = schemas;
  const { custom } = definitions;
  const [targets, probed] = await Promise.all([
    collectTargets(source, [...records.keys()], options),
    scope.probe === 'none'
      ? {
          tables: null,
          unreadTables: new Set<string>(),
          bindParameters: null,
          codes: new Map<string, never>(),
          warnings: [],
          complete: true,
        }
      : collectTables(source, { records, custom, probe: scope.probe, tableScope }, options),
  ]);
  const { tables, unreadTables, bindParameters, codes } = probed;
  const parts = [schemas, definitions, targets, probed];
  const warnings = parts.flatMap((part) => part.warnings);
  if (tables !== null && [...tables.values()].every((table) => !table?.accepted.length)) {
    warnings.push(
      'No table answered a SuiteQL query. Give the role the permission SuiteAnalytics Workbook (Edit) to query.',
    );
  }
  const raw: RawMetadata = {
    bindParameters,
    timeZone: scope.timeZone,
    records,
    components: targets.components,
    tables,
    ...(unreadTables !== undefined && { unreadTables }),
    tableScope,
    custom,
    codes,
    warnings,
  };
  return { raw, complete: parts.every((part) => part.complete) };
}

async function collectRecords(
  source: AnswerSource,
  { scope, onProgress }: CollectOptions,
): Promise<RecordSchemas & Pick<RawMetadata, 'tableScope'>> {
  onProgress({ phase: 'catalog', done: 0, total: 1 });
  const { all, names } = await readCatalogIndex(source, scope);
  onProgress({ phase: 'catalog', done: 1, total: 1 });
  const schemas = await readRecordSchemas(source, names, counted('records', names.length, onProgress));
  return { ...schemas, tableScope: scope.include === null ? null : tablesInScope(names, all) };
}

async function collectDefinitions(
  source: AnswerSource,
  { scope, onProgress }: CollectOptions,
): ReturnType<typeof readCustomDefinitions> {
  if (scope.probe === 'none') {
    const none = new Map<string, never>();
    return { custom: { recordTypes: none, lists: none, fields: none }, warnings: [], complete: true };
  }
  const onDone = counted('custom', 1, onProgress);
  const definitions = await readCustomDefinitions(source);
  onDone();
  return definitions;
}

function collectTargets(
  source: AnswerSource,
  names: readonly string[],
  { scope, swaggerTimeoutMs, onProgress }: CollectOptions,
): Promise<ReferenceComponents> {
  if (scope.referenceTargets === 'known')
    return Promise.resolve({ components: [], warnings: [], complete: true });
  return readReferenceComponents(source, names, {
    timeoutMs: swaggerTimeoutMs,
    onProgress: (done, total) => onProgress({ phase: 'targets', done, total }),
  });
}

async function collectTables(
  source: AnswerSource,
  known: KnownBeforeProbing,
  { onProgress }: CollectOptions,
): Promise<
  Pick<RawMetadata, 'tables' | 'unreadTables' | 'bindParameters' | 'codes' | 'warnings'> & {
    readonly complete: boolean;
  }
> {
  // The widest first: they are refused most often, and must not be waited for at the end.
  const candidates = [...probeCandidates(known)].sort(([, one], [, other]) => other.length - one.length);
  const onDone = counted('tables', candidates.length, onProgress);
  const warnings: string[] = [];
  const unreadTables = new Set<string>();
  const probe = (table: string, columns: readonly string[]): Promise<TableObservation> =>
    unlessUnreadable(probeTable(source, table, columns), (error) => {
      warnings.push(`Table ${table} is left out: ${error.message} Introspect again to add it.`);
      unreadTables.add(table);
      return null;
    }).finally(onDone);
  const probes = new Map(candidates.map(([table, columns]) => [table, probe(table, columns)]));
  const [bindParameters, read, ...observed] = await Promise.all([
    detectBindParameters(source, probes),
    readCodes(source, probes),
    ...[...probes].map(async ([table, probed]): Promise<[string, TableObservation]> => [table, await probed]),
  ]);
  return {
    tables: new Map(observed),
    unreadTables,
    bindParameters,
    codes: read.codes,
    warnings: [...warnings.toSorted(), ...read.warnings],
    complete: warnings.length === 0 && read.complete,
  };
}

function counted(
  phase: IntrospectionPhase,
  total: number,
  onProgress: (progress: IntrospectionProgress) => void,
): () => void {
  let done = 0;
  onProgress({ phase, done, total });
  return () => {
    done += 1;
    onProgress({ phase, done, total });
  };
}
