import { z } from 'zod';
import type { AnswerSource } from './answer-source.js';
import { probeTable } from './probe-table.js';
import type { CustomDefinition, CustomDefinitions, CustomFieldDefinition } from './raw-metadata.js';
import { unlessUnreadable } from './refusal.js';

const rowsOfAnswer = z.array(z.record(z.string(), z.unknown()));

type Row = Readonly<Record<string, unknown>>;

export interface CustomDefinitionsRead {
  readonly custom: CustomDefinitions;
  readonly warnings: readonly string[];
  /** False: an answer could not be read, and may be readable the next time. */
  readonly complete: boolean;
}

/** Reads what SuiteQL tells of custom record types, lists and fields, as far as the role may see it. */
export async function readCustomDefinitions(source: AnswerSource): Promise<CustomDefinitionsRead> {
  let complete = true;
  const readOrWarn = (table: string, columns: readonly string[]): Promise<readonly Row[] | string> =>
    unlessUnreadable(readTable(source, table, columns), (error) => {
      complete = false;
      return `${table} could not be read: ${error.message}`;
    });
  const [recordTypes, lists, fields] = await Promise.all([
    readOrWarn('customrecordtype', ['internalid', 'scriptid', 'name']),
    readOrWarn('customlist', ['id', 'scriptid', 'name']),
    readOrWarn('customfield', [
      'internalid',
      'scriptid',
      'name',
      'description',
      'fieldvaluetype',
      'fieldvaluetyperecord',
    ]),
  ]);
  const read = [recordTypes, lists, fields];
  return {
    custom: {
      recordTypes: byScriptId(recordTypes, customDefinition),
      lists: byScriptId(lists, customDefinition),
      fields: byScriptId(fields, customFieldDefinition),
    },
    warnings: read.filter((result) => typeof result === 'string'),
    complete,
  };
}

/** The rows, or the warning that takes their place. */
async function readTable(
  source: AnswerSource,
  table: string,
  columns: readonly string[],
): Promise<readonly Row[] | string> {
  const observation = await probeTable(source, table, columns);
  if (observation === null || !observation.accepted.includes('scriptid')) {
    return `The role may not read ${table} through SuiteQL: labels of custom definitions come from REST alone.`;
  }
  const selected = observation.accepted.map((column) => `${table}.${column}`).join(', ');
  const answer = await source.answer(`custom/${table}`, {
    rowsOf: `SELECT ${selected} FROM ${table} ORDER BY ${table}.scriptid ASC`,
  });
  if (!answer.ok) return `${table} could not be read: ${answer.detail}`;
  const parsed = rowsOfAnswer.safeParse(answer.body);
  return parsed.success ? parsed.data : `${table} could not be read: its answer is no list of rows.`;
}

function byScriptId<Value>(
  rows: readonly Row[] | string | undefined,
  define: (row: Row) => Value,
): ReadonlyMap<string, Value> {
  const definitions = new Map<string, Value>();
  if (rows === undefined || typeof rows === 'string') return definitions;
  for (const row of rows) {
    const scriptId = text(row, 'scriptid');
    if (scriptId !== null) definitions.set(scriptId.toLowerCase(), define(row));
  }
  return definitions;
}

function customDefinition(row: Row): CustomDefinition {
  return { label: text(row, 'name'), internalId: text(row, 'internalid') ?? text(row, 'id') };
}

function customFieldDefinition(row: Row): CustomFieldDefinition {
  return {
    label: text(row, 'name'),
    description: text(row, 'description'),
    valueType: text(row, 'fieldvaluetype'),
    valueRecordType: text(row, 'fieldvaluetyperecord'),
  };
}

/** Rows hold text; [?] some mocks show bare numbers. NULL columns are absent. */
function text(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
