import { desc } from '@suitewright/runtime';
import { salesorder } from '../../shop.js';
import type { FunctionCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const { over } = fn.window;
const total = salesorder.foreigntotal;
const date = salesorder.trandate;
const { tranid } = salesorder;
const byId = { orderBy: salesorder.id };
const all = { ...byId, rows: ['start', 'end'] } as const;
const OVER_ID = 'OVER (ORDER BY transaction.id ASC)';
const OVER_ALL =
  'OVER (ORDER BY transaction.id ASC ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)';

/** Of the orders 100 (2026-01-01, 10.5), 101 (2026-02-01, 0.3) and 102 (2026-02-01, NULL), in this order. */
export const windowCases: readonly FunctionCase<'transaction'>[] = [
  [
    'rowNumber',
    over(fn.window.rowNumber(), { partitionBy: salesorder.entity, orderBy: [desc(date), salesorder.id] }),
    'ROW_NUMBER() OVER (PARTITION BY transaction.entity ORDER BY transaction.trandate DESC, transaction.id ASC)',
    [2, 1, 1],
  ],
  [
    'rank',
    over(fn.window.rank(), { orderBy: desc(date) }),
    'RANK() OVER (ORDER BY transaction.trandate DESC)',
    [3, 1, 1],
  ],
  [
    'denseRank',
    over(fn.window.denseRank(), { orderBy: desc(date) }),
    'DENSE_RANK() OVER (ORDER BY transaction.trandate DESC)',
    [2, 1, 1],
  ],
  ['percentRank', over(fn.window.percentRank(), byId), `PERCENT_RANK() ${OVER_ID}`, [0, 0.5, 1]],
  [
    'cumeDist',
    over(fn.window.cumeDist(), { orderBy: date }),
    'CUME_DIST() OVER (ORDER BY transaction.trandate ASC)',
    [0.333333333333333, 1, 1],
  ],
  ['ntile', over(fn.window.ntile(2), byId), `NTILE(2) ${OVER_ID}`, [1, 1, 2]],
  ['lag', over(fn.window.lag(tranid), byId), `LAG(transaction.tranid) ${OVER_ID}`, [null, 'SO1', 'SO2']],
  [
    'lead',
    over(fn.window.lead(tranid, 1, 'none'), byId),
    `LEAD(transaction.tranid, 1, ?) ${OVER_ID}`,
    ['SO2', 'SO3', 'none'],
  ],
  [
    'firstValue',
    over(fn.window.firstValue(tranid), all),
    `FIRST_VALUE(transaction.tranid) ${OVER_ALL}`,
    ['SO1', 'SO1', 'SO1'],
  ],
  [
    'lastValue',
    over(fn.window.lastValue(tranid), all),
    `LAST_VALUE(transaction.tranid) ${OVER_ALL}`,
    ['SO3', 'SO3', 'SO3'],
  ],
  [
    'nthValue',
    over(fn.window.nthValue(tranid, 2), { ...byId, rows: [-1, 1] }),
    'NTH_VALUE(transaction.tranid, 2) OVER (ORDER BY transaction.id ASC ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)',
    ['SO2', 'SO2', 'SO3'],
  ],
  [
    'ratioToReport',
    over(fn.window.ratioToReport(total)),
    'RATIO_TO_REPORT(transaction.foreigntotal) OVER ()',
    [0.9722222222222222, 0.027777777777777776, null],
  ],
  [
    'an aggregate over the rows so far',
    over(fn.aggregate.sum(total), { ...byId, rows: ['start', 0] }),
    'SUM(transaction.foreigntotal) OVER (ORDER BY transaction.id ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)',
    [10.5, 10.8, 10.8],
  ],
  ['an aggregate over all', over(fn.aggregate.count()), 'COUNT(*) OVER ()', [3, 3, 3]],
];
