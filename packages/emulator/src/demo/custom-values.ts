import type { ColumnKind } from '@suitewright/schema';
import type { AccountDefinition } from '../account/definition.js';
import { type Calendar, isoDate } from './calendar.js';
import type { Random } from './random.js';
import type { Row, RowValue } from './row.js';
import { comments, materials, origins } from './words.js';

/** The ids that a table has, for references from custom columns. Null: not known (yet). */
export type IdPool = (table: string) => readonly (string | number)[] | null;

/** Sets the custom columns of one row. */
export type CustomValues = (row: Row, random: Random) => void;

/** Where the values of custom columns are drawn from. */
interface ColumnSources {
  readonly calendar: Calendar;
  readonly pool: IdPool;
}

interface ColumnFill {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly applies: boolean;
}

/**
 * Makes the function that fills the custom fields of a table's rows. Columns that the record does not
 * have stay NULL, and so do most of the others: people leave custom fields empty.
 *
 * @param record Catalog name of the record that the row is, which decides on fields of transactions.
 */
export function customFieldValues(
  account: AccountDefinition,
  { table, record, ...sources }: ColumnSources & { readonly table: string; readonly record: string },
): CustomValues {
  const fills = account.customFields
    .filter(({ tables }) => tables.includes(table))
    .map(({ scriptId, kind, records }) => ({ name: scriptId, kind, applies: records.includes(record) }));
  return customColumnValues(fills, sources);
}

/** As `customFieldValues`, for columns that are given. */
export function customColumnValues(fills: readonly ColumnFill[], sources: ColumnSources): CustomValues {
  const values = fills.map(({ name, kind, applies }) => ({
    name,
    value: applies ? columnValue(name, kind, sources) : null,
  }));
  return (row, random) => {
    for (const { name, value } of values) {
      row[name] = value === null ? null : value(random);
    }
  };
}

type ValueOf = (random: Random) => RowValue;

function columnValue(name: string, kind: ColumnKind, { calendar, pool }: ColumnSources): ValueOf | null {
  const [, relation, target] = /^(ref|multi):(.+)$/.exec(kind) ?? [];
  if (target !== undefined) {
    const ids = pool(target);
    if (ids === null || ids.length === 0) return null;
    return relation === 'ref' ? seldom(0.5, (random) => random.pickEarly(ids)) : seldom(0.3, severalOf(ids));
  }
  switch (kind) {
    case 'bool':
      return (random) => random.chance(0.25);
    case 'int':
      return seldom(0.4, (random) => random.integer(1, 400));
    case 'num':
      return seldom(0.4, (random) => random.integer(50, 9950) / 100);
    case 'date':
      return seldom(0.4, (random) => isoDate(random.integer(calendar.firstDay, calendar.lastDay)));
    case 'datetime':
      return seldom(0.4, (random) =>
        calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
      );
    default:
      return seldom(0.3, textFor(name));
  }
}

const seldom =
  (probability: number, value: ValueOf): ValueOf =>
  (random) =>
    random.chance(probability) ? value(random) : null;

function severalOf(ids: readonly (string | number)[]): ValueOf {
  return (random) => {
    const chosen = ids.slice(0, 12).filter(() => random.chance(0.4));
    return chosen.length === 0 ? null : chosen.join(', ');
  };
}

function textFor(name: string): ValueOf {
  if (name.endsWith('_id')) return (random) => `X-${random.integer(100000, 999999)}`;
  if (name.includes('material')) return (random) => random.pick(materials);
  if (name.includes('country')) return (random) => random.pick(origins);
  if (name.includes('certificate')) return (random) => `ISO 9001-${random.integer(1000, 9999)}`;
  return (random) => random.pick(comments);
}
