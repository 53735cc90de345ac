import type { Interval } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Fragment } from './fragment.js';

/** The fields of the two sorts of intervals, from the greatest: in months, and in seconds. */
const fieldsOf = {
  months: [
    ['year', 12],
    ['month', 1],
  ],
  seconds: [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
    ['second', 1],
  ],
} as const;

/** An interval as a number of seconds or months. */
export function interval(node: Interval): Fragment {
  const unit = node.from === 'year' || node.from === 'month' ? 'months' : 'seconds';
  const fields = fieldsOf[unit];
  const first = fields.findIndex(([name]) => name === node.from);
  const last = node.to === null ? first : fields.findIndex(([name]) => name === node.to);
  const negative = /^\s*-/.test(node.value);
  const amounts = node.value
    .trim()
    .replace(/^[-+]/, '')
    .split(/[\s:-]+/)
    .map(Number);
  if (first === -1 || last < first || amounts.length !== last - first + 1 || amounts.some(Number.isNaN)) {
    const span = node.to === null ? node.from : `${node.from} to ${node.to}`;
    throw unsupported(`INTERVAL '${node.value}' ${span.toUpperCase()} is no interval.`);
  }
  const total = amounts.reduce((sum, amount, index) => sum + amount * (fields[first + index]?.[1] ?? 0), 0);
  const signed = (negative ? -1 : 1) * (unit === 'months' ? Math.trunc(total) : Math.round(total));
  return { sql: `(${signed})`, kind: 'interval', constant: signed, intervalUnit: unit };
}
