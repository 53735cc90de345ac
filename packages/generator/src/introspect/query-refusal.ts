/** What SuiteQL's refusal of a statement says of its cause. */
export type QueryRefusal =
  | { readonly cause: 'column'; readonly column: string }
  | { readonly cause: 'table' }
  | { readonly cause: 'unnamed' };

/**
 * Reads NetSuite's words.
 *
 * Live answers: `Unknown identifier 'x'. Available identifiers are: …`; `Field 'x' for record 'y' was
 * not found. Reason: NOT_EXPOSED`; `Invalid search type: x.`; `Record 'x' was not found.`. Others, such
 * as `Invalid or unsupported search.`, name nothing.
 */
export function readQueryRefusal(detail: string): QueryRefusal {
  const column = /(?:Unknown identifier|Field) '([^']+)'/i.exec(detail)?.[1];
  // Assumed: a qualified name is repeated as it was written; the column is its last part.
  if (column !== undefined)
    return { cause: 'column', column: column.slice(column.lastIndexOf('.') + 1).toLowerCase() };
  return /Invalid search type:|Record '[^']*' was not found/i.test(detail)
    ? { cause: 'table' }
    : { cause: 'unnamed' };
}
