import type { AccountDefinition, CustomRecordType } from '../account/definition.js';
import type { Calendar } from './calendar.js';
import { customColumnValues, type IdPool } from './custom-values.js';
import type { DemoSize } from './demo-size.js';
import { idRange } from './entity-ids.js';
import type { Random } from './random.js';
import type { DemoBatch, Row } from './row.js';

/** How many rows a custom record type has. */
export function customRecordCount({ scriptId }: CustomRecordType, size: DemoSize): number {
  if (scriptId === 'customrecord_project_milestone') return size.milestones;
  return scriptId.startsWith('customrecord_cseg') ? 4 : 6 + Math.ceil(size.milestones / 4);
}

interface CustomRowSources {
  readonly account: AccountDefinition;
  readonly calendar: Calendar;
  readonly size: DemoSize;
  readonly employeeIds: readonly number[];
  readonly pool: IdPool;
  readonly random: Random;
}

/** The rows of custom lists and custom records. */
export function customRowBatches(sources: CustomRowSources): readonly DemoBatch[] {
  const { account, calendar, random } = sources;
  const lists = account.customLists.map(({ scriptId, values }) => ({
    table: scriptId,
    rows: values.map(
      ({ id, name }): Row => ({
        id,
        recordid: id,
        name,
        abbreviation: null,
        externalid: null,
        scriptid: `VAL_${scriptId.slice('customlist_'.length).toUpperCase()}_${id}`,
        isinactive: false,
        owner: random.pick(sources.employeeIds),
        created: calendar.moved('2023-02-01T10:00:00'),
        lastmodified: calendar.moved('2024-09-17T16:40:00'),
      }),
    ),
  }));
  const records = account.customRecordTypes.map((type) => ({
    table: type.scriptId,
    rows: recordRows(type, sources),
  }));
  return [...lists, ...records];
}

const segmentValues = ['Retail', 'Gastronomy', 'Offices', 'Public Sector'];

function recordRows(
  type: CustomRecordType,
  { calendar, size, employeeIds, pool, random }: CustomRowSources,
): readonly Row[] {
  const fills = Object.entries(type.columns).map(([name, { kind }]) => ({ name, kind, applies: true }));
  const customValues = customColumnValues(fills, { calendar, pool });
  return idRange(1, customRecordCount(type, size)).map((id) => {
    const created = random.integer(calendar.firstDay, calendar.lastDay - 60);
    const row: Row = {
      id,
      recordid: id,
      name: type.scriptId.startsWith('customrecord_cseg')
        ? (segmentValues[id - 1] ?? null)
        : `${type.label} ${id}`,
      altname: null,
      externalid: null,
      scriptid: `VAL_${type.internalId}_${id}`,
      isinactive: random.chance(0.05),
      owner: random.pick(employeeIds),
      created: calendar.moment(created, random),
      lastmodified: calendar.moment(created + random.integer(0, 60), random),
      lastmodifiedby: random.pick(employeeIds),
    };
    customValues(row, random);
    return row;
  });
}
