import { AGGREGATE_FUNCTIONS, WINDOW_FUNCTIONS } from './aggregate.js';
import { BUILTIN_FUNCTIONS } from './builtin.js';
import type { FunctionDefinition } from './definition.js';
import { SCALAR_FUNCTIONS } from './scalar.js';

/** Every function that the checker knows, by name in upper case, BUILTIN functions with their namespace. */
export const functionCatalogue: ReadonlyMap<string, FunctionDefinition> = new Map(
  [...SCALAR_FUNCTIONS, ...AGGREGATE_FUNCTIONS, ...WINDOW_FUNCTIONS, ...BUILTIN_FUNCTIONS].map(
    (definition) => [definition.name, definition],
  ),
);
