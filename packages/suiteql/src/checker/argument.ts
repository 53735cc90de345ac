import type { Call, Expression } from '../ast.js';
import type { ValueKind, ValueType } from '../bindings.js';
import type { ArgumentDefinition, ArgumentType, FunctionDefinition } from '../functions/definition.js';
import { reportByKinds } from './certainty.js';
import { isMoment, isNumeric, nameKind } from './kinds.js';
import { NUMBER_TEXT } from './number-text.js';
import { type CheckState, inferParameter, reportError, reportWarning } from './state.js';

/** Checks number and types of the arguments of a call. */
export function checkArguments(
  state: CheckState,
  call: Call,
  definition: FunctionDefinition,
  types: readonly ValueType[],
): void {
  if (!call.star || definition.name !== 'COUNT') checkCount(state, call, definition);
  call.arguments.forEach((argument, index) => {
    const expected = definition.arguments[index] ?? lastRepeated(definition);
    const kind = types[index]?.kind;
    if (expected === undefined || kind === undefined) return;
    checkType(state, definition, { expected, argument, kind });
    checkChoice(state, definition, expected, argument);
  });
}

function lastRepeated({ arguments: list }: FunctionDefinition): ArgumentDefinition | undefined {
  const last = list.at(-1);
  return last?.repeated ? last : undefined;
}

function checkCount(state: CheckState, call: Call, definition: FunctionDefinition): void {
  const least = definition.arguments.filter(({ optional }) => !optional).length;
  const most =
    lastRepeated(definition) === undefined ? definition.arguments.length : Number.POSITIVE_INFINITY;
  const count = call.arguments.length;
  if (!call.star && count >= least && count <= most) return;
  const wanted = least === most ? `${least}` : count < least ? `at least ${least}` : `at most ${most}`;
  reportError(state, {
    code: 'argument-count',
    at: call,
    message: call.star
      ? `Only COUNT takes *, not ${definition.name}.`
      : `${definition.name} takes ${wanted} argument${wanted.endsWith(' 1') || wanted === '1' ? '' : 's'}, not ${count}.`,
    hint: `It is ${definition.signature}.`,
  });
}

interface GivenArgument {
  readonly expected: ArgumentDefinition;
  readonly argument: Expression;
  readonly kind: ValueKind;
}

function checkType(
  state: CheckState,
  definition: FunctionDefinition,
  { expected, argument, kind }: GivenArgument,
): void {
  const usedAs = PARAMETER_KINDS[expected.type];
  if (usedAs !== undefined) inferParameter(state, argument, usedAs);
  if (fits(expected.type, argument, kind)) {
    if (definition.role === 'aggregate' && kind === 'text') warnOfText(state, definition, expected, argument);
    return;
  }
  reportByKinds(state, [argument], {
    code: 'argument-type',
    at: argument,
    message: `${definition.name} takes ${TYPE_NAMES[expected.type]} as “${expected.name}”, not ${nameKind(kind)}.`,
    hint: kind === 'bool' ? "Write CASE WHEN x = 'T' THEN 1 ELSE 0 END." : `It is ${definition.signature}.`,
  });
}

function warnOfText(
  state: CheckState,
  { name }: FunctionDefinition,
  { type }: ArgumentDefinition,
  argument: Expression,
): void {
  if (type !== 'number' && type !== 'quantity') return;
  reportWarning(state, {
    code: 'argument-type',
    at: argument,
    message: `${name} of texts converts each to a number, and fails at the first that is none (ORA-01722).`,
    hint: 'Write TO_NUMBER(…) if all of them are numbers.',
  });
}

/** False only where the database cannot convert the value either. */
function fits(expected: ArgumentType, argument: Expression, kind: ValueKind): boolean {
  if (kind === 'unknown' || kind === 'null') return true;
  const maybeNumber = isNumeric(kind) || (kind === 'text' && !isWords(argument)) || kind.startsWith('multi:');
  const maybeMoment = isMoment(kind) || kind === 'text';
  switch (expected) {
    case 'any':
    case 'text':
      return true;
    case 'number':
      return maybeNumber;
    case 'moment':
      return maybeMoment;
    case 'quantity':
      return maybeNumber || isMoment(kind) || kind === 'interval';
  }
}

function isWords(argument: Expression): boolean {
  return argument.kind === 'string' && argument.value !== '' && !NUMBER_TEXT.test(argument.value);
}

function checkChoice(
  state: CheckState,
  definition: FunctionDefinition,
  expected: ArgumentDefinition,
  argument: Expression,
): void {
  if (expected.choices.length === 0 || argument.kind !== 'string') return;
  if (expected.choices.includes(argument.value.toUpperCase())) return;
  reportWarning(state, {
    code: 'argument-choice',
    at: argument,
    message: `${definition.name} knows no ${expected.name} '${argument.value}'.`,
    hint: `Write one of ${expected.choices.join(', ')}.`,
  });
}

const PARAMETER_KINDS: Readonly<Partial<Record<ArgumentType, ValueKind>>> = {
  text: 'text',
  number: 'num',
  moment: 'date',
};

const TYPE_NAMES: Readonly<Record<ArgumentType, string>> = {
  any: 'a value',
  text: 'a text',
  number: 'a number',
  moment: 'a date',
  quantity: 'a number or a date',
};
