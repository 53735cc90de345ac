declare const record: unique symbol;
declare const temporal: unique symbol;

/** Carries the record of an id. A method, so that `Id<'customer'>` and `Id<'customer' | 'vendor'>` compare. */
interface OfRecord<Record extends string> {
  [record]?(is: Record): void;
}

/**
 * An internal id. At run time it is a string of digits; in the types it carries the record that it
 * belongs to, so that the id of a vendor is not taken where the id of a customer is wanted.
 * A plain string is accepted too.
 */
export type Id<Record extends string> = string & OfRecord<Record>;

/** A calendar date as `YYYY-MM-DD`. */
export type PlainDate = string & { readonly [temporal]?: 'date' };

/** A moment: ISO 8601 in UTC where the account's time zone is known, local time without offset otherwise. */
export type DateTime = string & { readonly [temporal]?: 'datetime' };

/** Tells `PlainDate` and `DateTime` from plain text. */
export type TemporalKey = typeof temporal;
/** Tells `Id` from plain text. */
export type RecordKey = typeof record;

/**
 * What decimal numbers (amounts, rates, quantities) are decoded to. Empty: `number`.
 *
 * Where money must be exact, declare another type here and give the client a codec for it:
 * `declare module '@suitewright/runtime' { interface ValueTypes { decimal: string } }` and
 * `createClient({ decimals: 'string' })`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: users add to it.
export interface ValueTypes {}

/** A decimal number: `number`, unless {@link ValueTypes} says otherwise. */
export type Decimal = ValueTypes extends { readonly decimal: infer Type } ? Type : number;
