import type { Call, Expression } from '../ast.js';
import { functionCatalogue } from '../functions/catalogue.js';
import { type CheckState, type Report, reportError, reportWarning } from './state.js';

/**
 * Whether the kind that was found for an expression is sure: that of a literal, of a count, of a column whose kind the
 * account confirmed, and of what is computed from these.
 */
export function isCertain(state: CheckState, expression: Expression): boolean {
  const areCertain = (list: readonly Expression[]): boolean => list.every((item) => isCertain(state, item));
  switch (expression.kind) {
    case 'string':
    case 'number':
    case 'null':
    case 'pseudo-column':
    case 'interval':
    case 'extract':
    case 'trim':
    case 'cast':
      return true;
    case 'column':
      return state.columns.get(expression)?.column.certain ?? false;
    case 'unary':
      return isCertain(state, expression.operand);
    case 'operation':
      if (expression.rest.every(({ operator }) => operator === '||')) return true;
      return areCertain([expression.first, ...expression.rest.map(({ value }) => value)]);
    case 'case': {
      const { branches, otherwise } = expression;
      return areCertain([...branches.map(({ then }) => then), ...(otherwise === null ? [] : [otherwise])]);
    }
    case 'call':
      return isCertainCall(expression, areCertain);
    case 'subquery':
      return state.outputs.get(expression.query)?.[0]?.certain ?? false;
    default:
      return false;
  }
}

/** Reports what follows from the kinds of expressions: an error where all of them are certain, else a warning. */
export function reportByKinds(state: CheckState, expressions: readonly Expression[], report: Report): void {
  const areCertain = expressions.every((expression) => isCertain(state, expression));
  (areCertain ? reportError : reportWarning)(state, report);
}

function isCertainCall(
  { namespace, name, arguments: given }: Call,
  areCertain: (list: readonly Expression[]) => boolean,
): boolean {
  if (namespace !== null) return false;
  switch (functionCatalogue.get(name.text.toUpperCase())?.result) {
    case undefined:
    case 'unknown':
      return false;
    case 'first':
    case 'common':
    case 'rounded':
    case 'measured':
    case 'chosen':
    case 'decoded':
      return areCertain(given);
    default:
      return true;
  }
}
