import type { Call, Expression } from '../ast.js';
import type { ValueKind, ValueType } from '../bindings.js';
import { functionCatalogue } from '../functions/catalogue.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { ORACLE_FUNCTIONS } from '../functions/oracle.js';
import { FOREIGN_FUNCTIONS, UNSUPPORTED_FUNCTIONS } from '../functions/unsupported.js';
import { checkArguments } from './argument.js';
import { commonKind } from './common-kind.js';
import { checkConvertible, checkOneFamily, memberOf } from './families.js';
import { isMoment, UNKNOWN } from './kinds.js';
import { checkDomain } from './numbers.js';
import { checkPlace } from './place.js';
import type { Scope } from './scope.js';
import { type CheckState, reportError, reportWarning } from './state.js';
import { suggest } from './suggestion.js';

/** Where a call stands, and how its arguments are checked. */
export interface CallContext {
  readonly scope: Scope;
  readonly checkValue: (state: CheckState, expression: Expression, scope: Scope) => ValueType;
}

/** Checks a function call and tells what it yields. */
export function checkCall(state: CheckState, call: Call, { scope, checkValue }: CallContext): ValueType {
  const name = nameOf(call);
  const definition = functionCatalogue.get(name);
  const isAggregate = definition?.role === 'aggregate' && call.over === null;
  const inside = isAggregate ? { ...scope, aggregates: scope.aggregates + 1 } : scope;
  const types = call.arguments.map((argument) => checkValue(state, argument, inside));
  for (const { expression } of [
    ...(call.withinGroup ?? []),
    ...(call.keep?.orderBy ?? []),
    ...(call.over?.orderBy ?? []),
  ]) {
    checkValue(state, expression, scope);
  }
  for (const expression of call.over?.partitionBy ?? []) checkValue(state, expression, scope);
  for (const bound of [call.over?.frame?.from, call.over?.frame?.to]) {
    if (bound?.offset) checkValue(state, bound.offset, scope);
  }

  if (call.namespace?.name === 'builtin_result')
    return { kind: resultKind(call.name.name), nullable: types[0]?.nullable ?? true };
  if (definition === undefined || name === 'LISTAGG') reportUnknown(state, call, name);
  if (definition === undefined) return UNKNOWN;

  checkPlace(state, call, definition, scope);
  checkArguments(state, call, definition, types);
  checkDomain(state, call, name);
  checkFamilies(state, call, name);
  return {
    kind: kindOf(state, call, definition, types),
    nullable: isNullable(call, definition, types, scope),
  };
}

function nameOf({ namespace, name }: Call): string {
  return (namespace === null ? name.text : `${namespace.text}.${name.text}`).toUpperCase();
}

/** Checks the kinds of values of which one is the result. */
function checkFamilies(state: CheckState, call: Call, name: string): void {
  const given = call.arguments;
  switch (name) {
    case 'COALESCE':
    case 'NULLIF':
      checkOneFamily(
        state,
        given.map((value) => memberOf(state, value)),
        { where: `${name} takes`, code: 'ORA-00932' },
      );
      break;
    case 'NVL':
    case 'GREATEST':
    case 'LEAST':
      checkConvertible(state, given, name);
      break;
    case 'NVL2':
      checkConvertible(state, given.slice(1), name);
      break;
    case 'DECODE':
      checkConvertible(state, splitDecode(given)[1], name);
      break;
    default:
  }
}

function reportUnknown(state: CheckState, call: Call, name: string): void {
  const at = call.namespace === null ? call.name : { start: call.namespace.start, end: call.name.end };
  if (name === 'LISTAGG') {
    const message =
      "LISTAGG is on NetSuite's list of unsupported functions, though it has been seen to work.";
    reportWarning(state, { code: 'unsupported-function', at, message });
    return;
  }
  if (Object.hasOwn(UNSUPPORTED_FUNCTIONS, name)) {
    const message = `SuiteQL does not support ${name}.`;
    const hint = UNSUPPORTED_FUNCTIONS[name] ?? null;
    reportError(state, { code: 'unsupported-function', at, message, hint });
    return;
  }
  if (ORACLE_FUNCTIONS.has(name)) {
    const message = `${name} is a function of Oracle's that NetSuite does not list: it may refuse it.`;
    reportWarning(state, { code: 'unknown-function', at, message });
    return;
  }
  const foreign = Object.hasOwn(FOREIGN_FUNCTIONS, name) ? FOREIGN_FUNCTIONS[name] : undefined;
  const near = foreign === undefined ? suggest(name, functionCatalogue.keys()) : null;
  reportError(state, {
    code: 'unknown-function',
    at,
    message: `There is no function ${name}: neither NetSuite nor Oracle lists it.`,
    hint: foreign ?? (near === null ? null : `Did you mean ${near}?`),
  });
}

function kindOf(
  state: CheckState,
  call: Call,
  { name, result }: FunctionDefinition,
  types: readonly ValueType[],
): ValueKind {
  const first = types[0]?.kind ?? 'unknown';
  switch (result) {
    case 'first':
      return first;
    case 'common': {
      const common = commonKind(state, call.arguments, types);
      // COALESCE converts nothing; GREATEST, LEAST and NVL convert to the first.
      return common === 'unknown' && name !== 'COALESCE' ? first : common;
    }
    case 'rounded':
      if (isMoment(first)) return 'date';
      if (first === 'unknown') return 'unknown';
      return types.length === 1 ? 'int' : 'num';
    case 'numeric':
      return first === 'int' ? 'int' : 'num';
    case 'measured':
      return isMoment(first) ? first : 'num';
    case 'chosen':
      return commonKind(state, call.arguments.slice(1), types.slice(1));
    case 'decoded': {
      const [search, results] = splitDecode(call.arguments);
      const typeOf = (expression: Expression): ValueType => state.values.get(expression) ?? UNKNOWN;
      commonKind(state, search, search.map(typeOf));
      return commonKind(state, results, results.map(typeOf));
    }
    default:
      if (name === 'BUILTIN.HIERARCHY' && isString(call.arguments[1], 'LEVEL')) return 'int';
      return result;
  }
}

/** The values that DECODE compares, and those that it yields. */
function splitDecode(values: readonly Expression[]): [search: Expression[], results: Expression[]] {
  const rest = values.slice(1);
  const hasDefault = rest.length % 2 === 1;
  const isResult = (index: number): boolean => index % 2 === 1 || (hasDefault && index === rest.length - 1);
  const results = rest.filter((_, index) => isResult(index));
  return [[...values.slice(0, 1), ...rest.filter((_, index) => !isResult(index))], results];
}

function isNullable(
  call: Call,
  definition: FunctionDefinition,
  types: readonly ValueType[],
  scope: Scope,
): boolean {
  const any = types.some(({ nullable }) => nullable);
  switch (definition.nullability) {
    case 'never':
      return false;
    case 'always':
      return true;
    case 'argument':
      return any;
    case 'all':
      return types.every(({ nullable }) => nullable);
    case 'result': {
      if (definition.result === 'chosen') return types.slice(1).some(({ nullable }) => nullable);
      const [, results] = splitDecode(call.arguments);
      const hasDefault = call.arguments.length % 2 === 0;
      return !hasDefault || results.some((result) => types[call.arguments.indexOf(result)]?.nullable ?? true);
    }
    case 'group':
      if (call.over !== null) return any || call.over.frame !== null;
      return any || (scope.block?.select.groupBy.length ?? 0) === 0;
  }
}

/** BUILTIN_RESULT.TYPE_INTEGER(x) and its kin, which exported queries wrap columns in. */
function resultKind(name: string): ValueKind {
  switch (name) {
    case 'type_integer':
      return 'int';
    case 'type_float':
    case 'type_currency':
    case 'type_currency_high_precision':
    case 'type_percent':
      return 'num';
    case 'type_date':
      return 'date';
    case 'type_datetime':
    case 'type_datetimetz':
      return 'datetime';
    case 'type_boolean':
      return 'bool';
    default:
      return name.startsWith('type_') ? 'text' : 'unknown';
  }
}

function isString(expression: Expression | undefined, value: string): boolean {
  return expression?.kind === 'string' && expression.value.toUpperCase() === value;
}
