import type { Compound, OrderItem, Query, Select, SetOperand } from '../ast.js';
import type { OutputColumn, SourceColumn } from '../bindings.js';
import { checkDistinctOrder } from './distinct-order.js';
import { checkExpression } from './expression.js';
import { checkOneFamily } from './families.js';
import { indexColumns } from './from.js';
import { checkGrouping } from './grouping.js';
import { mergeTypes, UNKNOWN } from './kinds.js';
import { checkPaging } from './paging.js';
import type { Block, Scope } from './scope.js';
import { type CheckedSelect, checkSelect } from './select.js';
import { EMPTY_NAMES } from './source-names.js';
import { type CheckState, inferParameter, reportError, reportWarning } from './state.js';

type Outputs = readonly OutputColumn[] | null;

/**
 * Checks a query and tells its output columns.
 *
 * @param outer What the query sees of the queries around it.
 * @returns null when they cannot be told.
 */
export function checkQuery(state: CheckState, query: Query, outer: Scope): Outputs {
  const scope = addCommonTables(state, query, outer);
  let outputs: Outputs;
  if (query.body.kind === 'select') {
    const checked = checkSelect(state, query.body, scope);
    outputs = checked.outputs;
    checkSelectOrder(state, query, query.body, checked);
  } else {
    outputs =
      query.body.kind === 'compound'
        ? checkCompound(state, query.body, scope)
        : checkQuery(state, query.body, scope);
    const aliases = outputs === null ? null : new Map(outputs.map((output) => [output.name, output]));
    for (const item of query.orderBy) {
      // Only the names of the result can be sorted by; when they cannot be told, anything may be one.
      if (aliases !== null)
        checkOrderItem(
          state,
          item,
          { ...scope, parent: null, names: EMPTY_NAMES, aliases, clause: 'order' },
          outputs,
        );
    }
  }
  for (const count of [query.offset, query.fetch?.count ?? null]) {
    if (count === null) continue;
    checkExpression(state, count, {
      ...scope,
      parent: null,
      names: EMPTY_NAMES,
      aliases: null,
      clause: 'paging',
      block: null,
    });
    inferParameter(state, count, 'int');
  }
  checkPaging(state, query, false);
  state.outputs.set(query, outputs);
  return outputs;
}

function addCommonTables(state: CheckState, query: Query, outer: Scope): Scope {
  const [first] = query.with;
  if (first === undefined) return outer;
  reportWarning(state, {
    code: 'with-clause',
    at: first.name,
    message: 'Oracle documents WITH as unsupported in SuiteQL, though published queries use it.',
    hint: 'If NetSuite refuses it, write each common table as a subquery in FROM.',
  });
  const commonTables = new Map(outer.commonTables);
  for (const { name, columns, query: body } of query.with) {
    const outputs = checkQuery(state, body, { ...outer, commonTables });
    commonTables.set(
      name.name,
      outputs === null
        ? null
        : renameColumns(
            outputs,
            columns?.map((column) => column.name),
          ),
    );
  }
  return { ...outer, commonTables };
}

function renameColumns(
  outputs: readonly OutputColumn[],
  names: readonly string[] | undefined,
): ReadonlyMap<string, SourceColumn> {
  if (names === undefined) return indexColumns(outputs);
  return indexColumns(outputs.map((output, index) => ({ ...output, name: names[index] ?? output.name })));
}

function checkSelectOrder(
  state: CheckState,
  query: Query,
  select: Select,
  { scope, outputs }: CheckedSelect,
): void {
  if (query.orderBy.length > 0) {
    const aliases = new Map<string, OutputColumn>();
    select.columns.forEach((column, index) => {
      const output = outputs?.[index];
      if (column.kind === 'select-item' && column.alias !== null && output)
        aliases.set(column.alias.name, output);
    });
    for (const item of query.orderBy)
      checkOrderItem(state, item, { ...scope, aliases, clause: 'order' }, outputs);
  }
  const { block } = scope;
  checkGroups(state, select, { block, orderBy: query.orderBy });
  checkDistinctOrder(state, select, query.orderBy);
  if (block !== null && block.rownum !== null && query.orderBy.length > 0 && !state.grouped.has(select)) {
    reportWarning(state, {
      code: 'rownum-with-order',
      at: block.rownum,
      message: 'ROWNUM is counted before ORDER BY sorts: these are not the first rows.',
      hint: 'Write FETCH FIRST n ROWS ONLY, or sort in a subquery and count outside.',
    });
  }
}

function checkGroups(
  state: CheckState,
  select: Select,
  { block, orderBy }: { readonly block: Block | null; readonly orderBy: readonly OrderItem[] },
): void {
  if (!block?.aggregated && select.groupBy.length === 0) return;
  state.grouped.add(select);
  checkGrouping(state, select, { orderBy, isNested: block?.nested ?? false });
}

function checkOrderItem(state: CheckState, { expression }: OrderItem, scope: Scope, outputs: Outputs): void {
  checkExpression(state, expression, scope);
  if (expression.kind !== 'number' || outputs === null) return;
  const position = Number(expression.text);
  if (Number.isInteger(position) && position >= 1 && position <= outputs.length) return;
  reportError(state, {
    code: 'order-position',
    at: expression,
    message: `There is no column ${expression.text} to sort by; the query has ${outputs.length}.`,
    hint: null,
  });
}

function checkCompound(state: CheckState, compound: Compound, scope: Scope): Outputs {
  let outputs = checkTerm(state, compound.first, scope);
  for (const operand of compound.rest) {
    const { operator, query } = operand;
    const next = checkTerm(state, query, scope);
    if (outputs === null || next === null) {
      outputs = null;
    } else if (outputs.length !== next.length) {
      reportError(state, {
        code: 'width-mismatch',
        at: query,
        message: `${operator.toUpperCase()} joins queries of the same width: ${outputs.length} and ${next.length} columns.`,
        hint: 'Select as many columns on both sides; NULL can fill a gap.',
      });
    } else {
      checkColumnFamilies(state, [outputs, next], operand);
      outputs = mergeOutputs(outputs, next);
    }
  }
  state.outputs.set(compound, outputs);
  return outputs;
}

function checkColumnFamilies(
  state: CheckState,
  [left, right]: readonly [readonly OutputColumn[], readonly OutputColumn[]],
  { operator, query }: SetOperand,
): void {
  left.forEach((output, index) => {
    const other = right[index];
    if (other === undefined) return;
    const members = [output, other].map(({ expression, kind, certain }) => {
      const isEmpty = expression?.kind === 'string' && expression.value === '';
      return { at: expression ?? query, kind, certain: certain && !isEmpty };
    });
    checkOneFamily(state, members, {
      where: `${operator.toUpperCase()} puts into one column`,
      code: 'ORA-01790',
    });
  });
}

/** The names of the first query, kinds that fit all. */
function mergeOutputs(left: readonly OutputColumn[], right: readonly OutputColumn[]): OutputColumn[] {
  return left.map((output, index) => {
    const other = right[index] ?? UNKNOWN;
    const certain = output.certain && (right[index]?.certain ?? false);
    return { ...output, ...mergeTypes([output, other]), certain, origin: null, expression: null };
  });
}

function checkTerm(state: CheckState, term: Select | Query, scope: Scope): Outputs {
  if (term.kind === 'query') return checkQuery(state, term, scope);
  const checked = checkSelect(state, term, scope);
  checkGroups(state, term, { block: checked.scope.block, orderBy: [] });
  return checked.outputs;
}
