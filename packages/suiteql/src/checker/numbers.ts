import type { Call, Expression } from '../ast.js';
import { type CheckState, reportError } from './state.js';

/** The number that a literal is, with a sign in front or not; null: it is no literal. */
export function literalNumber(expression: Expression | undefined): number | null {
  if (expression?.kind === 'number') return Number(expression.text);
  if (expression?.kind !== 'unary') return null;
  const operand = literalNumber(expression.operand);
  return operand === null || expression.operator === '+' ? operand : -operand;
}

interface Domain {
  /** Which argument. */
  readonly at: number;
  readonly holds: (value: number) => boolean;
  readonly says: string;
}

const above0: Domain = { at: 0, holds: (value) => value > 0, says: 'a number above 0' };
const within1: Domain = { at: 0, holds: (value) => Math.abs(value) <= 1, says: 'a number from -1 to 1' };

/** @see Oracle Database 19c SQL Language Reference, under the name of each function; ORA-01428 */
const DOMAINS: Readonly<Record<string, readonly Domain[]>> = {
  SQRT: [{ at: 0, holds: (value) => value >= 0, says: 'no number below 0' }],
  LN: [above0],
  LOG: [above0, { ...above0, at: 1 }],
  ACOS: [within1],
  ASIN: [within1],
};

/** Reports a literal that a function of numbers is not defined for. */
export function checkDomain(state: CheckState, call: Call, name: string): void {
  for (const { at, holds, says } of DOMAINS[name] ?? []) {
    const argument = call.arguments[at];
    const value = literalNumber(argument);
    if (argument === undefined || value === null || holds(value)) continue;
    reportError(state, {
      code: 'argument-range',
      at: argument,
      message: `${name} takes ${says}: Oracle refuses ${value} (ORA-01428).`,
    });
  }
}
