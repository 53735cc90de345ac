export type RangeUnit = 'day' | 'week' | 'business week' | 'month' | 'quarter' | 'half' | 'year';

/** A span of whole units of the calendar. */
export interface RelativeSpan {
  readonly unit: RangeUnit;
  /** How many units from the one that today is in to the first. */
  readonly offset: number;
  /** How many units long. */
  readonly count: number;
  /** Whether it ends with the day that is to the span's last unit as today is to the present one. */
  readonly toDate: boolean;
}

/** One day, as far from today. */
export interface RelativeDay {
  readonly unit: 'same day';
  readonly months: number;
  readonly days: number;
}

/** From one day to another, both as far from today. */
export interface RollingSpan {
  readonly unit: 'rolling';
  readonly first: DayOffset;
  readonly last: DayOffset;
}

export interface DayOffset {
  readonly months: number;
  readonly days: number;
}

/** From the first day of a unit, or from today, to the last day of another. */
export interface BoundedSpan {
  readonly unit: 'bounded';
  readonly from: RangeUnit;
  readonly to: readonly [unit: RangeUnit, offset: number];
}

/** The first day of another range. */
export interface RangeStart {
  readonly unit: 'start';
  readonly of: RelativeRange;
}

export type RelativeRange = RelativeSpan | RelativeDay | RollingSpan | BoundedSpan | RangeStart;

/** A fiscal year is taken to begin in January, so that fiscal and calendar units are the same. */
const spans: Readonly<Record<string, readonly [unit: RangeUnit, offset: number]>> = {
  TODAY: ['day', 0],
  YESTERDAY: ['day', -1],
  TOMORROW: ['day', 1],
  TW: ['week', 0],
  LW: ['week', -1],
  NW: ['week', 1],
  WBL: ['week', -2],
  WAN: ['week', 2],
  SWLFY: ['week', -52],
  SWFYBL: ['week', -104],
  TBW: ['business week', 0],
  LBW: ['business week', -1],
  NBW: ['business week', 1],
  TM: ['month', 0],
  LM: ['month', -1],
  NM: ['month', 1],
  MBL: ['month', -2],
  MB: ['month', -3],
  MAN: ['month', 2],
  SMLFQ: ['month', -3],
  SMFQBL: ['month', -6],
  SMLFY: ['month', -12],
  SMFYBL: ['month', -24],
  LMLFQ: ['month', -4],
  LMFQBL: ['month', -7],
  LMLFY: ['month', -13],
  LMFYBL: ['month', -25],
  TQ: ['quarter', 0],
  LQ: ['quarter', -1],
  NQ: ['quarter', 1],
  TFQ: ['quarter', 0],
  LFQ: ['quarter', -1],
  NFQ: ['quarter', 1],
  FQBL: ['quarter', -2],
  FQB: ['quarter', -3],
  SFQLFY: ['quarter', -4],
  SFQFYBL: ['quarter', -8],
  LFQLFY: ['quarter', -5],
  LFQFYBL: ['quarter', -9],
  TH: ['half', 0],
  LH: ['half', -1],
  NH: ['half', 1],
  TFH: ['half', 0],
  LFH: ['half', -1],
  NFH: ['half', 1],
  FHBL: ['half', -2],
  SFHLFY: ['half', -2],
  LFHLFY: ['half', -3],
  TY: ['year', 0],
  LY: ['year', -1],
  NY: ['year', 1],
  OYBL: ['year', -2],
  TFY: ['year', 0],
  LFY: ['year', -1],
  NFY: ['year', 1],
  FYBL: ['year', -2],
  FYB: ['year', -3],
};

const weeksAhead: Readonly<Record<string, RelativeSpan>> = {
  N4W: { unit: 'week', offset: 1, count: 4, toDate: false },
  TWN3W: { unit: 'week', offset: 0, count: 4, toDate: false },
};

const rollingMonths: Readonly<Record<string, number>> = { M: 1, Q: 3, H: 6, Y: 12 };

const boundedSpans: Readonly<Record<string, Omit<BoundedSpan, 'unit'>>> = {
  TODAYTTM: { from: 'day', to: ['month', 0] },
  PMTFQ: { from: 'quarter', to: ['month', -1] },
  PMTFH: { from: 'half', to: ['month', -1] },
  PMTFY: { from: 'year', to: ['month', -1] },
  PQTFY: { from: 'year', to: ['quarter', -1] },
};

/**
 * Assumed: a rolling quarter, half or year ends today (LRQ), or where that begins (PRQ); what is previous (OM) ends
 * yesterday, what is next (NOM) begins tomorrow, and a week of these has seven days.
 */
function rollingSpanOf(id: string): RollingSpan | undefined {
  const [, kind = '', unit = ''] = /^(LR|PR|NO|O)([DWMQHY])$/.exec(id) ?? [];
  const isRolling = kind === 'LR' || kind === 'PR';
  if (kind === '' || (isRolling && !/[QHY]/.test(unit)) || (kind === 'NO' && unit === 'D')) return undefined;
  const months = rollingMonths[unit] ?? 0;
  const days = daysOf[unit] ?? 0;
  const today: DayOffset = { months: 0, days: 0 };
  switch (kind) {
    case 'LR':
      return { unit: 'rolling', first: { months: -months, days: 0 }, last: today };
    case 'PR':
      return {
        unit: 'rolling',
        first: { months: -2 * months, days: 0 },
        last: { months: -months, days: -1 },
      };
    case 'NO':
      return { unit: 'rolling', first: { months: 0, days: 1 }, last: { months, days } };
    default:
      return { unit: 'rolling', first: { months: -months, days: -days }, last: { months: 0, days: -1 } };
  }
}

const sameDays: Readonly<Record<string, readonly [months: number, days: number]>> = {
  SDLW: [0, -7],
  SDWBL: [0, -14],
  SDLM: [-1, 0],
  SDMBL: [-2, 0],
  SDLFQ: [-3, 0],
  SDFQBL: [-6, 0],
  SDLFY: [-12, 0],
  SDFYBL: [-24, 0],
};

const monthsOf: Readonly<Record<string, number>> = { M: 1, Q: 3, Y: 12 };
const daysOf: Readonly<Record<string, number>> = { D: 1, W: 7 };

/**
 * What an id of a relative date range stands for; undefined where it is not known.
 *
 * Ids are those of N/query's relative dates and of the date selectors of workflows. Assumed: an id means
 * what its name says (SMLFQ: the same month in the last fiscal quarter; SOLM: the start of last month); left out are
 * those of THIS_ROLLING and of PREVIOUS_… periods of past years, whose days no source at hand tells.
 *
 * @see "query.RelativeDateRange" and "workflowaction_valuedate", Oracle NetSuite help
 */
export function relativeRangeOf(id: string): RelativeRange | undefined {
  const toDate = id.endsWith('TD') && spanOf(id.slice(0, -2))?.[0] !== 'day';
  const span = spanOf(toDate ? id.slice(0, -2) : id);
  if (span !== undefined) return { unit: span[0], offset: span[1], count: 1, toDate };
  if (Object.hasOwn(weeksAhead, id)) return weeksAhead[id];
  const bounded = Object.hasOwn(boundedSpans, id) ? boundedSpans[id] : undefined;
  if (bounded !== undefined) return { unit: 'bounded', ...bounded };
  return rollingSpanOf(id) ?? relativeDayOf(id) ?? startOfRange(id);
}

function relativeDayOf(id: string): RelativeDay | undefined {
  const [months, days] = (Object.hasOwn(sameDays, id) ? sameDays[id] : undefined) ?? [];
  if (months !== undefined && days !== undefined) return { unit: 'same day', months, days };
  const [, unit = '', direction, count = ''] = /^([DWMQY])(AGO|FN)(\d{1,5})$/.exec(id) ?? [];
  if (direction === undefined) return undefined;
  const amount = Number(count) * (direction === 'AGO' ? -1 : 1);
  return {
    unit: 'same day',
    months: amount * (monthsOf[unit] ?? 0),
    days: amount * (daysOf[unit] ?? 0),
  };
}

function startOfRange(id: string): RangeStart | undefined {
  if (!id.startsWith('SO') || id.startsWith('SOSO')) return undefined;
  const of = relativeRangeOf(id.slice(2));
  return of === undefined || of.unit === 'same day' ? undefined : { unit: 'start', of };
}

function spanOf(id: string): readonly [RangeUnit, number] | undefined {
  return Object.hasOwn(spans, id) ? spans[id] : undefined;
}
