// Letters, digits and the separators that NetSuite uses between account and sandbox (1234567_SB1).
const accountIdPattern = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/;

/**
 * The account id as realm and settings spell it: upper case, `_`.
 *
 * @throws {TypeError} It is not an account id.
 */
export function normalizeAccountId(accountId: string): string {
  if (!accountIdPattern.test(accountId)) {
    throw new TypeError(
      `'${accountId}' is not a NetSuite account id. Give one such as 1234567, TSTDRV1234567 or 1234567_SB1.`,
    );
  }
  return accountId.toUpperCase().replaceAll('-', '_');
}

/** The hosts under which NetSuite serves REST and RESTlets for an account. */
export function accountOrigins(accountId: string): readonly string[] {
  const label = accountId.toLowerCase().replaceAll('_', '-');
  return [`https://${label}.suitetalk.api.netsuite.com`, `https://${label}.restlets.api.netsuite.com`];
}
