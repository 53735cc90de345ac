import { z } from 'zod';

/**
 * A zod type for an object with any keys, as NetSuite's metadata has them.
 *
 * Unlike `z.record` it keeps keys such as `__proto__`: the result has no prototype, so that a
 * record called `constructor` is found when it is there, and not found when it is not.
 */
export function dictionary<Value>(value: z.ZodType<Value>): z.ZodType<Readonly<Record<string, Value>>> {
  return z.unknown().transform((input, context) => {
    const entries: Record<string, Value> = Object.create(null);
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      context.addIssue({ code: 'custom', message: 'Invalid input: expected object' });
      return z.NEVER;
    }
    for (const [key, entry] of Object.entries(input)) {
      const parsed = value.safeParse(entry);
      if (parsed.success) {
        entries[key] = parsed.data;
      } else {
        for (const issue of parsed.error.issues) {
          context.addIssue({ code: 'custom', message: issue.message, path: [key, ...issue.path] });
        }
      }
    }
    return entries;
  });
}

/** An empty object without a prototype, to be filled with names that come from outside. */
export function emptyDictionary<Value>(): Record<string, Value> {
  return Object.create(null);
}
