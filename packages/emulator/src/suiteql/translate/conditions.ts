import type {
  Between,
  Comparison,
  Exists,
  Expression,
  In,
  IsNull,
  Like,
  Logical,
  Not,
  QuantifiedComparison,
} from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { escapesSpecials, wrongEscape } from '../sqlite/text-functions.js';
import { balanced } from './balanced.js';
import { comparable, compare, comparisonSql } from './compare.js';
import type { Context } from './context.js';
import { asText, rejectCondition } from './convert.js';
import { condition, type Fragment, textLiteral } from './fragment.js';
import { logicalChain } from './logical-chain.js';
import { quantifiedRow, rowComparison, rowMembership } from './row-conditions.js';
import type { Scope } from './scope.js';

/** What Oracle allows in one IN list. */
const maximumListLength = 1000;

export function comparison(node: Comparison, scope: Scope, context: Context): Fragment {
  if (node.left.kind === 'row' || node.right.kind === 'row') return rowComparison(node, scope, context);
  const left = context.expression(node.left, scope);
  const right = context.expression(node.right, scope);
  const { operator } = node;
  const sql = comparable(operator, { left, right }, context);
  const whole = condition(comparisonSql(operator, sql));
  const isEquality = operator === '=' || operator === '<>';
  return isEquality && right.notNull === true
    ? { ...whole, equality: { operator, left: sql.left, right: sql.right } }
    : whole;
}

export function between(node: Between, scope: Scope, context: Context): Fragment {
  const operand = context.expression(node.operand, scope);
  const low = comparable('>=', { left: operand, right: context.expression(node.low, scope) }, context);
  const high = comparable('<=', { left: operand, right: context.expression(node.high, scope) }, context);
  const not = node.negated ? 'NOT ' : '';
  if (low.left === high.left && low.doubles === undefined)
    return condition(`(${low.left} ${not}BETWEEN ${low.right} AND ${high.right})`);
  return condition(`(${not}(${comparisonSql('>=', low)} AND ${comparisonSql('<=', high)}))`);
}

export function inCondition(node: In, scope: Scope, context: Context): Fragment {
  const { operand: given, source } = node;
  if (source.kind === 'list' && source.items.length > maximumListLength) {
    throw unsupported(`An IN list holds ${source.items.length} values. Oracle allows ${maximumListLength}.`);
  }
  if (given.kind === 'row') return rowMembership({ ...node, operand: given }, scope, context);
  const not = node.negated ? 'NOT ' : '';
  if (source.kind === 'subquery') {
    const query = context.query(source.query, scope);
    const [column] = query.columns;
    if (column === undefined || query.columns.length > 1) {
      throw unsupported('The query of an IN condition must yield one column.');
    }
    const name = context.uniqueName('q');
    const value: Fragment = { ...column.fragment, sql: `${name}.${column.sqlName}` };
    const operand = context.expression(node.operand, scope);
    const { left, right } = comparable('=', { left: operand, right: value }, context);
    const values = right === value.sql ? query.sql : `SELECT ${right} FROM (${query.sql}) AS ${name}`;
    return condition(`(${left} ${not}IN (${values}))`);
  }
  if (source.kind === 'call') {
    // A function that yields a set brings its own parentheses.
    const left = context.expression(node.operand, scope);
    return condition(`(${left.sql} ${not}IN ${context.expression(source, scope).sql})`);
  }
  const operand = context.expression(node.operand, scope);
  const pairs = source.items.map((item) =>
    comparable('=', { left: operand, right: context.expression(item, scope) }, context),
  );
  const left = pairs[0]?.left ?? operand.sql;
  if (pairs.every((pair) => pair.left === left)) {
    return condition(`(${left} ${not}IN (${pairs.map(({ right }) => right).join(', ')}))`);
  }
  return condition(
    `(${not}${balanced(
      pairs.map((pair) => `${pair.left} = ${pair.right}`),
      'OR',
    )})`,
  );
}

/** `x > ALL (…)`, `x = ANY (…)`. SQLite has neither: they are said with aggregates, or with AND and OR. */
export function quantifiedComparison(node: QuantifiedComparison, scope: Scope, context: Context): Fragment {
  const { operand, operator, quantifier, source } = node;
  if (operand.kind === 'row') return quantifiedRow({ ...node, operand }, scope, context);
  const left = context.expression(operand, scope);
  if (source.kind === 'list') {
    const parts = source.items.map((item) =>
      compare(operator, { left, right: context.expression(item, scope) }, context),
    );
    return condition(balanced(parts, quantifier === 'all' ? 'AND' : 'OR'));
  }
  const query = context.query(source.query, scope);
  const [column] = query.columns;
  if (column === undefined || query.columns.length > 1) {
    throw unsupported(`The query behind ${quantifier.toUpperCase()} must yield one column.`);
  }
  const name = context.uniqueName('q');
  const right: Fragment = { ...column.fragment, sql: `${name}.${column.sqlName}` };
  const test = compare(operator, { left, right }, context);
  // One decisive row settles it; without one, a row that cannot be compared leaves it unknown.
  const [decisive, otherwise] = quantifier === 'all' ? ['min(t) = 0', 1] : ['max(t) = 1', 0];
  const found = `CASE WHEN ${decisive} THEN ${1 - otherwise} WHEN count(*) > count(t) THEN NULL ELSE ${otherwise} END`;
  return condition(`(SELECT ${found} FROM (SELECT ${test} AS t FROM (${query.sql}) AS ${name}))`);
}

export function like(node: Like, scope: Scope, context: Context): Fragment {
  const operand = asText(context.expression(node.operand, scope));
  const pattern = context.expression(node.pattern, scope);
  const not = node.negated ? 'NOT ' : '';
  if (node.escape === null) return condition(`(${operand} ${not}LIKE ${asText(pattern)})`);
  const character = context.expression(node.escape, scope);
  if (typeof character.constant !== 'string' || [...character.constant].length !== 1) {
    throw unsupported('ESCAPE takes one character (ORA-01425).');
  }
  const checked = checkedPattern(pattern, character.constant);
  return condition(`(${operand} ${not}LIKE ${checked} ESCAPE ${character.sql})`);
}

function checkedPattern(pattern: Fragment, marker: string): string {
  if (typeof pattern.constant !== 'string') return `sw_pattern(${asText(pattern)}, ${textLiteral(marker)})`;
  if (!escapesSpecials(pattern.constant, marker)) throw unsupported(wrongEscape);
  return pattern.sql;
}

export function isNull(node: IsNull, scope: Scope, context: Context): Fragment {
  const operand = context.expression(node.operand, scope);
  rejectCondition(operand);
  return condition(`(${operand.sql} IS ${node.negated ? 'NOT ' : ''}NULL)`);
}

export function exists(node: Exists, scope: Scope, context: Context): Fragment {
  return condition(`EXISTS (${context.query(node.query, scope).sql})`);
}

export function logical(node: Logical, scope: Scope, context: Context): Fragment {
  const operands = node.operands.map((operand) => conditionFragment(operand, scope, context));
  return condition(logicalChain(operands, node.operator));
}

export function not(node: Not, scope: Scope, context: Context): Fragment {
  return condition(`(NOT ${conditionSql(node.operand, scope, context)})`);
}

/**
 * A condition as SQL.
 *
 * @throws {SuiteqlRejection} The expression is a value.
 */
export function conditionSql(node: Expression, scope: Scope, context: Context): string {
  return conditionFragment(node, scope, context).sql;
}

function conditionFragment(node: Expression, scope: Scope, context: Context): Fragment {
  const fragment = context.expression(node, scope);
  if (fragment.kind !== 'condition') throw unsupported('A value is used where a condition is called for.');
  return fragment;
}
