/**
 * NetSuite would refuse the statement. `detail` is what it answers, `reason` the precise cause, which
 * NetSuite mostly keeps to itself and the emulator puts into its log.
 */
export class SuiteqlRejection extends Error {
  override readonly name = 'SuiteqlRejection';
  readonly status: number = 400;
  readonly description: string;
  /** The whole text of `o:errorDetails[0].detail`. */
  readonly detail: string;
  readonly reason: string;

  constructor(description: string, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.description = description;
    this.detail = `Invalid search query. Detailed unprocessed description follows. ${description}`;
    this.reason = reason;
  }
}

/** The answer to most mistakes: it does not say what is wrong. */
export function unsupported(reason: string, cause?: unknown): SuiteqlRejection {
  return new SuiteqlRejection('Search error occurred: Invalid or unsupported search.', reason, { cause });
}

export function unknownTable(written: string): SuiteqlRejection {
  return new SuiteqlRejection(`Invalid search type: ${written}.`, `There is no table ${written}.`);
}

/** A table that the role may not see. */
export function hiddenTable(written: string): SuiteqlRejection {
  return new SuiteqlRejection(
    `Search error occurred: Record '${written}' was not found.`,
    `The role has no permission to view ${written}.`,
  );
}

/** @param identifiers The sources in scope: what they are called, and their table. */
export function unknownIdentifier(
  written: string,
  identifiers: readonly (readonly [name: string, table: string])[],
): SuiteqlRejection {
  const available = identifiers.map(([name, table]) => `${name}=${table}`).join(', ');
  return new SuiteqlRejection(
    `Search error occurred: Unknown identifier '${written}'. Available identifiers are: {${available}}.`,
    `There is no column or table ${written} in scope.`,
  );
}

export interface HiddenColumn {
  readonly table: string;
  readonly column: string;
  /** The `table.column` that answers instead. Null: none is known. */
  readonly instead: string | null;
}

export function notExposed({ table, column, instead }: HiddenColumn): SuiteqlRejection {
  return new SuiteqlRejection(
    `Search error occurred: Field '${column}' for record '${table}' was not found. Reason: NOT_EXPOSED`,
    `SuiteQL does not expose ${table}.${column}.${instead === null ? '' : ` Use ${instead}.`}`,
  );
}

/** Assumed: the wording, of which there is no capture. NetSuite gives a request 15 minutes. */
export function timedOut(reason: string): SuiteqlRejection {
  return new SuiteqlRejection('Search error occurred: Your search has timed out.', reason);
}
