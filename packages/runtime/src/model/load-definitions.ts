import type { TableDefinition } from '../table.js';
import type { LoadDefinitions } from './create-model.js';
import type { FindRequest } from './find-plan.js';

/**
 * Loads the definitions that a call needs, and keeps them: an account has hundreds of models, a program
 * uses a few.
 */
export function definitionLoader(loadOne: (model: string) => Promise<TableDefinition>): LoadDefinitions {
  const loaded = new Map<string, TableDefinition>();

  async function ensure(model: string): Promise<TableDefinition> {
    const known = loaded.get(model);
    if (known !== undefined) return known;
    const definition = await loadOne(model);
    loaded.set(model, definition);
    return definition;
  }

  async function follow(model: string, part: unknown): Promise<void> {
    const { relations } = await ensure(model);
    if (typeof part !== 'object' || part === null) return;
    for (const [field, inner] of Object.entries(part)) {
      if (typeof inner !== 'object' || inner === null) continue;
      if (field === 'AND' || field === 'OR') {
        for (const each of Array.isArray(inner) ? inner : []) await follow(model, each);
      } else if (field === 'NOT') {
        await follow(model, inner);
      } else {
        const relation = Object.hasOwn(relations, field) ? relations[field] : undefined;
        if (relation !== undefined) await follow(relation.model, 'select' in inner ? inner.select : inner);
      }
    }
  }

  return async (model: string, { where, select }: FindRequest) => {
    await follow(model, where);
    await follow(model, select);
    return (name) => {
      const definition = loaded.get(name);
      if (definition === undefined)
        throw new TypeError(`The model '${name}' is not part of the generated code.`);
      return definition;
    };
  };
}
