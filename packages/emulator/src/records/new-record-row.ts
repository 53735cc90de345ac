import type { Row, RowValue } from '../database/row.js';
import { userError } from '../server/refusals.js';
import { isStored, type RecordType } from './record-type.js';
import type { RecordValues } from './record-value.js';

// The rest of what a form asks for, NetSuite fills in where a request leaves it out.
// Assumed: which of the mandatory fields that are, and that mandatory custom fields have a default.
const neverDefaulted: ReadonlySet<string> = new Set([
  'acctName',
  'acctType',
  'entity',
  'itemId',
  'name',
  'subsidiary',
  'symbol',
  'title',
]);

/**
 * @param names The fields that a request names. Undefined: the record is new.
 * @throws {Refusal} A mandatory field is empty that has no default. Assumed: the wording.
 */
export function requireMandatory(
  { record }: RecordType,
  values: RecordValues,
  names?: readonly string[],
): void {
  const missing = record.properties.filter(
    ({ name, required }) =>
      required &&
      neverDefaulted.has(name) &&
      (names === undefined || names.includes(name)) &&
      (values.get(name) ?? null) === null,
  );
  if (missing.length === 0) return;
  const titles = missing.map(({ title, name }) => title?.trim() ?? name);
  throw userError(`Please enter value(s) for: ${titles.join(', ')}.`);
}

/** What NetSuite fills in, in the form of a seed; columns that the table does not keep are left out later. */
export function defaultColumns({ table, conditions }: RecordType, nowIso: string): Row {
  const defaults: Record<string, RowValue> = {
    isinactive: false,
    datecreated: nowIso,
    createddate: nowIso,
    created: nowIso,
    lastmodifieddate: nowIso,
    lastmodified: nowIso,
  };
  for (const { column, value } of conditions) defaults[column] = value;
  return Object.fromEntries(Object.entries(defaults).filter(([column]) => isStored(table, column)));
}

/** A change's columns that NetSuite fills in. */
export function modifiedColumns(nowIso: string): Row {
  return { lastmodifieddate: nowIso, lastmodified: nowIso };
}
