import type { ErrorDetail } from '../errors/response-error.js';

/** What to do about a refusal, most likely cause first. The causes are those that setup guides agree on. */
export function nextStep(status: number, details: readonly ErrorDetail[]): string {
  const code = details[0]?.errorCode ?? '';
  const said = details.map(({ detail }) => detail).join(' ');
  const byCode = stepsByCode.get(code);
  if (byCode !== undefined) return byCode;
  const byWords = stepsByWords.find(([pattern]) => pattern.test(said));
  if (byWords !== undefined) return byWords[1];
  if (status >= 300 && status < 400) {
    return 'Redirects are not followed, so that credentials stay with their host: check the account id and the base URL.';
  }
  if (status >= 500) return 'Try again later; if it stays, give NetSuite support the operation id.';
  return stepsByStatus[status] ?? 'Correct the request and send it again.';
}

const loginStep =
  'Check, in this order: the role has REST Web Services and Log in using Access Tokens (or OAuth 2.0 Access Tokens); ' +
  'keys, secrets and certificate id are of this account and have no stray blanks; the sandbox was not refreshed since; ' +
  'the clock is right within 5 minutes. Setup > Users/Roles > User Management > View Login Audit Trail has the reason.';

const permissionStep =
  'Give the role the permission for this record (Setup > Users/Roles > Manage Roles), or switch its feature on.';

const busyStep =
  'The account runs too many requests at a time, other integrations included: lower `concurrency`, or try later.';

const stepsByCode: ReadonlyMap<string, string> = new Map([
  ['INVALID_LOGIN', loginStep],
  ['INVALID_LOGIN_ATTEMPT', loginStep],
  [
    'invalid_grant',
    'Check that the certificate is not expired, that the algorithm fits the key, and that the certificate is still ' +
      'mapped under OAuth 2.0 Client Credentials (M2M) Setup: a sandbox refresh removes the mapping.',
  ],
  [
    'invalid_client',
    'Check the client id, and that the integration is enabled with the Client Credentials grant.',
  ],
  ['invalid_scope', 'Allow the scopes on the integration record, or ask for fewer (NETSUITE_SCOPES).'],
  ['INSUFFICIENT_PERMISSION', permissionStep],
  ['CONCURRENCY_LIMIT_EXCEEDED', busyStep],
  ['SSS_REQUEST_LIMIT_EXCEEDED', busyStep],
  ['NONEXISTENT_ID', 'Check the record type and the id; a role that may not see a record is told the same.'],
  [
    'UNEXPECTED_ERROR',
    'Try again once; a query with a column that does not exist has been seen to answer like this. If it stays, give ' +
      'NetSuite support the operation id.',
  ],
]);

const stepsByWords: readonly (readonly [RegExp, string])[] = [
  [
    /Reason: NOT_EXPOSED/i,
    'SuiteQL does not offer this column: leave it out, or read it through another table.',
  ],
  [/Unknown identifier/i, 'Check the spelling of the column, and that the role may see it.'],
  [/Record '[^']*' was not found|Invalid search type/i, `Check the spelling of the table. ${permissionStep}`],
  [/Permission Violation/i, permissionStep],
];

const stepsByStatus: Readonly<Record<number, string>> = {
  401: loginStep,
  403: permissionStep,
  404: 'Check the address, and that the role may see what it names.',
  429: busyStep,
};
