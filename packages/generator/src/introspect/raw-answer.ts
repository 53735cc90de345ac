import { z } from 'zod';

/** What the account answered to one question, as it is kept. */
export type RawAnswer =
  | { readonly ok: true; readonly body: unknown }
  /** The account said no, and would say so again. */
  | { readonly ok: false; readonly status: number; readonly detail: string };

export const rawAnswer: z.ZodType<RawAnswer> = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), body: z.unknown() }),
  z.object({ ok: z.literal(false), status: z.number(), detail: z.string() }),
]);
