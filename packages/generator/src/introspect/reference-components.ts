import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AnswerSource } from './answer-source.js';
import { catalogPath } from './catalog-path.js';
import { type JsonSchemaNode, jsonSchemaProperties } from './json-schema.js';
import { mayBeDoneWithout } from './refusal.js';
import { selectBatches } from './select-batches.js';

/** Well under the 8,000 characters that servers take for a request line. */
const maximumSelectCharacters = 6000;

const openApi = z.object({ components: z.object({ schemas: jsonSchemaProperties }) });

export interface ReferenceComponents {
  readonly components: readonly Readonly<Record<string, JsonSchemaNode>>[];
  readonly warnings: readonly string[];
  /** False: the account failed to answer, and may do better the next time. */
  readonly complete: boolean;
}

/**
 * Reads the swagger+json of all records, the only place that tells what references point to. Where
 * the account fails to give it, a warning stands for it: the known tables tell most targets as well.
 */
export async function readReferenceComponents(
  source: AnswerSource,
  names: readonly string[],
  options: { readonly timeoutMs: number; readonly onProgress: (done: number, total: number) => void },
): Promise<ReferenceComponents> {
  // A space in the list is refused, and a comma would make two names of one.
  const batches = selectBatches(
    names.filter((name) => /^[^\s,]+$/.test(name)),
    maximumSelectCharacters,
  );
  let done = 0;
  options.onProgress(done, batches.length);
  const read = await Promise.all(
    batches.map(async (batch) => {
      const components = await readBatch(source, batch, options.timeoutMs);
      done += 1;
      options.onProgress(done, batches.length);
      return components;
    }),
  );
  return {
    components: read.map(({ schemas }) => schemas).filter((schemas) => schemas !== undefined),
    warnings: read.map(({ warning }) => warning).filter((warning) => warning !== undefined),
    complete: read.every(({ complete }) => complete),
  };
}

interface BatchResult {
  readonly schemas?: Readonly<Record<string, JsonSchemaNode>>;
  readonly warning?: string;
  readonly complete: boolean;
}

async function readBatch(
  source: AnswerSource,
  batch: readonly string[],
  timeoutMs: number,
): Promise<BatchResult> {
  const select = batch.join(',');
  try {
    const answer = await source.answer(
      `targets/${createHash('sha256').update(select).digest('hex').slice(0, 16)}`,
      {
        method: 'GET',
        path: catalogPath,
        query: { select },
        headers: { accept: 'application/swagger+json' },
        timeouts: { headersMs: timeoutMs, bodyMs: timeoutMs },
      },
    );
    if (!answer.ok) {
      const reason = `was refused with ${answer.status}: ${answer.detail || 'no reason given'}`;
      return { warning: without(batch, reason), complete: true };
    }
    const parsed = openApi.safeParse(answer.body);
    if (parsed.success) return { schemas: parsed.data.components.schemas, complete: true };
    return { warning: without(batch, 'came without components.'), complete: true };
  } catch (error) {
    if (!mayBeDoneWithout(error)) throw error;
    return { warning: without(batch, `is missing: ${error.message}`), complete: false };
  }
}

function without(batch: readonly string[], reason: string): string {
  return (
    `The OpenAPI description of ${batch.length} records ${reason} ` +
    'Targets of references come from the known tables alone; introspect again to complete them.'
  );
}
