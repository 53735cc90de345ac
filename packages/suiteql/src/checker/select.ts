import type { Expression, GroupingElement, Select, SelectItem, Star } from '../ast.js';
import type { OutputColumn } from '../bindings.js';
import { isCertain } from './certainty.js';
import { checkCondition, checkExpression, checkValue } from './expression.js';
import { checkFrom } from './from.js';
import type { Block, Clause, Scope } from './scope.js';
import { nameSources } from './source-names.js';
import { type CheckState, inferParameter, reportError } from './state.js';

export interface CheckedSelect {
  readonly outputs: readonly OutputColumn[] | null;
  readonly scope: Scope;
}

/** Checks one SELECT block. */
export function checkSelect(state: CheckState, select: Select, outer: Scope): CheckedSelect {
  const block: Block = { select, aggregated: false, nested: false, rownum: null };
  const { sources, merged, conditions } = checkFrom(state, select, outer);
  state.sources.set(select, sources);
  const { commonTables } = outer;
  const scope: Scope = {
    parent: outer,
    names: nameSources(sources),
    commonTables,
    merged,
    aliases: null,
    clause: 'select',
    block,
    aggregates: 0,
  };
  const inClause = (clause: Clause): Scope => ({ ...scope, clause });

  for (const condition of conditions) checkCondition(state, condition, inClause('on'));
  if (select.where !== null) checkCondition(state, select.where, inClause('where'));
  for (const element of select.groupBy) checkGroupingElement(state, element, inClause('group'));
  const outputs = checkColumns(state, select, scope);
  if (select.having !== null) checkCondition(state, select.having, inClause('having'));
  if (select.top !== null) {
    checkExpression(state, select.top, inClause('paging'));
    inferParameter(state, select.top, 'int');
  }
  state.outputs.set(select, outputs);
  return { outputs, scope };
}

function checkGroupingElement(state: CheckState, element: GroupingElement, scope: Scope): void {
  switch (element.kind) {
    case 'row':
    case 'rollup':
    case 'cube':
    case 'grouping-sets':
      for (const item of element.items) checkGroupingElement(state, item, scope);
      break;
    default:
      checkValue(state, element, scope);
  }
}

function checkColumns(state: CheckState, select: Select, scope: Scope): OutputColumn[] | null {
  const outputs: OutputColumn[] = [];
  // Partial sums of ROLLUP and its kin have NULL in place of a grouped column.
  const partial = select.groupBy.some(
    ({ kind }) => kind === 'rollup' || kind === 'cube' || kind === 'grouping-sets',
  );
  let unnamed = 0;
  let complete = true;
  for (const column of select.columns) {
    if (column.kind === 'star') {
      const expanded = expandStar(state, column, scope);
      if (expanded === null) complete = false;
      else for (const output of expanded) outputs.push(output);
      continue;
    }
    const name = nameOf(column);
    if (name === null) unnamed += 1;
    const output = describeItem(state, column, name ?? `expr${unnamed}`, scope);
    outputs.push(partial ? { ...output, nullable: true } : output);
  }
  return complete ? outputs : null;
}

/** The alias, or the name of a plain column, as NetSuite returns it. */
function nameOf({ alias, expression }: SelectItem): string | null {
  if (alias !== null) return alias.name;
  return expression.kind === 'column' ? expression.name.name : null;
}

/** Assumed: NetSuite numbers expressions without an alias expr1, expr2, … in their order. */
function describeItem(
  state: CheckState,
  { expression }: SelectItem,
  name: string,
  scope: Scope,
): OutputColumn {
  const { kind, nullable } = checkValue(state, expression, scope);
  const certain = isCertain(state, expression);
  return { name, kind, nullable, exposed: true, certain, origin: originOf(state, expression), expression };
}

function originOf(state: CheckState, expression: Expression): OutputColumn['origin'] {
  return state.columns.get(expression)?.column.origin ?? null;
}

function expandStar(state: CheckState, { qualifier, start, end }: Star, scope: Scope): OutputColumn[] | null {
  const chosen =
    qualifier === null
      ? scope.names.sources
      : scope.names.sources.filter(({ alias }) => alias === qualifier.name);
  if (qualifier !== null && chosen.length === 0) {
    reportError(state, {
      code: 'unknown-qualifier',
      at: { start, end },
      message: `No table in this FROM is called “${qualifier.text}”.`,
      hint: null,
    });
    return null;
  }
  if (chosen.some(({ complete }) => !complete)) return null;
  const seen = new Set<string>();
  return chosen.flatMap((source) => {
    const columns = [...(source.columns?.values() ?? [])].filter(
      ({ name, exposed }) => exposed && !(scope.merged.has(name) && seen.has(name)),
    );
    for (const { name } of columns) seen.add(name);
    return columns.map((column) => ({
      ...column,
      nullable: column.nullable || source.optional,
      expression: null,
    }));
  });
}
