import type { Select } from '@suitewright/suiteql';
import { unknownIdentifier, unsupported } from '../rejection.js';
import type { Context, OutputColumn } from './context.js';
import { rejectCondition } from './convert.js';
import type { Fragment } from './fragment.js';
import { type Scope, type Source, sourcesNamed } from './scope.js';

/** Translates the SELECT list: the columns of the result, stars expanded. */
export function selectList(node: Select, scope: Scope, context: Context): readonly OutputColumn[] {
  const columns: OutputColumn[] = [];
  const prefix = scope.sources.some(mayHoldResultName) ? `${context.uniqueName('c')}_` : 'c';
  let unnamed = 0;
  const add = (name: string, fragment: Fragment): void => {
    rejectCondition(fragment);
    columns.push({ name, sqlName: `${prefix}${columns.length + 1}`, fragment });
  };
  for (const item of node.columns) {
    if (item.kind === 'star') {
      const sources = item.qualifier === null ? scope.sources : sourcesNamed(scope, item.qualifier);
      if (item.qualifier !== null && sources.length === 0) {
        const available = scope.sources.map(({ alias, title }) => [alias ?? '', title] as const);
        throw unknownIdentifier(item.qualifier.text, available);
      }
      if (sources.length === 0) throw unsupported('SELECT * has no FROM.');
      for (const source of sources) {
        for (const name of source.columnNames) {
          const fragment = source.column(name);
          if (fragment !== undefined) add(name, fragment);
        }
      }
      continue;
    }
    const fragment = context.expression(item.expression, scope);
    if (item.alias !== null) add(item.alias.name, fragment);
    else if (item.expression.kind === 'column') add(item.expression.name.name, fragment);
    // Assumed: NetSuite names the expressions without an alias expr1, expr2, … in their order.
    else add(`expr${++unnamed}`, fragment);
  }
  return columns;
}

/** In an expression of ORDER BY, SQLite takes a name for a column of a source before it takes it for one of the result. */
function mayHoldResultName({ table, columnNames }: Source): boolean {
  return table === null || columnNames.some((name) => /^c\d+$/.test(name));
}

export function selectListSql(columns: readonly OutputColumn[]): string {
  return columns.map(({ fragment, sqlName }) => `${fragment.sql} AS ${sqlName}`).join(', ');
}
