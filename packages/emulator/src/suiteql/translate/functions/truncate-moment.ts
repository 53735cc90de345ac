import { secondsADay } from '../../../database/calendar.js';
import { asText } from '../convert.js';
import { type Fragment, textLiteral } from '../fragment.js';

/** TRUNC of a date: to the day, or to the unit of the mask. */
export function truncateMoment(moment: Fragment, mask: Fragment | undefined): Fragment {
  if (mask !== undefined) return { sql: `sw_trunc_date(${moment.sql}, ${asText(mask)})`, kind: 'date' };
  if (moment.kind === 'date' && moment.column !== undefined) return moment;
  if (typeof moment.constant === 'number') {
    const day = Math.floor(moment.constant / secondsADay) * secondsADay;
    return { sql: String(day), kind: 'date', constant: day };
  }
  return { sql: `sw_trunc_date(${moment.sql}, 'DD')`, kind: 'date' };
}

/** ROUND of a date: to the nearest day, or to the nearest unit of the mask. */
export function roundMoment(moment: Fragment, mask: Fragment | undefined): Fragment {
  const unit = mask === undefined ? textLiteral('DD') : asText(mask);
  return { sql: `sw_round_date(${moment.sql}, ${unit})`, kind: 'date' };
}
