import type { Connection, RestRequest } from '@suitewright/runtime';
import { IntrospectionError } from '../introspection-error.js';
import { type RawAnswer, rawAnswer } from './raw-answer.js';
import type { RawStore } from './raw-store.js';
import { refusalOf } from './refusal.js';

/** Answers questions: from the account, from what is kept, or from both. */
export interface AnswerSource {
  /**
   * @param key Names the question, the same in every run.
   * @throws What the connection throws, where the account gave no answer that would be the same again.
   */
  answer(key: string, question: Question): Promise<RawAnswer>;
}

export type Question = (RestRequest & RequestPurpose) | RowsQuestion;

export interface RequestPurpose {
  /** Only whether it is taken counts: the rows of the answer are not kept. Default false. */
  readonly withoutRows?: true;
}

/** A SuiteQL statement of which all rows are wanted. */
export interface RowsQuestion {
  readonly rowsOf: string;
}

export interface AccountAnswers extends AnswerSource {
  /** Waits until nothing that was asked is under way. */
  settled(): Promise<void>;
}

/** Asks the account; with a store, only what the store does not have. */
export function accountAnswers(
  connection: Connection,
  store: RawStore | null,
  signal: AbortSignal,
): AccountAnswers {
  const pending = new Set<Promise<RawAnswer>>();

  async function find(key: string, question: Question): Promise<RawAnswer> {
    signal.throwIfAborted();
    const kept = store === null ? undefined : await keptAnswer(store, key);
    if (kept !== undefined) return kept;
    const answer = await ask(connection, question, signal);
    await store?.keepAnswer(key, answer);
    return answer;
  }

  return {
    async answer(key, question) {
      const finding = find(key, question);
      pending.add(finding);
      try {
        return await finding;
      } finally {
        pending.delete(finding);
      }
    },
    async settled() {
      await Promise.allSettled(pending);
    },
  };
}

/** Answers from a store alone. */
export function keptAnswers(store: RawStore): AnswerSource {
  return {
    async answer(key) {
      const kept = await keptAnswer(store, key);
      if (kept !== undefined) return kept;
      throw new IntrospectionError(
        'INTROSPECTION_STORE_INCOMPLETE',
        `${store.location} holds no answer for ${key}: the introspection did not finish, or another version made it. ` +
          'Run it again into the same directory; it goes on where it stopped.',
      );
    },
  };
}

async function ask(connection: Connection, question: Question, signal: AbortSignal): Promise<RawAnswer> {
  try {
    if ('rowsOf' in question) {
      const statement = { text: question.rowsOf, parameters: [] };
      return { ok: true, body: await connection.suiteql.all(statement, { signal }) };
    }
    const { withoutRows = false, ...request } = question;
    const { body } = await connection.request({ ...request, signal });
    return { ok: true, body: withoutRows ? null : (body ?? null) };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null) throw error;
    return refusal;
  }
}

async function keptAnswer(store: RawStore, key: string): Promise<RawAnswer | undefined> {
  const kept = await store.readAnswer(key);
  if (kept === undefined) return undefined;
  const parsed = rawAnswer.safeParse(kept);
  if (parsed.success) return parsed.data;
  throw new IntrospectionError(
    'INTROSPECTION_STORE_DAMAGED',
    `The answer for ${key} in ${store.location} is damaged. Introspect again without resuming.`,
    parsed.error,
  );
}
