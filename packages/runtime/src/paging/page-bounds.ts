/** NetSuite's largest page. @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_156414087576.html */
export const largestPageRows = 1000;

/** What NetSuite hands out of one query at most. */
export const maximumResults = 100_000;

/**
 * Checks NetSuite's rules before anything is sent.
 *
 * @throws {TypeError} The limit is not 1 to 1000, or the offset is not a multiple of it below 100,000.
 */
export function checkPageBounds(limit: number, offset: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > largestPageRows) {
    throw new TypeError(`A page has 1 to ${largestPageRows} rows; the limit ${limit} does not fit.`);
  }
  if (!Number.isInteger(offset) || offset < 0 || offset % limit !== 0) {
    throw new TypeError(
      `NetSuite takes offsets that are multiples of the limit; ${offset} is none of ${limit}.`,
    );
  }
  if (offset >= maximumResults) {
    throw new TypeError(
      `NetSuite hands out ${maximumResults} results of one query; the offset ${offset} lies beyond. ` +
        'Read in ranges of a unique column instead: WHERE id > (the last id read) ORDER BY id.',
    );
  }
}
