import { type ColumnKind, checkedKind, checkKinds } from '../column-kind.js';
import { findPlaceholders } from '../paging/placeholders.js';
import { parameterNode } from '../query/conditions.js';
import { node } from '../query/expression.js';
import type { ExpressionNode } from '../query/nodes.js';
import type { Query } from '../query/query.js';
import { isRowCount } from '../query/row-count.js';
import { isPlainObject, shorten, showValue } from '../show-value.js';

/** A query of a `.suiteql` file: data only, so that a fix of the runtime needs no new generation. */
export interface QueryDefinition {
  readonly name: string;
  readonly text: string;
  /** Of each `?` in the text, in order. */
  readonly parameters: readonly QueryParameter[];
  /** Of each column of the result, by name in lower case. */
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

/** What a `?` stands for. */
export interface QueryParameter {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Set for a list: the operand whose membership the `?` stands for, as SuiteQL text. */
  readonly memberOf?: string;
  /** Whether it is no member. Default false. */
  readonly negated?: boolean;
  /** Whether it is a number of rows, which is written into the text: no document says that FETCH takes a parameter. */
  readonly rowCount?: boolean;
}

/** A function that makes a query of its parameters. */
type QueryFunction = (parameters: never) => Query<unknown>;

/**
 * Describes a query of a `.suiteql` file. Generated code calls it; the annotation of the constant gives
 * the types. The definition has a type of its own, since TypeScript expects under names such as `constructor`
 * what every object has, and would take a kind there for any text.
 *
 * @throws {TypeError} It is no definition. The function: a parameter is missing, of the wrong kind, or none of the query's.
 */
export function defineQuery<
  F extends QueryFunction,
  const Definition extends QueryDefinition = QueryDefinition,
>(definition: Definition): F {
  checkDefinition(definition);
  const slots = new Set(definition.parameters.map(({ name }) => name));
  let literals: readonly string[] | undefined;
  const make = (given: Readonly<Record<string, unknown>> = {}): Query<unknown> => {
    if (!isPlainObject(given)) {
      throw new TypeError(
        `${definition.name}: ${showValue(given)} cannot stand here. Give an object of parameters.`,
      );
    }
    for (const name of Object.keys(given)) {
      if (!slots.has(name)) throw new TypeError(`${definition.name} has no parameter '${name}'.`);
    }
    literals ??= literalsOf(definition);
    const parts = literals.flatMap((literal, at): (string | ExpressionNode)[] => {
      const parameter = definition.parameters[at];
      return parameter === undefined ? [literal] : [literal, slotPart(parameter, given, definition.name)];
    });
    const { columns } = definition;
    // The row exists in the type only; the generator has it from the same columns.
    return {
      [node]: { type: 'raw query', text: { type: 'raw', parts }, columns },
    } as unknown as Query<unknown>;
  };
  return make as unknown as F;
}

function checkDefinition(definition: unknown): void {
  if (!isPlainObject(definition)) {
    throw new TypeError(
      `defineQuery(): ${showValue(definition)} is not a definition. Give an object with name, text, parameters and columns.`,
    );
  }
  const { name, text, parameters, columns } = definition;
  if (typeof name !== 'string')
    throw new TypeError(`defineQuery(): name: ${showValue(name)} is not a string.`);
  const place = `defineQuery(): ${shorten(name)}`;
  if (typeof text !== 'string') throw new TypeError(`${place}: text: ${showValue(text)} is not a string.`);
  if (!Array.isArray(parameters)) {
    throw new TypeError(`${place}: parameters: ${showValue(parameters)} is not an array.`);
  }
  for (const [index, parameter] of parameters.entries()) {
    if (!isPlainObject(parameter) || typeof parameter.name !== 'string') {
      throw new TypeError(
        `${place}: parameters.${index}: ${showValue(parameter)} is not a parameter. Give { name, kind }.`,
      );
    }
    checkedKind(parameter.kind as ColumnKind, `${place}: parameters.${index}: kind`);
  }
  if (!isPlainObject(columns)) {
    throw new TypeError(
      `${place}: columns: ${showValue(columns)} does not declare columns. Give an object such as { id: 'id' }.`,
    );
  }
  checkKinds(columns, `${place}: columns.`);
}

/** What stands between the `?` of a text. */
function literalsOf({ name, text, parameters }: QueryDefinition): readonly string[] {
  const places = findPlaceholders(text);
  if (places.length !== parameters.length) {
    throw new TypeError(
      `${name}: the text has ${places.length} '?', but the definition has ${parameters.length} parameters. Describe each '?', in order.`,
    );
  }
  return [...places, text.length].map((end, at) => text.slice(at === 0 ? 0 : (places[at - 1] ?? 0) + 1, end));
}

function slotPart(
  { name, kind, memberOf, negated = false, rowCount = false }: QueryParameter,
  given: Readonly<Record<string, unknown>>,
  query: string,
): string | ExpressionNode {
  const value = Object.hasOwn(given, name) ? given[name] : undefined;
  if (value === undefined || value === null) {
    throw new TypeError(
      `${query} needs a value for '${name}'. NULL is none: nothing equals it; write IS NULL into the query.`,
    );
  }
  if (rowCount) return rowCountText(value, { name, query });
  if (memberOf === undefined) return parameterNode(value, kind, `${query}: ${name}`);
  if (!Array.isArray(value)) throw new TypeError(`${query} needs an array for '${name}'.`);
  const values = Array.from(value, (each) => parameterNode(each, kind, `${query}: ${name}`));
  return { type: 'membership', operand: { type: 'raw', parts: [memberOf] }, values, negated };
}

function rowCountText(
  value: unknown,
  { name, query }: { readonly name: string; readonly query: string },
): string {
  if (isRowCount(value)) return String(value);
  throw new TypeError(`${query} needs a whole number of rows for '${name}', 0 or more.`);
}
