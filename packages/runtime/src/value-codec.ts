import type { ColumnKind } from './column-kind.js';
import { showValue } from './show-value.js';
import { type TimeZone, timeZone } from './time-zone.js';

/** Decodes a decimal from the text on the wire, and encodes one for a parameter. */
export interface DecimalCodec<Value = unknown> {
  readonly decode: (text: string) => Value;
  readonly encode: (value: Value) => string;
}

/** How values are read from the wire and written to it. */
export interface ValueOptions {
  /**
   * IANA name of the account's time zone (Setup > Company > Company Information). SuiteQL prints
   * local time; with the zone known, datetimes are ISO 8601 in UTC. Default: as introspection found it,
   * otherwise local time without offset.
   *
   * Of a local time that comes twice, when clocks are put back, the first moment is taken; one that does not exist is
   * read by the clock from before the change.
   */
  readonly timeZone?: string | null;
  /** What decimals become: `number` (default), `string`, or what a codec makes of them. See `ValueTypes`. */
  readonly decimals?: 'number' | 'string' | DecimalCodec;
}

export type Decode = (wire: unknown) => unknown;

/** Values to and from the wire, by kind. */
export interface ValueCodec {
  /** The function that decodes a kind's values. NULL columns, absent on the wire, come as null. */
  decoder(kind: ColumnKind): Decode;
  /**
   * A value as a parameter of its kind.
   *
   * @param place What messages call it.
   * @throws {TypeError} It is no value of that kind.
   */
  encode(value: unknown, kind: ColumnKind, place?: string): string | number | boolean;
}

/** Values by the account's time zone and the user's choice of decimals. */
export function valueCodec(options: ValueOptions): ValueCodec {
  const zone = options.timeZone == null ? null : timeZone(options.timeZone);
  const decimals = decimalCodec(options.decimals ?? 'number');
  const datetime: Decode = zone === null ? text : (wire) => (wire == null ? null : zone.toUtc(String(wire)));
  const decimal: Decode = (wire) => (wire == null ? null : decimals.decode(String(wire)));

  return {
    decoder(kind) {
      switch (kind) {
        case 'num':
          return decimal;
        case 'int':
          return integer;
        case 'bool':
          return boolean;
        case 'datetime':
          return datetime;
        default:
          return kind.startsWith('multi:') ? list : text;
      }
    },
    encode(value, kind, place) {
      if (kind === 'date' || kind === 'datetime') return encodeTemporal(value, { kind, zone, place });
      if (kind === 'bool' && value !== 'T' && value !== 'F' && typeof value !== 'boolean') {
        throw new TypeError(`${startOf(place)}${showValue(value)} is not a boolean. Give true or false.`);
      }
      if (typeof value === 'boolean' && isNumber(kind)) {
        throw new TypeError(`${startOf(place)}${value} is not a number or an id, which ${kind} stands for.`);
      }
      if (typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'number' && Number.isFinite(value)) return value;
      if (kind === 'num' && isObject(options.decimals)) return encodeDecimal(value, options.decimals, place);
      throw new TypeError(
        `${startOf(place)}${showValue(value)} cannot be sent to NetSuite. Give a string, a finite number or a boolean${kind === 'num' ? ", or the client a codec of such values as the option 'decimals'" : ''}.`,
      );
    },
  };
}

/** How a message begins. */
function startOf(place: string | undefined): string {
  return place === undefined ? '' : `${place}: `;
}

/** Whether values of the kind are numbers to NetSuite. */
function isNumber(kind: ColumnKind): boolean {
  return kind === 'id' || kind === 'int' || kind === 'num' || kind.startsWith('ref:');
}

function text(wire: unknown): unknown {
  return wire === undefined ? null : wire;
}

function integer(wire: unknown): unknown {
  return wire == null ? null : Number(wire);
}

function boolean(wire: unknown): unknown {
  return wire == null ? null : wire === 'T' || wire === true;
}

// Assumed: a multiple-select field reads as ids joined by commas, with or without spaces. No capture shows one.
function list(wire: unknown): unknown {
  if (wire == null || wire === '') return null;
  return String(wire)
    .split(',')
    .map((id) => id.trim());
}

function decimalCodec(choice: 'number' | 'string' | DecimalCodec): DecimalCodec {
  if (choice === 'number') return { decode: Number, encode: String };
  if (choice === 'string') return { decode: (wire) => wire, encode: String };
  if (isObject(choice) && typeof choice.decode === 'function' && typeof choice.encode === 'function')
    return choice;
  throw new TypeError(
    `decimals: ${showValue(choice)} is not a setting. Give 'number', 'string' or a codec, { decode, encode }.`,
  );
}

function isObject(choice: ValueOptions['decimals']): choice is DecimalCodec {
  return typeof choice === 'object' && choice !== null;
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

function encodeDecimal(value: unknown, codec: DecimalCodec, place: string | undefined): string {
  let text: unknown;
  try {
    text = codec.encode(value);
  } catch (cause) {
    throw new TypeError(
      `${startOf(place)}the codec of the option 'decimals' cannot encode ${showValue(value)}.`,
      {
        cause,
      },
    );
  }
  if (typeof text === 'string' && DECIMAL.test(text)) return text;
  throw new TypeError(
    `${startOf(place)}the codec of the option 'decimals' makes ${showValue(text)} of ${showValue(value)}, which is not a decimal.`,
  );
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const LOCAL = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)$/;
/** With years of six digits, as the last hours of 9999 have them in UTC. */
const ABSOLUTE =
  /^((?:\d{4}|[+-]\d{6})-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?:Z|[+-]\d{2}:?\d{2})$/;
const YEARS = /^(?!0000)\d{4}-/;

function encodeTemporal(
  value: unknown,
  {
    kind,
    zone,
    place,
  }: {
    readonly kind: 'date' | 'datetime';
    readonly zone: TimeZone | null;
    readonly place: string | undefined;
  },
): string {
  if (typeof value === 'string') {
    if (DATE.test(value) && isDay(value)) return kind === 'date' ? value : `${value}T00:00:00`;
    const local = kind === 'datetime' ? LOCAL.exec(value) : null;
    // ISO 8601 has 24:00; TO_DATE has not.
    if (local !== null && isMoment(local) && !local[2]?.startsWith('24')) return toSeconds(value);
    const absolute = kind === 'datetime' ? ABSOLUTE.exec(value) : null;
    if (absolute !== null && isMoment(absolute) && !Number.isNaN(Date.parse(value))) {
      if (zone === null) {
        throw new TypeError(
          `${startOf(place)}${showValue(value)} names a moment, but the account's time zone is not known. Set the option 'timeZone', or give the account's local time without an offset.`,
        );
      }
      const inZone = zone.toLocal(value);
      if (YEARS.test(inZone)) return inZone;
    }
  }
  const form = kind === 'date' ? "'YYYY-MM-DD'" : "'YYYY-MM-DD' or an ISO 8601 date and time";
  throw new TypeError(`${startOf(place)}${showValue(value)} is not a ${kind}. Give ${form}.`);
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  // JavaScript reads February 30 as March 2.
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) && !day.startsWith('0000');
}

/** Whether there are such a day and such a time of day. */
function isMoment([, day = '', time = '']: RegExpExecArray): boolean {
  return isDay(day) && !Number.isNaN(Date.parse(`2000-01-01T${time}Z`));
}

function toSeconds(local: string): string {
  const [time = ''] = local.replace(' ', 'T').split('.');
  return time.length === 16 ? `${time}:00` : time;
}
