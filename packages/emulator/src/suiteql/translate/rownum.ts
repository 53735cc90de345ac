import type { ComparisonOperator, Expression } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { findInBlock } from './find-in-block.js';
import type { Fragment } from './fragment.js';
import { allOf } from './outer-joins.js';
import type { Source } from './scope.js';

export interface RownumLimit {
  /** How many rows the conditions on ROWNUM let through; null: no such condition. */
  readonly limit: number | null;
  readonly where: Expression | null;
}

/** Whether a part of a SELECT, not counting queries inside it, asks for ROWNUM. */
export function mentionsRownum(root: unknown): boolean {
  return findInBlock(root, (node) => node.kind === 'pseudo-column' && node.name === 'rownum');
}

/**
 * Takes the conditions on ROWNUM out of WHERE. They must be joined by AND to the rest.
 *
 * Oracle numbers a row when it passes, so that `ROWNUM > 1` and `ROWNUM = 2` never let one through.
 */
export function takeRownumLimit(
  where: Expression | null,
  constantOf: (node: Expression) => Fragment['constant'],
): RownumLimit {
  if (where === null || !mentionsRownum(where)) return { limit: null, where };
  const operands = where.kind === 'logical' && where.operator === 'and' ? where.operands : [where];
  const limits = operands.filter(mentionsRownum).map((operand) => limitOf(operand, constantOf));
  return {
    limit: Math.max(0, Math.min(...limits)),
    where: allOf(
      operands.filter((operand) => !mentionsRownum(operand)),
      where,
    ),
  };
}

const mirrored: Readonly<Record<ComparisonOperator, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};

function limitOf(node: Expression, constantOf: (node: Expression) => Fragment['constant']): number {
  const numberOf = (side: Expression): number => {
    const value = Number(constantOf(side) ?? Number.NaN);
    if (Number.isNaN(value)) throw unsupported('ROWNUM is compared with something that is no number.');
    return value;
  };
  if (node.kind === 'comparison' && isRownum(node.left)) return bound(node.operator, numberOf(node.right));
  if (node.kind === 'comparison' && isRownum(node.right))
    return bound(mirrored[node.operator], numberOf(node.left));
  if (node.kind === 'between' && !node.negated && isRownum(node.operand)) {
    return bound('>=', numberOf(node.low)) === 0 ? 0 : bound('<=', numberOf(node.high));
  }
  throw unsupported('ROWNUM is emulated in WHERE only as a comparison with a number, joined by AND.');
}

function isRownum(node: Expression): boolean {
  return node.kind === 'pseudo-column' && node.name === 'rownum';
}

function bound(operator: ComparisonOperator, value: number): number {
  switch (operator) {
    case '<':
      return Math.ceil(value) - 1;
    case '<=':
      return Math.floor(value);
    case '=':
      return value === 1 ? 1 : 0;
    case '<>':
      return Number.isInteger(value) && value >= 1 ? value - 1 : Number.MAX_SAFE_INTEGER;
    case '>':
      return value < 1 ? Number.MAX_SAFE_INTEGER : 0;
    case '>=':
      return value <= 1 ? Number.MAX_SAFE_INTEGER : 0;
  }
}

/** Sources whose columns are read through a numbered subquery. */
export interface NumberedSources {
  readonly sources: readonly Source[];
  /** The SELECT list of the subquery: what was read so far. */
  readonly selectList: () => string;
}

/** Makes every column that is read from the sources a column of the subquery `name`. */
export function numberedSources(sources: readonly Source[], name: string): NumberedSources {
  const captured = new Map<string, string>();
  const capture = (sql: string): string => {
    const known = captured.get(sql) ?? `k${captured.size + 1}`;
    captured.set(sql, known);
    return `${name}.${known}`;
  };
  const through = (fragment: Fragment): Fragment => {
    const { column, ...rest } = fragment;
    if (column === undefined) return { ...rest, sql: capture(fragment.sql) };
    const sibling = (other: string): string | undefined => {
      const sql = column.sibling(other);
      return sql === undefined ? undefined : capture(sql);
    };
    return { ...rest, sql: capture(fragment.sql), column: { origin: column.origin, sibling } };
  };
  return {
    sources: sources.map((source) => ({
      ...source,
      column: (columnName) => {
        const found = source.column(columnName);
        return found === undefined ? undefined : through(found);
      },
    })),
    selectList: () => [...captured].map(([sql, key]) => `${sql} AS ${key}`).join(', '),
  };
}
