import type { Call } from '../ast.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { Clause, Scope } from './scope.js';
import { type CheckState, reportError } from './state.js';

const CLAUSE_NAMES: Readonly<Record<Clause, string>> = {
  select: 'SELECT',
  where: 'WHERE',
  on: 'ON',
  group: 'GROUP BY',
  having: 'HAVING',
  order: 'ORDER BY',
  paging: 'FETCH',
};

/** Checks that aggregate and window functions stand where they may, and notes that a block aggregates. */
export function checkPlace(
  state: CheckState,
  call: Call,
  { role, name }: FunctionDefinition,
  scope: Scope,
): void {
  const { clause } = scope;
  const ranked = role === 'window' && call.withinGroup !== null;
  if (role === 'window' && call.over === null && !ranked) {
    reportError(state, {
      code: 'missing-over',
      at: call,
      message: `${name} is a window function and needs OVER.`,
      hint: `Write ${name}(…) OVER (ORDER BY …).`,
    });
  }
  if (call.over !== null || (role === 'window' && !ranked)) {
    if (clause === 'select' || clause === 'order') return;
    reportError(state, {
      code: 'misplaced-window-function',
      at: call,
      message: `${CLAUSE_NAMES[clause]} is evaluated before window functions such as this ${name}.`,
      hint: 'Compute it in a subquery and use its column outside.',
    });
  } else if (role === 'aggregate' || ranked) {
    if (clause === 'select' || clause === 'having' || clause === 'order') {
      if (scope.block !== null) scope.block.aggregated = true;
      return;
    }
    reportError(state, {
      code: 'misplaced-aggregate',
      at: call,
      message: `${CLAUSE_NAMES[clause]} is evaluated before groups are made: ${name} cannot stand there.`,
      hint: clause === 'where' ? 'Move the condition to HAVING.' : null,
    });
  }
}
