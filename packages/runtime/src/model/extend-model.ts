import { checkNames } from '../known-names.js';
import { isExpression } from '../query/expression.js';
import { showValue } from '../show-value.js';
import type { Where } from './arguments.js';
import { checkTree } from './check-tree.js';
import { createModel } from './create-model.js';
import { entriesOf, isArguments } from './entries.js';
import { type Model, modelContext } from './model.js';
import type { ComputedField, ModelContext, ModelExtension } from './model-context.js';

/** A field that a model computes from columns. Made by the function that `computed` is given. */
export interface Computed<out Value> {
  readonly needs: readonly string[];
  readonly compute: (row: never) => Value;
}

/** Makes a computed field: the columns that it needs, and what it makes of them. */
export type ComputedMaker<Row> = <const Needs extends keyof Row & string, Value>(
  needs: readonly Needs[],
  compute: (row: { readonly [Field in Needs]: Row[Field] }) => Value,
) => Computed<Value>;

/** What `extendModel` adds to a model. */
export interface Extension<Row, Relations, Fields, Extended, Methods> {
  /** Conditions of every query of the model that does not say `unfiltered: true`. */
  readonly where?: Where<Row, Relations>;
  /** Fields to be selected like columns; a call without `select` gives all of them. */
  readonly computed?: (field: ComputedMaker<Row>) => Fields;
  /** Functions that the model has beside its own, made from the extended model. */
  readonly methods?: (model: Extended) => Methods;
}

type TypesOf<M> = M extends { readonly $types?: infer Types } ? NonNullable<Types> : never;
type RowIn<M> = TypesOf<M> extends { readonly row: infer Row } ? Row : never;
type RelationsIn<M> = TypesOf<M> extends { readonly relations: infer Relations } ? Relations : never;
type FullIn<M> = M extends { readonly $row: infer Full } ? Full : never;

/** The values of computed fields. */
export type ComputedValues<Fields> = {
  readonly [Name in keyof Fields]: Fields[Name] extends Computed<infer Value> ? Value : never;
};

/** A model with computed fields: its REST operations stay as they are. */
export type ExtendedModel<M, Fields> = Omit<M, keyof Model<unknown, unknown>> &
  Model<RowIn<M>, RelationsIn<M>, FullIn<M> & ComputedValues<Fields>>;

/**
 * A model with computed fields, a default filter and methods of your own; the model given stays as it is.
 *
 * The default filter holds for the calls of this model, not where other models lead to its rows.
 *
 * @example
 * const customers = extendModel(ns.customer, {
 *   where: { isinactive: false },
 *   computed: (field) => ({ label: field(['entityid', 'companyname'], (row) => `${row.entityid} ${row.companyname}`) }),
 *   methods: (model) => ({ named: (name: string) => model.findMany({ where: { companyname: name } }) }),
 * });
 */
export function extendModel<
  M extends { readonly [modelContext]: ModelContext },
  // biome-ignore lint/complexity/noBannedTypes: no fields and no methods, not anything.
  Fields extends Readonly<Record<string, Computed<unknown>>> = {},
  // biome-ignore lint/complexity/noBannedTypes: as above.
  Methods extends object = {},
>(
  model: M,
  extension: Extension<RowIn<M>, RelationsIn<M>, Fields, ExtendedModel<M, Fields>, Methods>,
): ExtendedModel<M, Fields> & Methods {
  const context = model[modelContext];
  const { name, undefinedInFilters } = context;
  const place = `extendModel of ${name}`;
  entriesOf(extension, { place, wanted: 'an object such as { where: … }' });
  checkNames(extension, { place, known: ['where', 'computed', 'methods'] });
  const { where, computed, methods } = extension;
  if (where !== undefined) {
    checkTree({ where }, { call: place, undefinedInFilters });
    if (!isExpression(where))
      entriesOf(where, { place: `where of ${place}`, wanted: 'an object of conditions' });
  }
  const added: ModelExtension = {
    where: [...context.extension.where, ...(where === undefined ? [] : [copyOf(where)])],
    computed: { ...context.extension.computed, ...computedFields(computed, place) },
  };
  const extended = { ...model, ...createModel({ ...context, extension: added }) };
  // The types are made from what was given; the implementation is the same for every model.
  const typed = extended as unknown as ExtendedModel<M, Fields>;
  if (methods === undefined) return typed as ExtendedModel<M, Fields> & Methods;
  const made = typeof methods === 'function' ? methods(typed) : methods;
  const wanted = 'a function that returns an object of functions';
  if (typeof methods === 'function' && isArguments(made)) return { ...typed, ...made };
  throw new TypeError(`methods of ${place}: ${showValue(made)} cannot stand here. Give ${wanted}.`);
}

const COMPUTED = "a function such as (field) => ({ label: field(['id'], (row) => row.id) })";

/** What the caller does with the conditions afterwards changes no query. */
function copyOf(part: unknown): unknown {
  if (Array.isArray(part)) return Array.from(part, copyOf);
  if (!isArguments(part)) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, copyOf(value)]));
}

/** @throws {TypeError} There is something else than computed fields. */
function computedFields(
  make: ((field: ComputedMaker<never>) => unknown) | undefined,
  of: string,
): Readonly<Record<string, ComputedField>> {
  if (make === undefined) return {};
  const place = `computed of ${of}`;
  if (typeof make !== 'function')
    throw new TypeError(`${place}: ${showValue(make)} cannot stand here. Give ${COMPUTED}.`);
  const made = new WeakSet<object>();
  const maker = (needs: unknown, compute: unknown): ComputedField => {
    if (!isNames(needs) || typeof compute !== 'function') {
      throw new TypeError(
        `${place}: a field takes the names of its columns and a function of them. Give ${COMPUTED}.`,
      );
    }
    const field = { needs: [...needs], compute: compute as ComputedField['compute'] };
    made.add(field);
    return field;
  };
  // What the maker makes has the fields that its type hides.
  const fields = entriesOf(make(maker as unknown as ComputedMaker<never>), { place, wanted: COMPUTED });
  for (const [name, field] of fields) {
    if (typeof field === 'object' && field !== null && made.has(field)) continue;
    throw new TypeError(`${place}: ${name}: ${showValue(field)} is not a computed field. Give ${COMPUTED}.`);
  }
  return Object.fromEntries(fields) as Readonly<Record<string, ComputedField>>;
}

function isNames(needs: unknown): needs is readonly string[] {
  return Array.isArray(needs) && Array.from(needs).every((name) => typeof name === 'string');
}
