import * as aggregate from './aggregate.js';
import * as arithmetic from './arithmetic.js';
import * as builtin from './builtin.js';
import * as choice from './choice.js';
import * as convert from './convert.js';
import * as date from './date.js';
import * as encoding from './encoding.js';
import * as number from './number.js';
import * as text from './text.js';
import * as window from './window.js';

/**
 * The functions of SuiteQL by what they are about. Those used most are exported by themselves, too.
 *
 * @see Oracle NetSuite help, "SuiteQL Supported and Unsupported Functions" (section_158513731864)
 */
export const fn = {
  /** Over groups of rows: `count`, `sum`, `median` … */
  aggregate,
  /** `+ - * /` as functions. */
  arithmetic,
  /** NetSuite's own: `BUILTIN.DF`, `BUILTIN.CONSOLIDATE` … */
  builtin,
  /** One of several values: `coalesce`, `nvl`, `decode`, `greatest` … */
  choice,
  /** From kind to kind: `toChar`, `toNumber`, `toDate` … */
  convert,
  /** Dates and datetimes: `trunc`, `addDays`, `extract`, `now` … */
  date,
  /** Characters and their bytes: `asciistr`, `lengthb` … */
  encoding,
  /** Numbers: `round`, `abs`, `mod` … */
  number,
  /** Texts: `upper`, `substr`, `replace` … */
  text,
  /** With `over(…)`: `rowNumber`, `rank`, `lag` … */
  window,
} as const;
