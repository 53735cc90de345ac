import type { DateFormat } from '../../account/definition.js';
import { daysInMonth, secondsADay } from '../../database/calendar.js';
import { formatAccountDate, parseAccountDate } from '../account-date.js';
import { checkDate } from '../check-date.js';
import { dayNames, formatDate } from '../format-date.js';
import { parseDate } from '../parse-date.js';
import { addMonthInterval, addMonths, monthsBetween } from './months.js';
import type { SqliteFunctions } from './sqlite-function.js';
import { letteredOffset, movedToZone, offsetAtWallClock, offsetText, zoneFacts } from './time-zones.js';
import { roundDate, truncateDate } from './truncate-date.js';

export interface DateFacts {
  readonly dateFormat: DateFormat;
  /** IANA name of the account's time zone. */
  readonly timeZone: string;
  /** The account's wall clock in seconds. */
  readonly now: () => number;
  /** Seconds by which the account's clock is ahead of UTC at a wall clock time. */
  readonly utcOffset: (seconds: number) => number;
}

export function dateSqliteFunctions({ dateFormat, timeZone, now, utcOffset }: DateFacts): SqliteFunctions {
  return {
    sw_check_date: (seconds) => checkDate(Number(seconds)),
    sw_date_text: (seconds) => formatAccountDate(Number(seconds), dateFormat),
    sw_parse_date: (text) => {
      const seconds = parseAccountDate(String(text), dateFormat);
      if (seconds === undefined)
        throw new RangeError(`'${text}' is no date in the account's format ${dateFormat}.`);
      return seconds;
    },
    sw_format_date: (seconds, mask, zone = timeZone) =>
      formatDate(Number(seconds), String(mask), () => zoneFacts(String(zone), Number(seconds))),
    // Assumed: a time of another zone is printed without a mask as the account's clocks show it, as all times are here.
    sw_parse_masked_date: (text, mask) => {
      const { seconds, zone } = parseDate(String(text), String(mask), now);
      return zone === null ? seconds : movedToZone(seconds, zone, timeZone);
    },
    sw_parse_wall_clock: (text, mask) => parseDate(String(text), String(mask), now).seconds,
    sw_parse_zone: (text, mask) => parseDate(String(text), String(mask), now).zone ?? timeZone,
    sw_add_months: (seconds, months) => checkDate(addMonths(checkDate(Number(seconds)), Number(months))),
    sw_add_month_interval: (seconds, months) =>
      checkDate(addMonthInterval(checkDate(Number(seconds)), Number(months))),
    sw_months_between: (later, earlier) => monthsBetween(Number(later), Number(earlier)),
    sw_last_day: (seconds) => {
      const date = new Date(Number(seconds) * 1000);
      const last = daysInMonth(date.getUTCFullYear(), date.getUTCMonth() + 1);
      return Number(seconds) + (last - date.getUTCDate()) * secondsADay;
    },
    sw_next_day: (seconds, name) => {
      const wanted = dayNames.findIndex((day) =>
        day.toLowerCase().startsWith(String(name).toLowerCase().slice(0, 3)),
      );
      if (wanted === -1) throw new RangeError(`'${name}' is no day of the week.`);
      const today = new Date(Number(seconds) * 1000).getUTCDay();
      return Number(seconds) + (((wanted - today + 6) % 7) + 1) * secondsADay;
    },
    sw_trunc_date: (seconds, mask) => truncateDate(Number(seconds), String(mask)),
    sw_round_date: (seconds, mask) => roundDate(Number(seconds), String(mask)),
    sw_to_utc: (seconds, zone) => {
      const wallClock = Number(seconds);
      return (
        wallClock - (zone === undefined ? utcOffset(wallClock) : offsetAtWallClock(String(zone), wallClock))
      );
    },
    sw_new_time: (seconds, from, to) =>
      Number(seconds) - letteredOffset(String(from)) + letteredOffset(String(to)),
    sw_tz_offset: (zone) => offsetText(String(zone), now() - utcOffset(now())),
  };
}
