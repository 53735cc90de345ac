/** The variables that say which account, and how to sign in: part of the help. */
export const environmentHelp = `Environment variables (also read from .env, or from --env FILE alone):
  NETSUITE_ACCOUNT_ID         1234567, or 1234567_SB1 for a sandbox
  NETSUITE_AUTH_TYPE          tba, oauth2, bearer or authorization-code; needed where variables of several are set
  NETSUITE_CONSUMER_KEY, NETSUITE_CONSUMER_SECRET, NETSUITE_TOKEN_ID, NETSUITE_TOKEN_SECRET
                              tba: token-based authentication
  NETSUITE_CLIENT_ID, NETSUITE_CERTIFICATE_ID, NETSUITE_PRIVATE_KEY or NETSUITE_PRIVATE_KEY_FILE
                              oauth2: client credentials (M2M); NETSUITE_ALGORITHM if not ES256
  NETSUITE_ACCESS_TOKEN       bearer
  NETSUITE_CLIENT_ID, NETSUITE_CLIENT_SECRET, NETSUITE_LOGIN_FILE
                              authorization-code: the login of suitewright login; the last two may be left out
  NETSUITE_BASE_URL           another host, such as the emulator's
  NETSUITE_TIME_ZONE          the account's time zone, such as America/New_York, for introspect`;
