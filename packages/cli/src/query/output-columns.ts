import { parse, type Query, type Select } from '@suitewright/suiteql';

/**
 * The columns of a statement in the order that it names them: rows come with their keys sorted, and
 * without those that are NULL. Null: the statement alone does not tell (`*`, an expression without a name).
 */
export function outputColumns(text: string): readonly string[] | null {
  const select = firstSelect(text);
  if (select === null) return null;
  const columns: string[] = [];
  for (const item of select.columns) {
    if (item.kind === 'star') return null;
    const { alias, expression } = item;
    if (alias !== null) columns.push(alias.name);
    else if (expression.kind === 'column') columns.push(expression.name.name);
    else return null;
  }
  return columns;
}

function firstSelect(text: string): Select | null {
  let query: Query | Select;
  try {
    query = parse(text);
  } catch {
    // Whether a statement is right is NetSuite's to say; here only its layout depends on it.
    return null;
  }
  while (query.kind === 'query') {
    query = query.body.kind === 'compound' ? query.body.first : query.body;
  }
  return query;
}
