// One file, though long: queries and expressions contain each other, and a printer has no other rooms.

import type {
  Call,
  Expression,
  Frame,
  FrameBound,
  FromItem,
  GroupingElement,
  Identifier,
  Join,
  OrderItem,
  Query,
  Select,
  SelectItem,
  Star,
  TableSource,
  Trim,
  TypeName,
  Window,
} from './ast.js';
import { RESERVED_AS_ALIAS } from './parser/words.js';

/** How tightly a kind of expression binds; what is not listed never needs parentheses. */
const PRECEDENCE = {
  or: 1,
  and: 2,
  not: 3,
  predicate: 4,
  additive: 5,
  multiplicative: 6,
  unary: 7,
  primary: 8,
};

/**
 * Writes a tree as SuiteQL, on one line: keywords in upper case, names as they were written, parentheses
 * only where the tree needs them. `parse(print(tree))` is the same tree, but for its ranges.
 */
export function print(query: Query): string {
  return printQuery(query);
}

/** Writes one expression of a tree, as `print` would. */
export function printExpression(expression: Expression): string {
  return write(expression, PRECEDENCE.or);
}

function printQuery(query: Query): string {
  const parts: string[] = [];
  if (query.with.length > 0) parts.push(`WITH ${query.with.map(printCommonTable).join(', ')}`);
  if (query.body.kind === 'compound') {
    parts.push(printTerm(query.body.first));
    for (const { operator, query: term } of query.body.rest)
      parts.push(operator.toUpperCase(), printTerm(term));
  } else {
    parts.push(printTerm(query.body));
  }
  if (query.orderBy.length > 0) parts.push(printOrderBy(query.orderBy));
  if (query.offset !== null) parts.push(`OFFSET ${printCount(query.offset)} ROWS`);
  if (query.fetch !== null) {
    const { count, percent, withTies } = query.fetch;
    const amount = `${count === null ? '' : `${printCount(count)} `}${percent ? 'PERCENT ' : ''}`;
    parts.push(`FETCH FIRST ${amount}ROWS ${withTies ? 'WITH TIES' : 'ONLY'}`);
  }
  return parts.join(' ');
}

function printTerm(term: Select | Query): string {
  return term.kind === 'select' ? printSelect(term) : `(${printQuery(term)})`;
}

function printCommonTable({ name, columns, query }: Query['with'][number]): string {
  const list = columns === null ? '' : ` (${columns.map(printName).join(', ')})`;
  return `${printName(name)}${list} AS (${printQuery(query)})`;
}

function printSelect(select: Select): string {
  const parts = ['SELECT'];
  if (select.distinct) parts.push('DISTINCT');
  if (select.top !== null) parts.push(`TOP ${printCount(select.top)}`);
  parts.push(select.columns.map(printSelectItem).join(', '));
  if (select.from.length > 0) parts.push(`FROM ${select.from.map(printFromItem).join(', ')}`);
  if (select.where !== null) parts.push(`WHERE ${printExpression(select.where)}`);
  if (select.groupBy.length > 0) parts.push(`GROUP BY ${select.groupBy.map(printGrouping).join(', ')}`);
  if (select.having !== null) parts.push(`HAVING ${printExpression(select.having)}`);
  return parts.join(' ');
}

/** A row count or offset. Anything but a literal stands in parentheses, lest it be taken for a keyword. */
function printCount(count: Expression): string {
  const text = printExpression(count);
  return count.kind === 'number' || count.kind === 'parameter' ? text : `(${text})`;
}

function printSelectItem(item: SelectItem | Star): string {
  if (item.kind === 'star') return item.qualifier === null ? '*' : `${printName(item.qualifier)}.*`;
  const text = printExpression(item.expression);
  return item.alias === null ? text : `${text} AS ${printName(item.alias)}`;
}

function printFromItem(item: FromItem): string {
  return [printSource(item.source), ...item.joins.map(printJoin)].join(' ');
}

function printJoin({ type, source, on, using }: Join): string {
  const word = type === 'inner' ? 'JOIN' : `${type.toUpperCase()} JOIN`;
  const text = `${word} ${printSource(source)}`;
  if (on !== null) return `${text} ON ${printExpression(on)}`;
  return using === null ? text : `${text} USING (${using.map(printName).join(', ')})`;
}

function printSource(source: TableSource): string {
  if (source.kind === 'nested-join') return `(${printFromItem(source.item)})`;
  const text = source.kind === 'table' ? printName(source.name) : `(${printQuery(source.query)})`;
  const { alias } = source;
  if (alias === null) return text;
  const as = !alias.quoted && RESERVED_AS_ALIAS.has(alias.name) ? ' AS' : '';
  return `${text}${as} ${printName(alias)}`;
}

function printGrouping(element: GroupingElement): string {
  switch (element.kind) {
    case 'rollup':
    case 'cube':
      return `${element.kind.toUpperCase()} (${printList(element.items)})`;
    case 'grouping-sets':
      return `GROUPING SETS (${element.items.map(printGrouping).join(', ')})`;
    default:
      return printExpression(element);
  }
}

function printOrderBy(items: readonly OrderItem[]): string {
  return `ORDER BY ${items.map(printOrderItem).join(', ')}`;
}

function printOrderItem({ expression, direction, nulls }: OrderItem): string {
  return `${printExpression(expression)} ${direction.toUpperCase()}${nulls === null ? '' : ` NULLS ${nulls.toUpperCase()}`}`;
}

function printName({ text, quoted }: Identifier): string {
  return quoted ? `"${text.replaceAll('"', '""')}"` : text;
}

function printString(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function printList(items: readonly Expression[]): string {
  return items.map(printExpression).join(', ');
}

/** Writes an expression, in parentheses when it binds looser than `minimum`. */
function write(expression: Expression, minimum: number): string {
  const text = writeBare(expression);
  return precedenceOf(expression) < minimum ? `(${text})` : text;
}

function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case 'logical':
      return PRECEDENCE[expression.operator];
    case 'not':
      return PRECEDENCE.not;
    case 'comparison':
    case 'quantified-comparison':
    case 'between':
    case 'in':
    case 'like':
    case 'is-null':
      return PRECEDENCE.predicate;
    case 'operation': {
      const operator = expression.rest[0]?.operator;
      return operator === '*' || operator === '/' ? PRECEDENCE.multiplicative : PRECEDENCE.additive;
    }
    case 'unary':
      return PRECEDENCE.unary;
    default:
      return PRECEDENCE.primary;
  }
}

function writeBare(expression: Expression): string {
  switch (expression.kind) {
    case 'column': {
      const qualifier = expression.qualifier === null ? '' : `${printName(expression.qualifier)}.`;
      return `${qualifier}${printName(expression.name)}${expression.outer ? ' (+)' : ''}`;
    }
    case 'pseudo-column':
      return expression.name.toUpperCase();
    case 'string':
      return printString(expression.value);
    case 'number':
      return expression.text;
    case 'boolean':
      return expression.value ? 'TRUE' : 'FALSE';
    case 'null':
      return 'NULL';
    case 'parameter':
      return expression.name === null ? '?' : `:${expression.name}${expression.list ? '[]' : ''}`;
    case 'unary': {
      const operand = write(expression.operand, PRECEDENCE.unary);
      // Two signs side by side would begin a comment.
      return `${expression.operator}${/^[+-]/.test(operand) ? ' ' : ''}${operand}`;
    }
    case 'operation': {
      const tighter = precedenceOf(expression) + 1;
      const rest = expression.rest.map(({ operator, value }) => ` ${operator} ${write(value, tighter)}`);
      return write(expression.first, tighter) + rest.join('');
    }
    case 'call':
      return printCall(expression);
    case 'case': {
      const operand = expression.operand === null ? '' : ` ${printExpression(expression.operand)}`;
      const branches = expression.branches.map(
        ({ when, then }) => ` WHEN ${printExpression(when)} THEN ${printExpression(then)}`,
      );
      const otherwise = expression.otherwise === null ? '' : ` ELSE ${printExpression(expression.otherwise)}`;
      return `CASE${operand}${branches.join('')}${otherwise} END`;
    }
    case 'cast':
      return `CAST(${printExpression(expression.operand)} AS ${printType(expression.type)})`;
    case 'extract':
      return `EXTRACT(${expression.field.toUpperCase()} FROM ${printExpression(expression.source)})`;
    case 'trim':
      return printTrim(expression);
    case 'interval': {
      const to = expression.to === null ? '' : ` TO ${expression.to.toUpperCase()}`;
      return `INTERVAL ${printString(expression.value)} ${expression.from.toUpperCase()}${to}`;
    }
    case 'subquery':
      return `(${printQuery(expression.query)})`;
    case 'row':
      return `(${printList(expression.items)})`;
    case 'exists':
      return `EXISTS (${printQuery(expression.query)})`;
    case 'logical': {
      const tighter = PRECEDENCE[expression.operator] + 1;
      const operands = expression.operands.map((operand) => write(operand, tighter));
      return operands.join(` ${expression.operator.toUpperCase()} `);
    }
    case 'not':
      return `NOT ${write(expression.operand, PRECEDENCE.not)}`;
    default:
      return printPredicate(expression);
  }
}

type Predicate = Extract<
  Expression,
  { kind: 'comparison' | 'quantified-comparison' | 'between' | 'in' | 'like' | 'is-null' }
>;

function printPredicate(predicate: Predicate): string {
  if (predicate.kind === 'comparison') {
    return `${writeValue(predicate.left)} ${predicate.operator} ${writeValue(predicate.right)}`;
  }
  const operand = writeValue(predicate.operand);
  if (predicate.kind === 'quantified-comparison') {
    const { operator, quantifier, source } = predicate;
    const list = source.kind === 'list' ? `(${printList(source.items)})` : writeBare(source);
    return `${operand} ${operator} ${quantifier.toUpperCase()} ${list}`;
  }
  const not = predicate.negated ? 'NOT ' : '';
  switch (predicate.kind) {
    case 'between':
      return `${operand} ${not}BETWEEN ${writeValue(predicate.low)} AND ${writeValue(predicate.high)}`;
    case 'in': {
      const { source } = predicate;
      return `${operand} ${not}IN ${source.kind === 'list' ? `(${printList(source.items)})` : writeBare(source)}`;
    }
    case 'like': {
      const escapeClause = predicate.escape === null ? '' : ` ESCAPE ${writeValue(predicate.escape)}`;
      return `${operand} ${not}LIKE ${writeValue(predicate.pattern)}${escapeClause}`;
    }
    case 'is-null':
      return `${operand} IS ${not}NULL`;
  }
}

function writeValue(expression: Expression): string {
  return write(expression, PRECEDENCE.additive);
}

function printCall(call: Call): string {
  const name =
    call.namespace === null ? printName(call.name) : `${printName(call.namespace)}.${printName(call.name)}`;
  const values = call.star ? '*' : printList(call.arguments);
  const parts = [`${name}(${call.distinct ? 'DISTINCT ' : ''}${values})`];
  if (call.withinGroup !== null) parts.push(`WITHIN GROUP (${printOrderBy(call.withinGroup)})`);
  if (call.keep !== null) {
    parts.push(`KEEP (DENSE_RANK ${call.keep.rank.toUpperCase()} ${printOrderBy(call.keep.orderBy)})`);
  }
  if (call.nulls !== null) parts.push(`${call.nulls.toUpperCase()} NULLS`);
  if (call.over !== null) parts.push(`OVER (${printWindow(call.over)})`);
  return parts.join(' ');
}

function printWindow({ partitionBy, orderBy, frame }: Window): string {
  const parts: string[] = [];
  if (partitionBy.length > 0) parts.push(`PARTITION BY ${printList(partitionBy)}`);
  if (orderBy.length > 0) parts.push(printOrderBy(orderBy));
  if (frame !== null) parts.push(printFrame(frame));
  return parts.join(' ');
}

function printFrame({ unit, from, to }: Frame): string {
  const start = printFrameBound(from);
  return `${unit.toUpperCase()} ${to === null ? start : `BETWEEN ${start} AND ${printFrameBound(to)}`}`;
}

function printFrameBound({ at, offset }: FrameBound): string {
  return `${offset === null ? '' : `${printCount(offset)} `}${at.toUpperCase()}`;
}

function printTrim({ side, characters, source }: Trim): string {
  if (side === null && characters === null) return `TRIM(${printExpression(source)})`;
  const parts: string[] = [];
  if (side !== null) parts.push(side.toUpperCase());
  // In parentheses, a column called LEADING is not taken for the side.
  if (characters !== null)
    parts.push(characters.kind === 'string' ? writeBare(characters) : `(${printExpression(characters)})`);
  return `TRIM(${parts.join(' ')} FROM ${printExpression(source)})`;
}

function printType({ name, sizes, unit }: TypeName): string {
  const [first = '', ...rest] = name.toUpperCase().split(' ');
  const counted = unit === null ? '' : ` ${unit.toUpperCase()}`;
  const size = sizes.length === 0 ? '' : `(${sizes.join(', ')}${counted})`;
  // As in TIMESTAMP(6) WITH TIME ZONE.
  return [`${first}${size}`, ...rest].join(' ');
}
