import { parseDateMask } from '../../date-mask.js';
import { formatDate } from '../../format-date.js';
import { parseNumberMask } from '../../number-mask.js';
import { parseNumberSettings, usualNumberSettings } from '../../number-settings.js';
import { parseDate } from '../../parse-date.js';
import { unsupported } from '../../rejection.js';
import type { Context } from '../context.js';
import { asDouble, asMoment, asNumber, asText } from '../convert.js';
import { decimalCall } from '../decimal-call.js';
import {
  constant,
  dateConstant,
  type Fragment,
  isMoment,
  isNumeric,
  nullFragment,
  text,
} from '../fragment.js';
import { argumentAt, type ScalarFunction, scalarFunction } from './scalar-function.js';

const toText = scalarFunction([1, 3], (given, context) =>
  toChar(argumentAt(given, 0), given[1], { settings: given[2], context }),
);
const toClob = scalarFunction(1, (given) => ({ ...text(asText(argumentAt(given, 0))), isLarge: true }));
/** An empty LOB is not NULL, unlike an empty text. */
const emptyLob = scalarFunction(0, () => ({ ...text("''"), isLarge: true, notNull: true }));
const toMoment = (kind: 'date' | 'datetime'): ScalarFunction =>
  scalarFunction([1, 3], (given, context) =>
    toDate(argumentAt(given, 0), given[1], { settings: given[2], context, kind }),
  );
const toReal = scalarFunction(1, (given) => ({ sql: asDouble(argumentAt(given, 0)), kind: 'num' }));

export const conversionFunctions: Readonly<Record<string, ScalarFunction>> = {
  to_char: toText,
  to_nchar: toText,
  to_clob: toClob,
  to_nclob: toClob,
  empty_clob: emptyLob,
  empty_blob: emptyLob,
  to_date: toMoment('date'),
  to_timestamp: toMoment('datetime'),
  to_timestamp_tz: toMoment('datetime'),
  chartorowid: scalarFunction(1, () => {
    throw unsupported('CHARTOROWID is not emulated: rows have no ROWID here.');
  }),
  to_binary_double: toReal,
  to_binary_float: toReal,
  to_number: scalarFunction([1, 3], (given, context) => {
    const value = argumentAt(given, 0);
    if (isNumeric(value)) return value;
    const mask = given[1];
    if (mask !== undefined) checkMask(mask, parseNumberMask);
    const text =
      mask === undefined
        ? asText(value)
        : `sw_masked_number(${asText(value)}, ${asText(mask)}${settingsSql(given[2])})`;
    return decimalCall({ name: 'sw_to_number', values: [text] }, context);
  }),
};

interface ToChar {
  /** The third argument: NLS_… = …. */
  readonly settings: Fragment | undefined;
  readonly context: Context;
}

/** Settings that are written in the statement are refused before any row is read. */
function settingsSql(settings: Fragment | undefined): string {
  if (typeof settings?.constant === 'string') {
    const written = settings.constant;
    refusing(() => {
      parseNumberSettings(written, usualNumberSettings);
      return settings;
    });
  }
  return settings === undefined ? '' : `, ${asText(settings)}`;
}

/** Names of days and months are English here, whatever the account's language. */
function checkDateSettings(settings: Fragment | undefined): void {
  if (settings === undefined) return;
  if (/^\s*NLS_DATE_LANGUAGE\s*=\s*'?(?:AMERICAN|ENGLISH)'?\s*$/i.test(String(settings.constant))) return;
  throw unsupported(
    'Of the settings for dates, NLS_DATE_LANGUAGE = AMERICAN or ENGLISH is emulated, and no other.',
  );
}

function toChar(value: Fragment, mask: Fragment | undefined, { settings, context }: ToChar): Fragment {
  if (mask === undefined || value.kind === 'null') return text(asText(value));
  if (isNumeric(value) || (!isMoment(value) && isNumberMask(mask))) {
    checkMask(mask, parseNumberMask);
    return text(`sw_format_number(${asNumber(value)}, ${asText(mask)}${settingsSql(settings)})`);
  }
  checkDateSettings(settings);
  const given = isMoment(value) ? value : asMoment(value, context);
  const { zoned } = given;
  const moment = zoned === undefined ? given : { sql: zoned.sql, kind: given.kind };
  if (typeof mask.constant !== 'string') return text(`sw_format_date(${moment.sql}, ${asText(mask)})`);
  const maskText = mask.constant;
  return refusing(() => {
    const { hasZone, needsTimestamp } = parseDateMask(maskText);
    if (needsTimestamp && moment.kind === 'date') throw new RangeError(noTimestamp(maskText));
    if (hasZone) {
      const zone = zoned === undefined ? '' : `, ${zoned.timeZone}`;
      return text(`sw_format_date(${moment.sql}, ${mask.sql}${zone})`);
    }
    if (typeof moment.constant === 'number') return constant(formatDate(moment.constant, maskText));
    const format = nativeFormat(maskText);
    if (format === undefined) return text(`sw_format_date(${moment.sql}, ${mask.sql})`);
    return text(`strftime('${format}', ${moment.sql}, 'unixepoch')`);
  });
}

// Oracle, "Datetime Format Elements": FF, TZD, TZH, TZM and TZR are not for DATE.
function noTimestamp(mask: string): string {
  return `The mask '${mask}' asks for fractions of seconds or a time zone, which a DATE does not have (ORA-01821).`;
}

/** Beside a mask of numbers, Oracle converts a text to a number. */
function isNumberMask({ constant: written }: Fragment): boolean {
  if (typeof written !== 'string') return false;
  try {
    parseNumberMask(written);
    return true;
  } catch {
    return false;
  }
}

/** A mask that is written in the statement is refused before any row is read. */
function checkMask(mask: Fragment, parse: (mask: string) => unknown): void {
  if (typeof mask.constant !== 'string') return;
  const written = mask.constant;
  refusing(() => {
    parse(written);
    return mask;
  });
}

const nativeElements: Readonly<Record<string, string>> = {
  YYYY: '%Y',
  MM: '%m',
  DD: '%d',
  HH24: '%H',
  MI: '%M',
  SS: '%S',
};

/** The mask as SQLite's own format, which is much faster. Undefined when it says more than that can. */
function nativeFormat(mask: string): string | undefined {
  let format = '';
  for (const part of parseDateMask(mask).parts) {
    if (part.kind === 'literal') {
      format += part.text.replaceAll('%', '%%').replaceAll("'", "''");
      continue;
    }
    const element = part.bare || part.suffix !== null ? undefined : nativeElements[part.name];
    if (element === undefined) return undefined;
    format += element;
  }
  return format;
}

interface ToDate extends ToChar {
  readonly kind: 'date' | 'datetime';
}

function toDate(value: Fragment, mask: Fragment | undefined, { settings, context, kind }: ToDate): Fragment {
  checkDateSettings(settings);
  if (value.kind === 'null') return { ...nullFragment, kind };
  if (mask === undefined || isMoment(value)) return { ...asMoment(value, context), kind };
  if (typeof mask.constant !== 'string')
    throw unsupported('The mask of TO_DATE must be a text or a parameter.');
  const maskText = mask.constant;
  return refusing(() => {
    const { hasTime, hasZone, needsTimestamp, inputProblem } = parseDateMask(maskText);
    if (inputProblem !== null) throw new RangeError(`A date is not read by '${maskText}': ${inputProblem}.`);
    if (needsTimestamp && kind === 'date') throw new RangeError(noTimestamp(maskText));
    const momentKind = hasTime ? 'datetime' : kind;
    const values = `${asText(value)}, ${mask.sql}`;
    const moment: Fragment = { sql: `sw_parse_masked_date(${values})`, kind: momentKind };
    if (hasZone) {
      return {
        ...moment,
        zoned: { sql: `sw_parse_wall_clock(${values})`, timeZone: `sw_parse_zone(${values})` },
      };
    }
    if (value.constant === undefined) return moment;
    const { seconds } = parseDate(String(value.constant), maskText, context.now);
    return dateConstant(seconds, momentKind);
  });
}

/** A mask or a date that Oracle refuses is a refused statement. */
function refusing(translate: () => Fragment): Fragment {
  try {
    return translate();
  } catch (error) {
    if (error instanceof RangeError) throw unsupported(error.message, error);
    throw error;
  }
}
