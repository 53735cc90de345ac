import type { Call } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import { aggregate, isAggregateCall } from './aggregates.js';
import { builtinFunctions } from './builtins/builtin-functions.js';
import type { Context } from './context.js';
import type { Fragment } from './fragment.js';
import { conditionalFunctions } from './functions/conditional.js';
import { conversionFunctions } from './functions/conversion.js';
import { dateFunctions } from './functions/dates.js';
import { numberFunctions } from './functions/numbers.js';
import type { ScalarFunction } from './functions/scalar-function.js';
import { textFunctions } from './functions/texts.js';
import { rowScope, type Scope } from './scope.js';
import { isWindowCall, windowFunction } from './windows.js';

const scalarFunctions: ReadonlyMap<string, ScalarFunction> = new Map(
  Object.entries({
    ...textFunctions,
    ...numberFunctions,
    ...dateFunctions,
    ...conversionFunctions,
    ...conditionalFunctions,
  }),
);

/** Translates a function call. */
export function call(node: Call, scope: Scope, context: Context): Fragment {
  const name = node.name.name;
  if (node.namespace !== null) return builtinCall(node, scope, context);
  if (isWindowCall(node)) return windowFunction(node, scope, context);
  if (isAggregateCall(node)) return aggregate(node, scope, context);
  if (name === 'grouping' || name === 'grouping_id') return groupingIdentity(node, scope, context);
  const definition = scalarFunctions.get(name);
  if (definition === undefined) throw unsupported(`The function ${name.toUpperCase()} is not emulated.`);
  return applyFunction(definition, node, scope, context);
}

/** GROUPING and GROUPING_ID: a bit for each argument, set where the row's grouping leaves it out. */
function groupingIdentity(node: Call, scope: Scope, context: Context): Fragment {
  let bits = 0;
  for (const argument of node.arguments) {
    const fragment = context.expression(argument, rowScope(scope));
    const { grouping } = scope;
    const absent =
      argument.kind === 'column' ? grouping?.isAbsentColumn(fragment) : grouping?.isAbsent(argument);
    bits = bits * 2 + (absent === true ? 1 : 0);
  }
  return { sql: String(bits), kind: 'int', notNull: true };
}

function builtinCall(node: Call, scope: Scope, context: Context): Fragment {
  const namespace = node.namespace?.name;
  const name = node.name.name;
  if (namespace === 'builtin_result' && name.startsWith('type_')) {
    const [argument] = node.arguments;
    if (argument === undefined) throw unsupported(`BUILTIN_RESULT.${name.toUpperCase()} takes one argument.`);
    return context.expression(argument, scope);
  }
  const definition = namespace === 'builtin' ? builtinFunctions.get(name) : undefined;
  if (definition === undefined) {
    throw unsupported(`The function ${namespace?.toUpperCase()}.${name.toUpperCase()} is not emulated.`);
  }
  return applyFunction(definition, node, scope, context);
}

function applyFunction(definition: ScalarFunction, node: Call, scope: Scope, context: Context): Fragment {
  const title = node.name.text.toUpperCase();
  const { minimum, maximum } = definition;
  const count = node.arguments.length;
  if (count < minimum || count > maximum || node.star || node.distinct) {
    throw unsupported(
      `${title} takes ${arityText(minimum, maximum)}, and is given ${node.star ? '*' : count}.`,
    );
  }
  return definition.translate(
    node.arguments.map((argument) => context.expression(argument, scope)),
    context,
  );
}

function arityText(minimum: number, maximum: number): string {
  if (maximum === Number.POSITIVE_INFINITY) return `${minimum} arguments or more`;
  return minimum === maximum ? `${minimum} arguments` : `${minimum} to ${maximum} arguments`;
}
