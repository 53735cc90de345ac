import type { SelectionNode } from '../query/nodes.js';
import type { FindRequest } from './find-plan.js';
import type { RowShape } from './row-shape.js';
import { columnOf, type Scope, unknownField } from './scope.js';

type Choices = Readonly<Record<string, unknown>>;

/**
 * The objects of a group that hold fields of rows that it refers to; the fields are added to the selection.
 *
 * @throws {TypeError} A relation to one row, or a field of its row, does not exist.
 */
export function relatedGroups(
  byRelated: Choices,
  scope: Scope,
  selection: SelectionNode[],
): RowShape['relations'] {
  return Object.entries(byRelated).flatMap(([field, wanted]) => {
    if (wanted === undefined) return [];
    const relation = scope.relation(field);
    if (relation?.cardinality !== 'one' || !isChoices(wanted)) throw unknownField(field, scope);
    const target = scope.join(field, relation);
    return [{ name: field, keyIndex: null, shape: groupShape(wanted, target, selection) }];
  });
}

function groupShape(wanted: Choices, scope: Scope, selection: SelectionNode[]): RowShape {
  const columns = Object.entries(wanted)
    .filter(([, choice]) => choice === true)
    .map(([field]) => {
      const expression = columnOf(field, scope);
      return { name: field, index: selection.push({ name: field, expression }) - 1 };
    });
  const others = Object.entries(wanted).filter(([, choice]) => choice !== true);
  return { columns, relations: relatedGroups(Object.fromEntries(others), scope, selection) };
}

/** The same as an `include`: what has to be loaded to plan it. */
export function includeOf(byRelated: unknown): FindRequest['include'] {
  if (!isChoices(byRelated)) return {};
  const relations = Object.entries(byRelated).filter(([, choice]) => isChoices(choice));
  return Object.fromEntries(relations.map(([field, choice]) => [field, { select: includeOf(choice) }]));
}

function isChoices(of: unknown): of is Choices {
  return typeof of === 'object' && of !== null;
}
