/** A base URL without a slash at its end, or what is wrong with it. The problem never shows the value. */
export function readBaseUrl(text: string): { readonly baseUrl: string } | { readonly problem: string } {
  if (!URL.canParse(text))
    return { problem: 'is not a URL such as https://1234567.suitetalk.api.netsuite.com' };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { problem: 'must begin with https:// or http://' };
  if (url.username !== '' || url.password !== '')
    return { problem: 'must not hold a user name or a password' };
  if (url.search !== '' || url.hash !== '') return { problem: 'must not have a query or a fragment' };
  if (url.protocol === 'http:' && url.hostname.endsWith('.netsuite.com'))
    return { problem: 'must begin with https://' };
  return { baseUrl: url.origin + url.pathname.replace(/\/+$/, '') };
}
