import { isPlainObject } from '../show-value.js';
import type { TableDefinition } from '../table.js';
import type { FindRequest } from './find-plan.js';
import type { DefinitionOf } from './scope.js';

/** Gives the definitions of a model and of all models that the arguments reach through relations. */
export type LoadDefinitions = (model: string, request: FindRequest) => Promise<DefinitionOf>;

/**
 * Loads the definitions that a call needs, and keeps them: an account has hundreds of models, a program
 * uses a few.
 */
export function definitionLoader(loadOne: (model: string) => Promise<TableDefinition>): LoadDefinitions {
  const loaded = new Map<string, TableDefinition>();

  async function ensure(model: string): Promise<TableDefinition> {
    const known = loaded.get(model);
    if (known !== undefined) return known;
    const own = await loadOne(model);
    const definition = own.relationsOf === null ? own : withRelationsOf(own, await loadOne(own.relationsOf));
    loaded.set(model, definition);
    return definition;
  }

  async function followRequest(model: string, request: FindRequest): Promise<void> {
    await followWhere(model, request.where);
    await followFields(model, request.select);
    await followFields(model, request.include);
    await followOrder(model, request.orderBy);
  }

  async function followWhere(model: string, where: unknown): Promise<void> {
    const { relations } = await ensure(model);
    for (const [field, inner] of objectEntries(where)) {
      if (field === 'AND' || field === 'OR') {
        for (const each of Array.isArray(inner) ? inner : []) await followWhere(model, each);
      } else if (field === 'NOT') {
        await followWhere(model, inner);
      } else {
        const relation = Object.hasOwn(relations, field) ? relations[field] : undefined;
        if (relation === undefined) continue;
        const conditions =
          relation.cardinality === 'one' ? [inner] : objectEntries(inner).map(([, each]) => each);
        for (const each of conditions) await followWhere(relation.model, each);
      }
    }
  }

  async function followFields(model: string, fields: unknown): Promise<void> {
    const { relations } = await ensure(model);
    for (const [field, inner] of objectEntries(fields)) {
      if (field === '_count') {
        await followFields(model, inner);
        continue;
      }
      const relation = Object.hasOwn(relations, field) ? relations[field] : undefined;
      if (relation === undefined || inner === undefined || inner === false) continue;
      await followRequest(relation.model, isPlainObject(inner) ? inner : {});
    }
  }

  async function followOrder(model: string, orderBy: unknown): Promise<void> {
    const { relations } = await ensure(model);
    for (const keys of Array.isArray(orderBy) ? orderBy : [orderBy]) {
      for (const [field, inner] of objectEntries(keys)) {
        const relation = Object.hasOwn(relations, field) ? relations[field] : undefined;
        if (relation !== undefined && typeof inner === 'object') await followOrder(relation.model, inner);
      }
    }
  }

  return async (model, request) => {
    await followRequest(model, request);
    return (name) => {
      const definition = loaded.get(name);
      if (definition === undefined)
        throw new TypeError(`The model '${name}' is not part of the generated code.`);
      return definition;
    };
  };
}

/** A subtype follows its own columns, which may lead to narrower models, and all else as its table does. */
function withRelationsOf(own: TableDefinition, { relations, columns }: TableDefinition): TableDefinition {
  const others = Object.entries(relations).filter(([name]) => !Object.hasOwn(columns, name));
  return { ...own, relations: { ...Object.fromEntries(others), ...own.relations } };
}

function objectEntries(of: unknown): readonly (readonly [string, unknown])[] {
  return isPlainObject(of) ? Object.entries(of) : [];
}
