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
      if (scope.aggregates > 0) checkNesting(state, call, name, scope);
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

/**
 * Checks an aggregate function inside another.
 *
 * @see "Aggregate Functions", Oracle Database 19c SQL Language Reference: nested in a SELECT list with GROUP BY, one level deep;
 *   ORA-00978, ORA-00935
 */
function checkNesting(
  state: CheckState,
  call: Call,
  name: string,
  { aggregates, clause, block }: Scope,
): void {
  if (block !== null) block.nested = true;
  const isGrouped = (block?.select.groupBy.length ?? 0) > 0;
  if (isGrouped && aggregates === 1 && clause !== 'having') return;
  reportError(state, {
    code: 'nested-aggregate',
    at: call,
    message: isGrouped
      ? `${name} is nested too deeply: aggregate functions nest once, and in a SELECT list only (ORA-00935).`
      : `${name} stands inside another aggregate function, which takes a GROUP BY (ORA-00978).`,
    hint: 'Compute the inner one in a subquery in FROM.',
  });
}
