import { type CodeList, codeLists } from '@suitewright/schema';
import { z } from 'zod';
import type { AnswerSource } from './answer-source.js';
import type { TableObservation } from './raw-metadata.js';
import { mayBeDoneWithout } from './refusal.js';

const rowsOfAnswer = z.array(z.object({ code: z.unknown().optional() }));

export interface CodesRead {
  /** By the first column of each code list, as `table.column`. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
  readonly warnings: readonly string[];
  /** False: the account failed to answer, and may do better the next time. */
  readonly complete: boolean;
}

/** Asks the account which codes its rows hold, for each list of codes whose column a query may use. */
export async function readCodes(
  source: AnswerSource,
  probes: ReadonlyMap<string, Promise<TableObservation>>,
): Promise<CodesRead> {
  const codes = new Map<string, readonly string[]>();
  const warnings: string[] = [];
  let complete = true;
  await Promise.all(
    codeLists.map(async (list) => {
      const [table = '', column = ''] = list.columns[0].split('.');
      const observation = await probes.get(table);
      if (observation?.accepted.includes(column) !== true) return;
      try {
        const answer = await codesIn(source, table, column);
        if (typeof answer === 'string') warnings.push(notRead(list, answer));
        else codes.set(list.columns[0], answer);
      } catch (error) {
        if (!mayBeDoneWithout(error)) throw error;
        complete = false;
        warnings.push(notRead(list, error.message));
      }
    }),
  );
  return { codes, warnings: warnings.sort(), complete };
}

/** The codes, or why there are none. */
async function codesIn(
  source: AnswerSource,
  table: string,
  column: string,
): Promise<readonly string[] | string> {
  const qualified = `${table}.${column}`;
  const answer = await source.answer(`codes/${qualified}`, {
    rowsOf: `SELECT ${qualified} AS code FROM ${table} WHERE ${qualified} IS NOT NULL GROUP BY ${qualified} ORDER BY ${qualified} ASC`,
  });
  if (!answer.ok) return answer.detail;
  const parsed = rowsOfAnswer.safeParse(answer.body);
  if (!parsed.success) return 'the answer is not a list of rows.';
  return parsed.data
    .map(({ code }) => code)
    .filter((code) => typeof code === 'string' && code !== '') as string[];
}

function notRead({ columns }: CodeList, reason: string): string {
  return `The codes of ${columns[0]} could not be read, so the known ones are used: ${reason}`;
}
