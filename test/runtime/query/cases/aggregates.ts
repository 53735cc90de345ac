import { desc, type Expression, gt } from '@suitewright/runtime';
import { salesorder } from '../../shop.js';
import type { FunctionCase } from './function-case.js';
import { fn } from './recorded-functions.js';

const total = salesorder.foreigntotal;
const id = salesorder.id as unknown as Expression<number, 'transaction'>;

/** Over the orders 100 (2026-01-01, 10.5), 101 (2026-02-01, 0.3) and 102 (2026-02-01, NULL). */
export const aggregateCases: readonly FunctionCase<'transaction'>[] = [
  ['count', fn.aggregate.count(), 'COUNT(*)', 3],
  ['count of values', fn.aggregate.count(total), 'COUNT(transaction.foreigntotal)', 2],
  [
    'countDistinct',
    fn.aggregate.countDistinct(salesorder.trandate),
    'COUNT(DISTINCT transaction.trandate)',
    2,
  ],
  [
    'countIf',
    fn.aggregate.countIf(gt(total, 1)),
    'COUNT(CASE WHEN transaction.foreigntotal > ? THEN 1 END)',
    1,
  ],
  ['sum', fn.aggregate.sum(total), 'SUM(transaction.foreigntotal)', 10.8],
  [
    'sum of some',
    fn.aggregate.sum(total, { where: gt(salesorder.tranid, 'SO1') }),
    'SUM(CASE WHEN transaction.tranid > ? THEN transaction.foreigntotal END)',
    0.3,
  ],
  ['avg', fn.aggregate.avg(total), 'AVG(transaction.foreigntotal)', 5.4],
  [
    'min',
    fn.aggregate.min(salesorder.trandate),
    "TO_CHAR(MIN(transaction.trandate), 'YYYY-MM-DD')",
    '2026-01-01',
  ],
  ['max', fn.aggregate.max(salesorder.tranid), 'MAX(transaction.tranid)', 'SO3'],
  ['median', fn.aggregate.median(total), 'MEDIAN(transaction.foreigntotal)', 5.4],
  [
    'approxCountDistinct',
    fn.aggregate.approxCountDistinct(salesorder.trandate),
    'APPROX_COUNT_DISTINCT(transaction.trandate)',
    2,
  ],
  [
    'listagg',
    fn.aggregate.listagg(salesorder.tranid, ', '),
    "LISTAGG(transaction.tranid, ', ') WITHIN GROUP (ORDER BY transaction.tranid ASC)",
    'SO1, SO2, SO3',
  ],
  [
    'listagg in an order',
    fn.aggregate.listagg(salesorder.tranid, "'", { orderBy: [desc(salesorder.trandate, 'last'), id] }),
    "LISTAGG(transaction.tranid, '''') WITHIN GROUP (ORDER BY transaction.trandate DESC NULLS LAST, transaction.id ASC)",
    "SO2'SO3'SO1",
  ],
  [
    'listagg of different values',
    fn.aggregate.listagg(salesorder.type, '+', { distinct: true }),
    "LISTAGG(DISTINCT transaction.type, '+') WITHIN GROUP (ORDER BY transaction.type ASC)",
    'SalesOrd',
  ],
  [
    'listagg of some',
    fn.aggregate.listagg(salesorder.tranid, '', { where: gt(total, 1) }),
    "LISTAGG(CASE WHEN transaction.foreigntotal > ? THEN transaction.tranid END, '') WITHIN GROUP (ORDER BY transaction.tranid ASC)",
    'SO1',
  ],
  ['corr', fn.aggregate.corr(total, id), 'CORR(transaction.foreigntotal, transaction.id)', -1],
  ['corrK', fn.aggregate.corrK(total, id), 'CORR_K(transaction.foreigntotal, transaction.id)', -1],
  ['corrS', fn.aggregate.corrS(total, id), 'CORR_S(transaction.foreigntotal, transaction.id)', -1],
  [
    'covarPop',
    fn.aggregate.covarPop(total, id),
    'COVAR_POP(transaction.foreigntotal, transaction.id)',
    -2.55,
  ],
  [
    'covarSamp',
    fn.aggregate.covarSamp(total, id),
    'COVAR_SAMP(transaction.foreigntotal, transaction.id)',
    -5.1,
  ],
];

/** Rolled up by the type of the transaction: a row for it, and one for all. */
export const groupingCase: FunctionCase<'transaction'> = [
  'grouping',
  fn.aggregate.grouping(salesorder.type),
  'GROUPING(transaction.type)',
  [0, 1],
];
