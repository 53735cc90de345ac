import type { ColumnKind } from '@suitewright/schema';
import type { AccountDefinition, CustomRecordType } from '../account/definition.js';
import { fieldValueType } from '../account/field-value-type.js';
import type { Calendar } from './calendar.js';
import type { DemoBatch, Row } from './row.js';

/**
 * The account's custom definitions as the rows that SuiteQL shows of them. Script ids are in upper case
 * there, as public queries find them.
 */
export function customDefinitionBatches(
  account: AccountDefinition,
  { owner, calendar }: { readonly owner: number | null; readonly calendar: Calendar },
): readonly DemoBatch[] {
  const internalIds = new Map(
    [...account.customRecordTypes, ...account.customLists].map(({ scriptId, internalId }) => [
      scriptId,
      internalId,
    ]),
  );
  const common = { isinactive: false, owner };
  const fieldCommon = {
    ...common,
    isstored: true,
    isshowinlist: false,
    lastmodifieddate: calendar.moved('2025-08-11T14:05:00'),
  };
  const types = account.customRecordTypes.map(
    (type): Row => ({
      internalid: type.internalId,
      name: type.label,
      scriptid: type.scriptId.toUpperCase(),
      description: type.description,
      includename: true,
      recordname: type.label,
      ...common,
    }),
  );
  const fields = account.customFields.map(
    (field): Row => ({
      internalid: field.internalId,
      name: field.label,
      scriptid: field.scriptId.toUpperCase(),
      fieldtype: field.fieldType,
      fieldvaluetype: field.valueType,
      fieldvaluetyperecord: targetId(field.kind, internalIds),
      recordtype: null,
      ismandatory: field.mandatory,
      description: field.description,
      ...fieldCommon,
    }),
  );
  const columns = account.customRecordTypes.flatMap(recordFields).map(
    ({ type, scriptId, column, internalId }): Row => ({
      internalid: internalId,
      name: column.label,
      scriptid: scriptId.toUpperCase(),
      fieldtype: 'RECORD',
      fieldvaluetype: fieldValueType(column.kind),
      fieldvaluetyperecord: targetId(column.kind, internalIds),
      recordtype: type.internalId,
      ismandatory: false,
      description: null,
      ...fieldCommon,
    }),
  );
  const lists = account.customLists.map(
    (list): Row => ({
      id: list.internalId,
      name: list.label,
      scriptid: list.scriptId.toUpperCase(),
      isordered: true,
      ismatrixoption: false,
      recordid: list.internalId,
      ...common,
    }),
  );
  const segments = account.customSegments.map(
    (segment): Row => ({
      internalid: segment.internalId,
      label: segment.label,
      scriptid: segment.scriptId.toUpperCase(),
      recordtype: internalIds.get(segment.recordType) ?? null,
      recordscriptid: segment.recordType.toUpperCase(),
      glimpact: segment.glImpact,
      isinactive: false,
    }),
  );
  return [
    { table: 'customrecordtype', rows: types },
    { table: 'customfield', rows: [...fields, ...columns] },
    { table: 'customlist', rows: lists },
    { table: 'customsegment', rows: segments },
  ];
}

// Above the ids of the fields that the account defines one by one.
const firstColumnId = 10_001;

function recordFields(
  type: CustomRecordType,
  index: number,
): readonly {
  readonly type: CustomRecordType;
  readonly scriptId: string;
  readonly column: CustomRecordType['columns'][string];
  readonly internalId: number;
}[] {
  return Object.entries(type.columns)
    .filter(([scriptId]) => scriptId.startsWith('custrecord'))
    .map(([scriptId, column], position) => ({
      type,
      scriptId,
      column,
      internalId: firstColumnId + index * 100 + position,
    }));
}

// Assumed: the ids by which custom fields name standard records. They are SuiteCloud's, from general practice.
const standardRecordIds: Readonly<Record<string, number>> = {
  customer: -2,
  vendor: -3,
  employee: -4,
  partner: -5,
  contact: -6,
  job: -7,
  entity: -9,
  item: -10,
  transaction: -30,
  classification: -101,
  department: -102,
  location: -103,
  accountingperiod: -105,
  account: -112,
  subsidiary: -117,
  role: -118,
  currency: -122,
};

function targetId(kind: ColumnKind, internalIds: ReadonlyMap<string, number>): number | null {
  const target = /^(?:ref|multi):(.+)$/.exec(kind)?.[1];
  if (target === undefined) return null;
  return internalIds.get(target) ?? standardRecordIds[target] ?? null;
}
