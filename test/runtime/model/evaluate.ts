/** A request as the property makes it. */
export interface RandomFind {
  readonly where?: Filter;
  readonly orderBy?: Readonly<
    Record<string, 'asc' | 'desc' | { sort: 'asc' | 'desc'; nulls: 'first' | 'last' }>
  >;
  readonly take?: number;
  readonly skip?: number;
  readonly lines?: { readonly where: Filter; readonly take?: number };
}

type Filter = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;
/** SQL's third truth value is null. */
type Truth = boolean | null;

/** The rows that SQL gives for a request over `transaction`, without SQL: only what the property asks for. */
export function evaluate(tables: Tables, request: RandomFind): unknown[] {
  const { where = {}, orderBy = {}, take = Number.POSITIVE_INFINITY, skip = 0, lines } = request;
  const rows = (tables.transaction ?? [])
    .filter((row) => fits(where, row, 'transaction', tables))
    .sort(comparing({ ...orderBy, id: orderBy.id ?? 'asc' }));
  return rows.slice(skip, skip + take).map((row) => {
    const entity = one(tables, 'customer', row.entity);
    return {
      id: String(row.id),
      tranid: row.tranid,
      entity: entity === null ? null : { companyname: entity.companyname },
      ...(lines === undefined ? {} : { lines: listOf(row, lines, tables) }),
    };
  });
}

function listOf(row: Row, { where, take }: NonNullable<RandomFind['lines']>, tables: Tables): unknown[] {
  return linesOf(row, tables)
    .filter((line) => fits(where, line, 'transactionline', tables))
    .sort(comparing({ quantity: 'desc', uniquekey: 'asc' }))
    .slice(0, take)
    .map(({ uniquekey }) => ({ uniquekey: String(uniquekey) }));
}

function linesOf({ id }: Row, tables: Tables): Row[] {
  return (tables.transactionline ?? []).filter(({ transaction }) => transaction === id);
}

function one(tables: Tables, table: string, id: unknown): Row | null {
  return tables[table]?.find((row) => row.id === id) ?? null;
}

/** Whether a row is kept; by a filter that asks for nothing too. */
function fits(where: Filter, row: Row, table: string, tables: Tables): boolean {
  const truth = holds(where, row, table, tables);
  return truth === undefined || truth === true;
}

/** `undefined`: nothing is asked, because all that could be is undefined. OR of nothing is false. */
function holds(where: Filter | undefined, row: Row | null, table: string, tables: Tables): Truth | undefined {
  return together(
    Object.entries(where ?? {}).map(([field, filter]): Truth | undefined => {
      if (filter === undefined) return undefined;
      const each = (inner: Filter | undefined): Truth | undefined => holds(inner, row, table, tables);
      if (field === 'AND') return together((filter as Filter[]).map(each));
      if (field === 'OR') {
        const branches = (filter as Filter[]).map(each).filter((truth) => truth !== undefined);
        return not(all(branches.map(not)));
      }
      if (field === 'NOT') {
        const inner = each(filter as Filter);
        return inner === undefined ? undefined : not(inner);
      }
      if (field === 'lines') return listHolds(filter as Filter, row as Row, tables);
      if (field === 'item') return holds(filter as Filter, one(tables, 'item', row?.item), 'item', tables);
      if (field === 'entity')
        return holds(filter as Filter, one(tables, 'customer', row?.entity), 'customer', tables);
      return fieldHolds(row?.[field] ?? null, filter);
    }),
  );
}

function listHolds(filter: Filter, row: Row, tables: Tables): Truth {
  const fitting = (where: unknown): number =>
    linesOf(row, tables).filter((line) => fits(where as Filter, line, 'transactionline', tables)).length;
  if ('some' in filter) return fitting(filter.some) > 0;
  if ('none' in filter) return fitting(filter.none) === 0;
  return fitting(filter.every) === linesOf(row, tables).length;
}

function fieldHolds(value: unknown, filter: unknown): Truth | undefined {
  if (filter === null || typeof filter !== 'object') return compare('equals', value, filter, false);
  const { mode, ...conditions } = filter as Filter;
  const given = Object.entries(conditions).filter(([, each]) => each !== undefined);
  return together(given.map(([name, each]) => compare(name, value, each, mode === 'insensitive')));
}

/** AND of what is asked at all. */
function together(truths: readonly (Truth | undefined)[]): Truth | undefined {
  const asked = truths.filter((truth) => truth !== undefined);
  return asked.length === 0 ? undefined : all(asked);
}

function compare(name: string, value: unknown, given: unknown, insensitive: boolean): Truth {
  const empty = given === null || given === '';
  if (name === 'isNull') return (value === null) === given;
  if (name === 'equals' && empty) return value === null;
  if (name === 'not' && empty) return value !== null;
  if (name === 'in' || name === 'notIn') {
    const values = given as unknown[];
    const found = not(
      all(values.map((each) => not(each === '' ? null : compare('equals', value, each, insensitive)))),
    );
    return name === 'in' ? found : not(found);
  }
  if (name === 'between') {
    const [low, high] = given as unknown[];
    return all([compare('gte', value, low, insensitive), compare('lte', value, high, insensitive)]);
  }
  if (value === null || (empty && name.length <= 3)) return null;
  const cased = (of: unknown): string => (insensitive ? String(of).toUpperCase() : String(of));
  // Numbers as numbers, texts and days by their letters.
  const [left, right] = (insensitive ? [cased(value), cased(given)] : [value, given]) as [string, string];
  switch (name) {
    case 'equals':
      return left === right;
    case 'not':
      return left !== right;
    case 'gt':
      return left > right;
    case 'gte':
      return left >= right;
    case 'lt':
      return left < right;
    case 'lte':
      return left <= right;
    case 'contains':
      return cased(value).includes(cased(given));
    case 'startsWith':
      return cased(value).startsWith(cased(given));
    case 'endsWith':
      return cased(value).endsWith(cased(given));
    default:
      throw new Error(`The evaluation does not know ${name}.`);
  }
}

/** AND: false if one is, else unknown if one is. */
function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

function comparing(orderBy: NonNullable<RandomFind['orderBy']>): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const [field, direction] of Object.entries(orderBy)) {
      const { sort, nulls } =
        typeof direction === 'object'
          ? direction
          : { sort: direction, nulls: direction === 'asc' ? 'last' : 'first' };
      const [one, other] = [left[field] ?? null, right[field] ?? null] as [number | null, number | null];
      if (one === other) continue;
      if (one === null) return nulls === 'last' ? 1 : -1;
      if (other === null) return nulls === 'last' ? -1 : 1;
      return one < other === (sort === 'asc') ? -1 : 1;
    }
    return 0;
  };
}
