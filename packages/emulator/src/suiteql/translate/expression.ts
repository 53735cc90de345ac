import type { Case, Expression, Parameter, PseudoColumn } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { operation, unary } from './arithmetic.js';
import { call } from './call.js';
import { cast } from './cast.js';
import { compare } from './compare.js';
import {
  between,
  comparison,
  conditionSql,
  exists,
  inCondition,
  isNull,
  like,
  logical,
  not,
  quantifiedComparison,
} from './conditions.js';
import type { Context } from './context.js';
import { extract } from './extract.js';
import { constant, type Fragment, nullFragment, numberLiteral } from './fragment.js';
import { interval } from './interval.js';
import { resolveColumn, type Scope } from './scope.js';
import { singleRow } from './single-row.js';
import { trim } from './text.js';
import { sameKind } from './unify.js';

/** Translates an expression or condition. */
export function expression(node: Expression, scope: Scope, context: Context): Fragment {
  const fragment = scope.grouping?.isAbsent(node) === true ? nullFragment : translate(node, scope, context);
  // Columns are told by what they stand for, however they are qualified.
  if (node.kind !== 'column' || scope.grouping?.isAbsentColumn(fragment) !== true) return fragment;
  return { sql: 'NULL', kind: fragment.kind };
}

function translate(node: Expression, scope: Scope, context: Context): Fragment {
  switch (node.kind) {
    case 'column':
      return resolveColumn(scope, node.qualifier, node.name);
    case 'pseudo-column':
      return pseudoColumn(node, scope, context);
    case 'string':
      return constant(node.value);
    case 'number':
      return numberLiteral(node.text) ?? nullFragment;
    case 'boolean':
      throw unsupported("SuiteQL has no TRUE and FALSE. Compare with 'T' or 'F'.");
    case 'null':
      return nullFragment;
    case 'parameter':
      return parameter(node, context);
    case 'unary':
      return unary(node, scope, context);
    case 'operation':
      return operation(node, scope, context);
    case 'call':
      return call(node, scope, context);
    case 'case':
      return caseExpression(node, scope, context);
    case 'cast':
      return cast(node, scope, context);
    case 'extract':
      return extract(node, scope, context);
    case 'trim':
      return trim(node, scope, context);
    case 'interval':
      return interval(node);
    case 'subquery': {
      const query = context.query(node.query, scope);
      const [column] = query.columns;
      if (column === undefined || query.columns.length > 1) {
        throw unsupported('A query that is used as a value must yield one column.');
      }
      const { kind, wide } = column.fragment;
      return { sql: `(${singleRow(node.query, query, context)})`, kind, wide: wide === true };
    }
    case 'row':
      throw unsupported('A row of values is used where one value is called for.');
    case 'logical':
      return logical(node, scope, context);
    case 'not':
      return not(node, scope, context);
    case 'comparison':
      return comparison(node, scope, context);
    case 'quantified-comparison':
      return quantifiedComparison(node, scope, context);
    case 'between':
      return between(node, scope, context);
    case 'in':
      return inCondition(node, scope, context);
    case 'like':
      return like(node, scope, context);
    case 'is-null':
      return isNull(node, scope, context);
    case 'exists':
      return exists(node, scope, context);
  }
}

function pseudoColumn(node: PseudoColumn, scope: Scope, context: Context): Fragment {
  if (node.name !== 'rownum') return { sql: String(context.now()), kind: 'datetime', notNull: true };
  if (scope.rownum === undefined) {
    throw unsupported('ROWNUM is emulated in the SELECT list, in ORDER BY, and as ROWNUM <= n in WHERE.');
  }
  return scope.rownum;
}

function parameter(node: Parameter, context: Context): Fragment {
  const value = context.parameters[node.index];
  if (value === undefined) {
    const count = context.parameters.length;
    throw unsupported(`The statement has a parameter ${node.index + 1}, and ${count} values were given.`);
  }
  return { ...constant(typeof value === 'boolean' ? (value ? 'T' : 'F') : value), isParameter: true };
}

function caseExpression(node: Case, scope: Scope, context: Context): Fragment {
  const operand = node.operand === null ? null : context.expression(node.operand, scope);
  const whens = node.branches.map(({ when }) => {
    if (operand === null) return conditionSql(when, scope, context);
    const right = context.expression(when, scope);
    sameKind([operand, right], 'CASE');
    return compare('=', { left: operand, right }, context);
  });
  const values = node.branches.map(({ then }) => context.expression(then, scope));
  const otherwise = node.otherwise === null ? nullFragment : context.expression(node.otherwise, scope);
  const { kind, sql, wide } = sameKind([...values, otherwise], 'CASE');
  const branches = whens.map((when, index) => `WHEN ${when} THEN ${sql[index]}`);
  return { sql: `CASE ${branches.join(' ')} ELSE ${sql.at(-1)} END`, kind, wide };
}
