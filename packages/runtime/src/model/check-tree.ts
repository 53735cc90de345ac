import { isExpression, node } from '../query/expression.js';
import { undefinedIn } from '../query/logic.js';
import { MAX_NESTING, tooDeep } from '../query/nesting.js';
import { isPlainObject, isUnawaited, shorten } from '../show-value.js';

/** What `undefined` in a filter means: nothing is asked there, or the call is refused. */
export type UndefinedInFilters = 'ignore' | 'refuse';

/** What stands at a place of the arguments: those of a call or relation, fields to return, conditions, or anything else. */
type Role = 'arguments' | 'fields' | 'filter' | 'other';

interface Place {
  readonly value: object;
  readonly role: Role;
  readonly key: string;
  readonly outer: Place | null;
  readonly depth: number;
}

/**
 * Checks what holds for the arguments of every call, whatever the model: objects have plain properties, nesting is
 * bounded, and where the client refuses it no filter holds `undefined`. What the properties are is the planner's to check.
 *
 * @param call Names the call in messages.
 * @throws {TypeError} It does not hold; the message names the path.
 */
export function checkTree(
  given: object,
  options: { readonly call: string; readonly undefinedInFilters: UndefinedInFilters },
): void {
  const { call } = options;
  const refuses = options.undefinedInFilters === 'refuse';
  const waiting: Place[] = [{ value: given, role: 'arguments', key: '', outer: null, depth: 0 }];

  const visit = (key: string, value: unknown, outer: Place): void => {
    const role = roleOf(key, outer);
    if (typeof value === 'object' && value !== null) {
      waiting.push({ value, role, key, outer, depth: outer.depth + 1 });
    } else if (refuses && role === 'filter' && value === undefined) {
      throw undefinedRefused(`${pathOf(outer, key)} of ${call}`);
    }
  };

  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value, role } = place;
    if (place.depth > MAX_NESTING) throw tooDeep(`${pathOf(place)} of ${call}`);
    if (isUnawaited(value)) {
      throw new TypeError(
        `${pathOf(place)} of ${call} is a query that was not awaited: write await before it.`,
      );
    }
    if (isExpression(value)) {
      const undefinedAt = refuses && role === 'filter' ? undefinedIn(value[node]) : null;
      if (undefinedAt !== null) throw undefinedRefused(`${pathOf(place)} of ${call}: ${undefinedAt}`);
    } else if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) visit(String(index), each, place);
    } else if (isPlainObject(value)) {
      for (const key of Reflect.ownKeys(value)) visit(...plainProperty(value, key, { place, call }), place);
    }
  }
}

/** The error for an `undefined` that the client refuses. */
export function undefinedRefused(place: string): TypeError {
  return new TypeError(
    `${place} is undefined. The client's setting undefinedInFilters is 'refuse': leave the property out to ask for nothing, or give null for IS NULL.`,
  );
}

function roleOf(key: string, { role }: Place): Role {
  switch (role) {
    case 'arguments':
      if (key === 'where' || key === 'having') return 'filter';
      return key === 'select' || key === 'include' ? 'fields' : 'other';
    case 'fields':
      return key === '_count' ? 'fields' : 'arguments';
    default:
      return role;
  }
}

/** A property that is read the same by everyone who reads it. */
function plainProperty(
  of: object,
  key: string | symbol,
  { place, call }: { readonly place: Place; readonly call: string },
): [key: string, value: unknown] {
  const descriptor = Object.getOwnPropertyDescriptor(of, key);
  if (typeof key === 'string' && descriptor?.enumerable === true && 'value' in descriptor) {
    return [key, descriptor.value];
  }
  const name = typeof key === 'symbol' ? 'a symbol' : `'${shorten(key)}'`;
  throw new TypeError(
    `${pathOf(place)} of ${call}: the property ${name} is a symbol, an accessor or not enumerable. Give a plain object such as { name: value }.`,
  );
}

/** The keys that lead to a place; of very many the first few. */
function pathOf(place: Place, last?: string): string {
  const keys = last === undefined ? [] : [last];
  for (let each: Place | null = place; each?.outer != null; each = each.outer) keys.unshift(each.key);
  if (keys.length === 0) return 'The argument';
  return keys.length <= SHOWN_KEYS ? keys.join('.') : `${keys.slice(0, SHOWN_KEYS).join('.')}…`;
}

const SHOWN_KEYS = 12;
