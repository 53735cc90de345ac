import { defineFunctions } from './definition.js';

const SUPPORTED =
  'Oracle NetSuite help, "SuiteQL Supported and Unsupported Functions" (section_158513731864)';
const ORACLE = "Oracle Database SQL reference; not on NetSuite's list, in use by practitioners";

/** Functions over a group of rows; with OVER they run over a window instead. */
export const AGGREGATE_FUNCTIONS = [
  ...defineFunctions({
    role: 'aggregate',
    source: SUPPORTED,
    nullability: 'group',
    lines: [
      'APPROX_COUNT_DISTINCT(value: any) int never',
      'AVG(number: number) num',
      'CORR(first: number, second: number) num always',
      'CORR_K(first: number, second: number, result?: text) num always',
      'CORR_S(first: number, second: number, result?: text) num always',
      'COUNT(value: any) int never',
      'COVAR_POP(first: number, second: number) num',
      'COVAR_SAMP(first: number, second: number) num always',
      'MAX(value: any) first',
      'MEDIAN(value: quantity) measured',
      'MIN(value: any) first',
      'SUM(number: number) numeric',
    ],
  }),
  ...defineFunctions({
    role: 'aggregate',
    source: ORACLE,
    nullability: 'group',
    lines: [
      'LISTAGG(value: any, separator?: text) text always',
      'PERCENTILE_CONT(fraction: number) num always',
      'PERCENTILE_DISC(fraction: number) unknown always',
      'STATS_MODE(value: any) first always',
      'STDDEV(number: number) num always',
      'STDDEV_POP(number: number) num always',
      'STDDEV_SAMP(number: number) num always',
      'VARIANCE(number: number) num always',
      'VAR_POP(number: number) num always',
      'VAR_SAMP(number: number) num always',
    ],
  }),
];

/** Functions that need OVER (the RANK family: or WITHIN GROUP). */
export const WINDOW_FUNCTIONS = [
  ...defineFunctions({
    role: 'window',
    source: SUPPORTED,
    nullability: 'never',
    lines: ['DENSE_RANK(value...: any) int', 'RANK(value...: any) int', 'ROW_NUMBER() int'],
  }),
  ...defineFunctions({
    role: 'window',
    source: ORACLE,
    nullability: 'always',
    lines: [
      'CUME_DIST(value...: any) num never',
      'FIRST_VALUE(value: any) first',
      'LAG(value: any, offset?: number, fallback?: any) first',
      'LAST_VALUE(value: any) first',
      'LEAD(value: any, offset?: number, fallback?: any) first',
      'NTH_VALUE(value: any, position: number) first',
      'NTILE(buckets: number) int never',
      'PERCENT_RANK(value...: any) num never',
      'RATIO_TO_REPORT(number: number) num',
    ],
  }),
];
