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
    .filter((row) => holds(where, row, 'transaction', tables) === true)
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
    .filter((line) => holds(where, line, 'transactionline', tables) === true)
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

function holds(where: Filter, row: Row | null, table: string, tables: Tables): Truth {
  return all(
    Object.entries(where).map(([field, filter]): Truth => {
      const each = (inner: Filter): Truth => holds(inner, row, table, tables);
      if (field === 'AND') return all((filter as Filter[]).map(each));
      if (field === 'OR') return not(all((filter as Filter[]).map((inner) => not(each(inner)))));
      if (field === 'NOT') return not(each(filter as Filter));
      if (field === 'lines') return listHolds(filter as Filter, row as Row, tables);
      if (field === 'item') return holds(filter as Filter, one(tables, 'item', row?.item), 'item', tables);
      if (field === 'entity')
        return holds(filter as Filter, one(tables, 'customer', row?.entity), 'customer', tables);
      return fieldHolds(row?.[field] ?? null, filter);
    }),
  );
}

function listHolds(filter: Filter, row: Row, tables: Tables): Truth {
  const fits = (where: unknown): number =>
    linesOf(row, tables).filter((line) => holds(where as Filter, line, 'transactionline', tables) === true)
      .length;
  if ('some' in filter) return fits(filter.some) > 0;
  if ('none' in filter) return fits(filter.none) === 0;
  return fits(filter.every) === linesOf(row, tables).length;
}

function fieldHolds(value: unknown, filter: unknown): Truth {
  if (filter === null || typeof filter !== 'object') return compare('equals', value, filter, false);
  const { mode, ...conditions } = filter as Filter;
  return all(
    Object.entries(conditions).map(([name, given]) => compare(name, value, given, mode === 'insensitive')),
  );
}

function compare(name: string, value: unknown, given: unknown, insensitive: boolean): Truth {
  const empty = given === null || given === '';
  if (name === 'isNull') return (value === null) === given;
  if (name === 'equals' && empty) return value === null;
  if (name === 'not' && empty) return value !== null;
  if (name === 'in' || name === 'notIn') {
    const values = given as unknown[];
    const found = not(
      all(values.map((each) => not(each === '' ? null : compare('equals', value, each, false)))),
    );
    return name === 'in' ? found : not(found);
  }
  if (name === 'between') {
    const [low, high] = given as unknown[];
    return all([compare('gte', value, low, false), compare('lte', value, high, false)]);
  }
  if (value === null || (empty && name.length <= 3)) return null;
  const cased = (of: unknown): string => (insensitive ? String(of).toUpperCase() : String(of));
  // Numbers as numbers, texts and days by their letters.
  const [left, right] = [value, given] as [string, string];
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
