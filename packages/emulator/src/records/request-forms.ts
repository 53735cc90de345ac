import type { Context, MiddlewareHandler } from 'hono';
import { idempotencyKeyUsed, notEmulated } from '../server/refusals.js';

/** Operations that share their URL and method with reading and writing records, and differ by the media type. */
const otherOperations = /\btype\s*=\s*"?(select-options|create-form|edit-form)\b/i;

/**
 * Refuses a request that asks for more than to read or write one record now. Done as that, it would be something else:
 * a record instead of a form's values, a change of all fields instead of some.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/article_0115100241.html
 */
export const refuseOtherForms: MiddlewareHandler = async (context, next) => {
  const operation = otherOperations.exec(context.req.header('accept') ?? '')?.[1];
  if (operation !== undefined) throw notEmulated(`The emulator has no operation ${operation.toLowerCase()}.`);
  if (/\brespond-async\b/i.test(context.req.header('prefer') ?? '')) {
    throw notEmulated('The emulator answers at once: it has no jobs for Prefer: respond-async.');
  }
  if (/\btype\s*=\s*"?collection\b/i.test(context.req.header('content-type') ?? '')) {
    throw notEmulated('The emulator writes one record per request: it takes no collections.');
  }
  for (const [parameter, harmless] of otherParameters) {
    const value = context.req.query(parameter);
    if (value !== undefined && value.toLowerCase() !== harmless) {
      throw notEmulated(`The emulator has no query parameter ${parameter}.`);
    }
  }
  await next();
};

/** Query parameters of operations that are not emulated, with the value that asks for nothing. */
const otherParameters: readonly (readonly [string, string])[] = [
  ['ids', ''],
  ['expandRecords', 'false'],
  ['replaceSelectedFields', 'false'],
];

/** How many keys are remembered. Assumed: no source says how long NetSuite does. */
const keysMaximum = 100_000;

/**
 * Refuses the second write with an idempotency key.
 *
 * Oracle describes the keys of asynchronous requests. Assumed: that a key holds for others as well, whatever became of
 * the first request.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/subsect_164494900632.html
 */
export function refuseUsedKeys(): MiddlewareHandler {
  const used = new Set<string>();
  return async (context, next) => {
    const key = writeKey(context);
    if (key !== null) {
      if (used.has(key)) throw idempotencyKeyUsed();
      used.add(key);
      const [oldest] = used;
      if (used.size > keysMaximum && oldest !== undefined) used.delete(oldest);
    }
    await next();
  };
}

function writeKey({ req }: Context): string | null {
  const key = req.header('x-netsuite-idempotency-key')?.trim() ?? '';
  return key === '' || req.method === 'GET' ? null : key.toLowerCase();
}
