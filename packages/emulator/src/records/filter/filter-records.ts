import { type CatalogProperty, isFilterable } from '../../catalog/catalog-record.js';
import { parseIso, secondsADay } from '../../database/calendar.js';
import type { EmulatorDatabase } from '../../database/emulator-database.js';
import { invalidQueryParameter } from '../../server/refusals.js';
import { parseAccountDate } from '../../suiteql/account-date.js';
import { readValues } from '../read-values.js';
import type { RecordStore } from '../record-store.js';
import type { RecordType } from '../record-type.js';
import type { RecordValue, RecordValues } from '../record-value.js';
import { columnOf, valuesOfRow } from '../row-values.js';
import { allRows, type StoredRow } from '../stored-row.js';
import { type Comparable, type FilterKind, type FilterOperator, filterOperator } from './filter-operators.js';
import { type Filter, type FilterCondition, FilterSyntaxError, parseFilter } from './parse-filter.js';

/** A filter against a record's properties: says whether a record passes. */
interface CheckedFilter {
  readonly properties: readonly CatalogProperty[];
  readonly passes: (values: RecordValues) => boolean;
}

/**
 * Ids of the records that pass the filter `q`, ascending.
 *
 * @throws {Refusal} It cannot be read, or names a field, an operator or a value that there is not.
 */
export function filterRecords(store: RecordStore, type: RecordType, q: string): readonly string[] {
  const { database } = store;
  const { table, primaryKey } = type;
  const { properties, passes } = checkFilter(readFilter(q), type, database);
  const isKept = properties.every((property) => isInRow(property, type));
  const columns = isKept ? properties.flatMap((property) => columnOf(property, table) ?? []) : null;
  const valuesOf = (row: StoredRow): RecordValues =>
    isKept
      ? valuesOfRow(row, { table, properties, timeZone: database.timeZone })
      : readValues(store, type, row);
  return allRows(store, type, columns)
    .filter((row) => passes(valuesOf(row)))
    .map((row) => String(row[primaryKey]));
}

/** Whether a property is told by a column of the record's own row and nothing else. */
function isInRow(property: CatalogProperty, { table, hasTable }: RecordType): boolean {
  if (!hasTable || columnOf(property, table) === null) return false;
  return !(table.name === 'transaction' && property.name === 'status');
}

function readFilter(q: string): Filter {
  try {
    return parseFilter(q);
  } catch (error) {
    if (error instanceof FilterSyntaxError) throw refuse(`Invalid filter: ${error.message}.`);
    throw error;
  }
}

function checkFilter(filter: Filter, type: RecordType, database: EmulatorDatabase): CheckedFilter {
  if (filter.kind === 'condition') return checkCondition(filter, type, database);
  const parts = filter.parts.map((part) => checkFilter(part, type, database));
  return {
    properties: [...new Set(parts.flatMap(({ properties }) => properties))],
    passes: (values) =>
      filter.kind === 'and'
        ? parts.every(({ passes }) => passes(values))
        : parts.some(({ passes }) => passes(values)),
  };
}

function checkCondition(
  { field, operator: name, values: written }: FilterCondition,
  { record }: RecordType,
  database: EmulatorDatabase,
): CheckedFilter {
  const property =
    record.properties.find((one) => one.name === field) ??
    record.properties.find((one) => one.name.toLowerCase() === field.toLowerCase());
  if (property === undefined) throw refuse(`Field '${field}' for record '${record.name}' was not found.`);
  if (!isFilterable(property))
    throw refuse(`Field '${field}' for record '${record.name}' cannot be filtered.`);
  const properties = [property];
  const fieldOf = (values: RecordValues): RecordValue => values.get(property.name) ?? null;
  if (name === 'EMPTY' || name === 'EMPTY_NOT') {
    if (written !== null) throw refuse(`The operator ${name} takes no value.`);
    return { properties, passes: (values) => isEmpty(fieldOf(values)) === (name === 'EMPTY') };
  }
  const found = filterOperator(name);
  if (found === null) throw refuse(`Unknown operator '${name}'.`);
  const { operator, isNot } = found;
  const kind = kindOf(property);
  if (!operator.kinds.includes(kind)) throw refuse(`The operator ${name} does not fit the field '${field}'.`);
  const operands = operandsOf(written, { name, operator, kind, database });
  return {
    properties,
    // Assumed: as in SQL, an empty field passes neither an operator nor its opposite. A check box is never empty.
    passes: (values) => {
      const value = fieldOf(values);
      if (kind !== 'boolean' && isEmpty(value)) return false;
      return operator.test(comparable(value, kind, database), operands) !== isNot;
    },
  };
}

function isEmpty(value: RecordValue): boolean {
  return value === null || value === '';
}

// `id` is text in the catalog, and a number in Oracle's examples: id BETWEEN_NOT [1, 42].
function kindOf({ name, shape }: CatalogProperty): FilterKind {
  if (name === 'id') return 'number';
  if (shape.kind !== 'scalar') return 'select';
  if (shape.type === 'boolean') return 'boolean';
  if (shape.format === 'date' || shape.format === 'date-time') return 'moment';
  return shape.type === 'string' && shape.isDuration !== true ? 'string' : 'number';
}

interface OperandForm {
  readonly name: string;
  readonly operator: FilterOperator;
  readonly kind: FilterKind;
  readonly database: EmulatorDatabase;
}

function operandsOf(
  written: readonly string[] | null,
  { name, operator, kind, database }: OperandForm,
): readonly Comparable[] {
  const values = written ?? [];
  const { values: count } = operator;
  if (count === 'many' ? values.length === 0 : values.length !== count) {
    const wanted = count === 'many' ? 'one or more values' : count === 1 ? 'one value' : `${count} values`;
    throw refuse(`The operator ${name} takes ${wanted}.`);
  }
  return values.map((value) => operandOf(value, kind, database));
}

function operandOf(value: string, kind: FilterKind, database: EmulatorDatabase): Comparable {
  switch (kind) {
    case 'string':
      return value.toLowerCase();
    case 'select':
      return value;
    case 'boolean': {
      const isTrue = /^(?:true|t)$/i.test(value);
      if (!isTrue && !/^(?:false|f)$/i.test(value))
        throw refuse(`Invalid value '${value}': neither true nor false.`);
      return isTrue;
    }
    case 'number': {
      const number = numberOf(value);
      if (Number.isNaN(number)) throw refuse(`Invalid number '${value}'.`);
      return number;
    }
    case 'moment': {
      // The filter is N/query's, which has dates in the account's format.
      const seconds = parseAccountDate(value, database.dateFormat);
      if (seconds === undefined) {
        throw refuse(`Invalid date '${value}'. Use the account's date format, ${database.dateFormat}.`);
      }
      return Math.floor(seconds / secondsADay);
    }
  }
}

/** A number, or hours as `hh:mm`. */
function numberOf(text: string): number {
  const duration = /^(\d+):(\d{2})$/.exec(text);
  if (duration !== null) return Number(duration[1]) + Number(duration[2]) / 60;
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** Assumed: texts are compared without regard to case, and of a datetime its day in the account's time zone counts. */
function comparable(value: RecordValue, kind: FilterKind, { timeZone }: EmulatorDatabase): Comparable {
  switch (kind) {
    case 'boolean':
      return value === true;
    case 'number':
      return numberOf(String(value));
    case 'string':
      return String(value).toLowerCase();
    case 'select':
      return String(value);
    case 'moment':
      return Math.floor((parseIso(String(value), timeZone) ?? 0) / secondsADay);
  }
}

// Assumed: the wording. Filters are N/query's, so their errors begin as those of its other statements do.
function refuse(problem: string): Error {
  return invalidQueryParameter(
    'q',
    `Invalid search query. Detailed unprocessed description follows. Search error occurred: ${problem}`,
  );
}
