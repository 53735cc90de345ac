/** What a field holds, as far as operators tell it apart. */
export type FilterKind = 'boolean' | 'number' | 'string' | 'moment' | 'select';

export interface FilterOperator {
  readonly kinds: readonly FilterKind[];
  /** How many values follow. `many`: one or more. */
  readonly values: 0 | 1 | 2 | 'many';
  /** @param value Of the record; strings in lower case, moments as days since 1970. */
  readonly test: (value: Comparable, operands: readonly Comparable[]) => boolean;
}

export type Comparable = string | number | boolean;

type Test = FilterOperator['test'];

const is: Test = (value, [wanted]) => value === wanted;
const anyOf: Test = (value, wanted) => wanted.includes(value);
const compare =
  (accept: (order: number) => boolean): Test =>
  (value, [bound]) =>
    accept(Number(value) - Number(bound));
const between: Test = (value, [low, high]) => value >= (low ?? value) && value <= (high ?? value);
const text =
  (accept: (value: string, wanted: string) => boolean): Test =>
  (value, [wanted]) =>
    accept(String(value), String(wanted));

/**
 * Oracle's operators by the types of fields that take them; each has a twin with `_NOT` behind its name.
 *
 * Assumed: selects and references, which Oracle's table leaves out, are compared by their ids.
 *
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545222128.html
 */
const operators: Readonly<Record<string, FilterOperator>> = {
  ANY_OF: { kinds: ['number', 'select'], values: 'many', test: anyOf },
  BETWEEN: { kinds: ['number'], values: 2, test: between },
  WITHIN: { kinds: ['number'], values: 2, test: between },
  EQUAL: { kinds: ['number', 'select'], values: 1, test: is },
  GREATER: { kinds: ['number'], values: 1, test: compare((order) => order > 0) },
  GREATER_OR_EQUAL: { kinds: ['number'], values: 1, test: compare((order) => order >= 0) },
  LESS: { kinds: ['number'], values: 1, test: compare((order) => order < 0) },
  LESS_OR_EQUAL: { kinds: ['number'], values: 1, test: compare((order) => order <= 0) },
  IS: { kinds: ['boolean', 'string', 'select'], values: 1, test: is },
  CONTAIN: { kinds: ['string'], values: 1, test: text((value, part) => value.includes(part)) },
  START_WITH: { kinds: ['string'], values: 1, test: text((value, part) => value.startsWith(part)) },
  END_WITH: { kinds: ['string'], values: 1, test: text((value, part) => value.endsWith(part)) },
  AFTER: { kinds: ['moment'], values: 1, test: compare((order) => order > 0) },
  BEFORE: { kinds: ['moment'], values: 1, test: compare((order) => order < 0) },
  ON: { kinds: ['moment'], values: 1, test: compare((order) => order === 0) },
  ON_OR_AFTER: { kinds: ['moment'], values: 1, test: compare((order) => order >= 0) },
  ON_OR_BEFORE: { kinds: ['moment'], values: 1, test: compare((order) => order <= 0) },
};

const notSuffix = '_NOT';

/** An operator by its name in upper case, and whether it is the twin that negates. Null: there is none. */
export function filterOperator(
  name: string,
): { readonly operator: FilterOperator; readonly isNot: boolean } | null {
  const isNot = name.endsWith(notSuffix);
  const base = isNot ? name.slice(0, -notSuffix.length) : name;
  const operator = Object.hasOwn(operators, base) ? operators[base] : undefined;
  return operator === undefined ? null : { operator, isNot };
}
