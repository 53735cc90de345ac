import { type ColumnKind, checkedKind } from '../../column-kind.js';
import type { ValueOfKind } from '../../raw/declared-row.js';
import { type Expression, expression } from '../expression.js';
import { valueNode } from './call.js';

/**
 * A plain value as an expression: to select it, or to compare it with a column from the left.
 *
 * @param kind What it is. Default: what it looks like; a date needs `'date'`. Null: NULL of that kind.
 * @throws {TypeError} It is no value of the kind.
 */
export function value(of: string): Expression<string>;
export function value(of: number): Expression<number>;
export function value(of: boolean): Expression<boolean>;
export function value<Kind extends ColumnKind>(
  of: string | number | boolean,
  kind: Kind,
): Expression<ValueOfKind<Kind>>;
export function value<Kind extends ColumnKind>(of: null, kind: Kind): Expression<ValueOfKind<Kind> | null>;
export function value(of: unknown, kind?: ColumnKind): Expression<unknown> {
  const known = kind === undefined ? undefined : checkedKind(kind, 'value()');
  if (of === null) return expression({ type: 'null', kind: known ?? 'text' });
  return expression(valueNode(of, 'value()', known));
}
