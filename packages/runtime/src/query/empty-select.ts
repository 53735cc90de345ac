import type { SelectNode } from './nodes.js';

/** All that a SELECT may have and need not have. */
export const emptySelect: Omit<SelectNode, 'from'> = {
  joins: [],
  distinct: false,
  selection: [],
  where: [],
  groupBy: [],
  having: [],
  orderBy: [],
  offset: 0,
  take: null,
};
