import { describe, expect, it } from 'vitest';
import { type QueryParameters, restAddress } from '../../../packages/runtime/src/transport/address.js';

const baseUrl = 'https://1234567.suitetalk.api.netsuite.com';
const path = '/services/rest/record/v1/customer';

describe('the address of a request', () => {
  it('has parameters of the query and of the path, percent-encoded', () => {
    const query = { q: "name IS 'a&b'", limit: 5, active: true, offset: undefined };
    expect(restAddress(baseUrl, `${path}?a=1`, query).href).toBe(
      `${baseUrl}${path}?a=1&q=name%20IS%20%27a%26b%27&limit=5&active=true`,
    );
  });

  it.each<readonly [unknown, RegExp]>([
    [5, /starts with .*: 5$/],
    [undefined, /: undefined$/],
    ['', /: ''$/],
    ['https://elsewhere.example/', /elsewhere/],
    ['/services/rest/../../app', /stays below/],
    ['/services/rest/%2e%2e/%2e%2e/app', /stays below/],
  ])('is not made of the path %j', (wrong, message) => {
    const make = (): URL => restAddress(baseUrl, wrong as string);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(message);
  });

  it.each([
    ['half of a surrogate pair', { q: '\ud800' }],
    ['such a half as its name', { '\udc00': 'x' }],
    ['NaN', { limit: Number.NaN }],
    ['null', { limit: null }],
    ['a list', { id: [1, 2] }],
    ['a symbol', { id: Symbol('x') }],
  ])('takes no parameter that is %s', (_, query) => {
    const make = (): URL => restAddress(baseUrl, path, query as QueryParameters);
    expect(make).toThrow(TypeError);
    expect(make).toThrow(/^The query parameter .* cannot be /);
  });
});
