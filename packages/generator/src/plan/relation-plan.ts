import { type AccountPlan, boundTable, targetOf } from './account-plan.js';
import { entityNames } from './id-type.js';
import { type ColumnPair, entityRelations, type KnownRelation, knownRelations } from './known-relations.js';
import type { ModelNames } from './model-names.js';
import { byCodeUnits } from './order.js';
import { uniqueName } from './unique-name.js';

/** A relation of a model, named. */
export interface PlannedRelation {
  readonly name: string;
  readonly cardinality: 'one' | 'many';
  readonly target: ModelNames;
  readonly pairs: readonly [ColumnPair, ...ColumnPair[]];
}

/** What a `where` or `select` means something else by. */
const reservedFields = ['AND', 'OR', 'NOT', '_count', '_display'];

/**
 * The relations of each table that follow no column of it: known ones, and back from every reference to it, called
 * `<table>_by_<column>` where no better name is known. Names are unique beside the table's columns.
 */
export function backRelations(account: AccountPlan): ReadonlyMap<string, readonly PlannedRelation[]> {
  const known = knownByTable(account);
  const back = backByTable(account);
  return new Map(
    [...account.tables].map(([table, { columns }]) => {
      const taken = new Set([...Object.keys(columns), ...reservedFields]);
      const named = known.get(table) ?? [];
      const unnamed = (back.get(table) ?? []).filter((each) => !named.some((other) => isSame(each, other)));
      const relations = [...named, ...unnamed].map((each) => ({
        ...each,
        name: uniqueName(each.name, { taken }),
      }));
      return [table, relations.sort((left, right) => byCodeUnits(left.name, right.name))];
    }),
  );
}

/** The model of the table that a subtype takes its rows from; null: the model is the table's own. */
export function tableModel(wireName: string, account: AccountPlan): ModelNames | null {
  const bound = boundTable(wireName, account);
  return bound === null || bound.name === wireName ? null : (account.names.get(bound.name) ?? null);
}

/** The tables that other models are subtypes of. */
export function sharedTables(account: AccountPlan): ReadonlySet<string> {
  return new Set([...account.names.keys()].flatMap((name) => tableModel(name, account)?.wireName ?? []));
}

function knownByTable(account: AccountPlan): ReadonlyMap<string, PlannedRelation[]> {
  const byTable = new Map<string, PlannedRelation[]>();
  const kinds = entityNames(account).filter((kind) => account.tables.has(kind));
  for (const known of [...knownRelations, ...kinds.flatMap(entityRelations)]) {
    const target = account.names.get(known.target);
    if (target === undefined || !hasColumns(known, account)) continue;
    // Where the table has a column of that name, the relation that follows it says the same.
    if (known.cardinality === 'one' && hasColumn(account, known.table, known.name)) continue;
    const { name, cardinality, pairs } = known;
    push(byTable, known.table, { name, cardinality, target, pairs });
  }
  return byTable;
}

function hasColumns({ table, target, pairs }: KnownRelation, account: AccountPlan): boolean {
  return pairs.every(({ from, to }) => hasColumn(account, table, from) && hasColumn(account, target, to));
}

function hasColumn({ tables }: AccountPlan, table: string, column: string): boolean {
  const columns = tables.get(table)?.columns;
  return columns !== undefined && Object.hasOwn(columns, column) && columns[column]?.exposed === true;
}

function backByTable(account: AccountPlan): ReadonlyMap<string, PlannedRelation[]> {
  const byTable = new Map<string, PlannedRelation[]>();
  const kinds = entityNames(account);
  for (const [name, { columns }] of account.tables) {
    const from = account.names.get(name);
    if (from === undefined) continue;
    for (const [column, { kind, exposed }] of Object.entries(columns)) {
      if (!exposed || !kind.startsWith('ref:')) continue;
      const { table } = targetOf(kind.slice('ref:'.length), account);
      // Whoever refers to an entity may mean any kind of it: their ids are the same.
      for (const owner of table === 'entity' ? kinds : [table]) {
        const key = account.tables.get(owner)?.primaryKey ?? null;
        if (key === null) continue;
        const backName = column === 'parent' && owner === name ? 'children' : `${name}_by_${column}`;
        const pairs = [{ from: key, to: column }] as const;
        push(byTable, owner, { name: backName, cardinality: 'many', target: from, pairs });
      }
    }
  }
  return byTable;
}

function push(to: Map<string, PlannedRelation[]>, table: string, relation: PlannedRelation): void {
  const relations = to.get(table);
  if (relations === undefined) to.set(table, [relation]);
  else relations.push(relation);
}

function isSame(one: PlannedRelation, other: PlannedRelation): boolean {
  return (
    one.target === other.target &&
    other.pairs.length === 1 &&
    one.pairs[0].from === other.pairs[0].from &&
    one.pairs[0].to === other.pairs[0].to
  );
}
