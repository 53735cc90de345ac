import type { SelectionNode } from '../query/nodes.js';
import { isPlainObject } from '../show-value.js';
import { entriesOf, isArguments, showArgument } from './entries.js';
import type { FindRequest } from './find-plan.js';
import type { RowShape } from './row-shape.js';
import { columnOf, placeOf, type Scope, unknownField } from './scope.js';

/**
 * The objects of a group that hold fields of rows that it refers to; the fields are added to the selection.
 *
 * @throws {TypeError} A relation to one row, or a field of its row, does not exist.
 */
export function relatedGroups(
  byRelated: unknown,
  scope: Scope,
  selection: SelectionNode[],
  path = 'byRelated',
): RowShape['relations'] {
  const wanted = 'an object of relations to one row, such as { entity: { companyname: true } }';
  return entriesOf(byRelated, { place: placeOf(path, scope), wanted }).map(([field, choice]) => {
    const inner = `${path}.${field}`;
    const place = placeOf(inner, scope);
    const relation = scope.relation(field);
    if (relation?.cardinality !== 'one') throw unknownField(field, scope, place);
    if (!isArguments(choice)) {
      throw new TypeError(
        `${place}: ${showArgument(choice)} cannot stand here. Give fields of it, such as { id: true }.`,
      );
    }
    const target = scope.join(field, relation);
    return {
      name: field,
      keyIndex: null,
      shape: groupShape(choice, { scope: target, selection, path: inner }),
    };
  });
}

function groupShape(
  choices: Readonly<Record<string, unknown>>,
  {
    scope,
    selection,
    path,
  }: { readonly scope: Scope; readonly selection: SelectionNode[]; readonly path: string },
): RowShape {
  const given = Object.entries(choices).filter(([, choice]) => choice !== undefined && choice !== false);
  if (given.length === 0) throw new TypeError(`${placeOf(path, scope)} names no field. Name at least one.`);
  const columns = given
    .filter(([, choice]) => choice === true)
    .map(([field]) => {
      const expression = columnOf(field, scope, placeOf(`${path}.${field}`, scope));
      return { name: field, index: selection.push({ name: field, expression }) - 1 };
    });
  const others = Object.fromEntries(given.filter(([, choice]) => choice !== true));
  return { columns, relations: relatedGroups(others, scope, selection, path) };
}

/** The same as an `include`: what has to be loaded to plan it. */
export function includeOf(byRelated: unknown): FindRequest['include'] {
  if (!isPlainObject(byRelated)) return {};
  const relations = Object.entries(byRelated).filter(([, choice]) => isPlainObject(choice));
  return Object.fromEntries(relations.map(([field, choice]) => [field, { select: includeOf(choice) }]));
}
