import { checkNames } from '../known-names.js';
import type { ExpressionNode, SelectionNode } from '../query/nodes.js';
import { showValue } from '../show-value.js';
import type { RelationDefinition } from '../table.js';
import { entriesOf, isArguments, showArgument } from './entries.js';
import { countNode } from './related-select.js';
import { checkRowCount } from './row-count.js';
import type { RowShape } from './row-shape.js';
import { columnNode, columnOf, columnPairs, placeOf, type Scope, unknownField } from './scope.js';
import { whereNodes } from './where.js';

/** What a call, or a relation within it, asks to be returned. */
export interface ReturnRequest {
  readonly select?: unknown;
  readonly include?: unknown;
  /** Columns that computed fields are made of: each row has them in an object under {@link NEEDED}, whatever else it shows. */
  readonly needs?: readonly string[];
}

/** No column has a space in its name. */
export const NEEDED = 'needed columns';

/** Rows of a relation to many, which a statement of their own reads. */
export interface ListPlan {
  /** The relations to one row, from the row of the call to the object that gets the list. */
  readonly path: readonly string[];
  readonly field: string;
  readonly relation: RelationDefinition;
  /** What was asked of the relation. */
  readonly request: object;
  /** The output columns that hold this side of the relation. */
  readonly keyIndexes: readonly number[];
}

/** The output of a statement in the making. */
export interface Output {
  readonly selection: SelectionNode[];
  readonly lists: ListPlan[];
}

/** How the rows of a scope become objects; what has to be asked for to make them is added to the output. */
export function planReturn(
  request: ReturnRequest,
  scope: Scope,
  output: Output,
  { path, argumentPath }: Pick<Place, 'path' | 'argumentPath'> = { path: [], argumentPath: '' },
): RowShape {
  const shape: MutableShape = { columns: [], relations: [] };
  const place = (name: string): Place => ({ scope, output, path, shape, argumentPath: argumentPath + name });
  const listsBefore = output.lists.length;
  if (request.select === undefined) {
    for (const column of Object.keys(scope.definition.columns)) addField(column, true, place('select'));
  } else {
    const fields = place('select');
    for (const [field, choice] of choicesOf(request.select, fields)) addField(field, choice, fields);
  }
  if (request.include !== undefined) {
    const fields = place('include');
    for (const [field, choice] of choicesOf(request.include, fields)) {
      if (choice === true && scope.relation(field) !== null) addRelation(field, {}, fields);
      else if (choice !== true || field === '_count') addField(field, choice, fields);
      else throw unknownField(field, scope, nameOf(field, fields));
    }
  }
  const { needs = [] } = request;
  if (needs.length > 0) {
    const columns = needs.map((name) => {
      const column = columnOf(name, scope, `A computed field of ${scope.model} needs ${name}`);
      return { name, index: outputIndex(`${column.source}.${column.column}`, column, output) };
    });
    shape.relations.push({ name: NEEDED, keyIndex: null, shape: { columns, relations: [] } });
  }
  if (shape.columns.length > 0 || shape.relations.length > 0) return shape;
  if (output.lists.length > listsBefore) return shape;
  throw new TypeError(
    `select of ${scope.model} names no field. Name at least one, or leave select out for all.`,
  );
}

interface MutableShape {
  columns: RowShape['columns'][number][];
  relations: RowShape['relations'][number][];
}

interface Place {
  readonly scope: Scope;
  readonly output: Output;
  readonly path: readonly string[];
  readonly shape: MutableShape;
  /** Where the fields stand in the arguments, for messages. */
  readonly argumentPath: string;
}

/** What messages call a field among those to return. */
function nameOf(field: string, { scope, argumentPath }: Place): string {
  return placeOf(`${argumentPath}.${field}`, scope);
}

function addField(field: string, choice: unknown, place: Place): void {
  const { scope, output, shape } = place;
  if (choice === false) return;
  if (field === '_count') {
    addCounts(choice, place);
    return;
  }
  if (field === '_display') {
    addDisplays(choice, place);
    return;
  }
  const column = scope.column(field);
  if (choice !== true || column === null) {
    addRelation(field, choice === true ? {} : choice, place);
    return;
  }
  drop(field, shape);
  shape.columns.push({
    name: field,
    index: outputIndex(`${column.source}.${column.column}`, column, output),
  });
}

const RELATION_NAMES = {
  one: ['select', 'include'],
  many: ['select', 'include', 'where', 'orderBy', 'take', 'skip'],
} as const;

function addRelation(field: string, request: unknown, fields: Place): void {
  const { scope, output, path, shape, argumentPath } = fields;
  const relation = scope.relation(field);
  const place = nameOf(field, fields);
  if (!isArguments(request)) {
    throw new TypeError(
      `${place}: ${showArgument(request)} cannot stand here. Give true, false or what to return of it.`,
    );
  }
  if (relation === null) throw unknownField(field, scope, place);
  checkNames(request, { place, known: RELATION_NAMES[relation.cardinality] });
  drop(field, shape);
  if (relation.cardinality === 'many') {
    for (const name of ['take', 'skip'] as const) checkRowCount(name, request[name], place);
    const keyIndexes = columnPairs(relation).map(({ from }) => columnIndex(scope, from, output));
    output.lists.push({ path, field, relation, request, keyIndexes });
    return;
  }
  const target = scope.join(field, relation);
  const keyIndex = columnIndex(target, relation.to, output);
  shape.relations.push({
    name: field,
    keyIndex,
    shape: planReturn(request, target, output, {
      path: [...path, field],
      argumentPath: `${argumentPath}.${field}.`,
    }),
  });
}

/** `_count`: for each relation named, the number of its rows. */
function addCounts(choice: unknown, place: Place): void {
  const { scope, output, shape } = place;
  const counts = { ...place, argumentPath: `${place.argumentPath}._count` };
  const columns = choicesOf(choice, counts).flatMap(([field, request]) => {
    if (request === false) return [];
    const relation = scope.relation(field);
    if (relation === null) throw unknownField(field, scope, nameOf(field, counts));
    const given = request === true ? {} : request;
    const path = `${counts.argumentPath}.${field}`;
    const options = entriesOf(given, { place: nameOf(field, counts), wanted: 'true, false or { where: … }' });
    checkNames(Object.fromEntries(options), { place: nameOf(field, counts), known: ['where'] });
    const [, where] = options[0] ?? [];
    const expression = countNode(scope, relation, (inner) => whereNodes(where, inner, `${path}.where`));
    return [{ name: field, index: output.selection.push({ name: `_count.${field}`, expression }) - 1 }];
  });
  if (columns.length > 0)
    shape.relations.push({ name: '_count', keyIndex: null, shape: { columns, relations: [] } });
}

/** `_display`: for each field named, what the user interface shows for its value. */
function addDisplays(choice: unknown, place: Place): void {
  const { scope, output, shape } = place;
  const displays = { ...place, argumentPath: `${place.argumentPath}._display` };
  const columns = choicesOf(choice, displays).flatMap(([field, wanted]) => {
    if (wanted === false) return [];
    if (wanted !== true) {
      throw new TypeError(
        `${nameOf(field, displays)}: ${showValue(wanted)} cannot stand here. Give true or false.`,
      );
    }
    const column = columnOf(field, scope, nameOf(field, displays));
    const name = `BUILTIN.DF(${column.source}.${field})`;
    return [{ name: field, index: outputIndex(name, displayNode(column), output) }];
  });
  if (columns.length > 0)
    shape.relations.push({ name: '_display', keyIndex: null, shape: { columns, relations: [] } });
}

function displayNode(of: ExpressionNode): ExpressionNode {
  return { type: 'call', name: 'BUILTIN.DF', distinct: false, arguments: [of], kind: 'text' };
}

/** The index of a column among the outputs, whether or not the row shows it. */
export function columnIndex(scope: Scope, column: string, output: Pick<Output, 'selection'>): number {
  return outputIndex(`${scope.source}.${column}`, columnNode(scope, column), output);
}

/** The index of an output; one that is there already is not asked for twice. */
function outputIndex(
  name: string,
  expression: ExpressionNode,
  { selection }: Pick<Output, 'selection'>,
): number {
  const index = selection.findIndex((each) => each.name === name);
  return index === -1 ? selection.push({ name, expression }) - 1 : index;
}

/** What is included stands in place of the column of the same name. */
function drop(field: string, shape: MutableShape): void {
  shape.columns = shape.columns.filter(({ name }) => name !== field);
}

function choicesOf(
  choices: unknown,
  { scope, argumentPath }: Place,
): readonly (readonly [string, unknown])[] {
  const wanted = `an object such as { ${scope.fields()[0]}: true }`;
  return entriesOf(choices, { place: placeOf(argumentPath, scope), wanted });
}
