import { authorizePath } from './consent.js';

const serviceSuffix = '.suitetalk.api.netsuite.com';

/** Where a person consents: NetSuite's user interface for NetSuite's REST host, else the same host, as the emulator's. */
export function authorizeUrlOf(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (!url.hostname.endsWith(serviceSuffix)) return baseUrl + authorizePath;
  return `https://${url.hostname.slice(0, -serviceSuffix.length)}.app.netsuite.com${authorizePath}`;
}
