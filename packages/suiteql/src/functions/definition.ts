/** A function of SuiteQL. */
export interface FunctionDefinition {
  /** Upper case; `BUILTIN.DF` for those of the BUILTIN namespace. */
  readonly name: string;
  /** As one would write it in a manual: `SUBSTR(text, position[, length])`. */
  readonly signature: string;
  readonly role: FunctionRole;
  readonly arguments: readonly ArgumentDefinition[];
  readonly result: ResultRule;
  readonly nullability: NullabilityRule;
  /** Where the function is documented or was seen. */
  readonly source: string;
}

export type FunctionRole = 'scalar' | 'aggregate' | 'window';

export interface ArgumentDefinition {
  readonly name: string;
  readonly type: ArgumentType;
  readonly optional: boolean;
  /** May be given any number of times; only the last argument. */
  readonly repeated: boolean;
  /** The texts that a literal may have; empty: any. */
  readonly choices: readonly string[];
}

/** What an argument takes. `moment`: a date or datetime; `quantity`: a number or a date. */
export type ArgumentType = 'any' | 'text' | 'number' | 'moment' | 'quantity';

/**
 * What a call yields: a fixed kind; `first`: the kind of the first argument; `common`: one that all
 * arguments fit; `rounded`: a date from a date, a number from a number; `decoded`, `chosen`: that of the
 * results of DECODE, NVL2; `numeric`: a whole number from whole numbers, otherwise a number; `measured`: a
 * date from dates, otherwise a number.
 */
export type ResultRule =
  | 'text'
  | 'int'
  | 'num'
  | 'bool'
  | 'date'
  | 'datetime'
  | 'unknown'
  | 'first'
  | 'common'
  | 'rounded'
  | 'numeric'
  | 'measured'
  | 'decoded'
  | 'chosen';

/**
 * When a call may yield NULL: `argument`: when an argument may be; `all`: when all arguments may be;
 * `result`: when a result of DECODE or NVL2 may be; `group`: when the argument may be, or the group may be
 * empty.
 */
export type NullabilityRule = 'never' | 'always' | 'argument' | 'all' | 'result' | 'group';

export interface FunctionGroup {
  readonly role: FunctionRole;
  readonly source: string;
  /** Unless a line says otherwise. */
  readonly nullability: NullabilityRule;
  readonly lines: readonly string[];
}

const LINE = /^([\w.]+)\((.*)\) (\w+)(?: (\w+))?$/;
const ARGUMENT = /^(\w+)(\?|\.\.\.)?: (.+)$/;

/**
 * Reads a group of functions from its lines, `NAME(argument: type, …) result [nullability]`. A `?` behind
 * an argument's name marks it optional, `...` repeated (none or more); `'A'|'B'` is a text with choices.
 */
export function defineFunctions(group: FunctionGroup): FunctionDefinition[] {
  return group.lines.map((line) => {
    const [, name = '', list = '', result = '', nullability] = LINE.exec(line) ?? [];
    if (name === '') throw new TypeError(`Not the line of a function: ${line}`);
    const definitions = list === '' ? [] : list.split(', ').map(readArgument);
    return {
      name,
      signature: `${name}(${describeArguments(definitions)})`,
      role: group.role,
      arguments: definitions,
      // The tests read every line, so that a misspelt rule does not pass.
      result: result as ResultRule,
      nullability: (nullability ?? group.nullability) as NullabilityRule,
      source: group.source,
    };
  });
}

function readArgument(text: string): ArgumentDefinition {
  const [, name = '', mark, type = ''] = ARGUMENT.exec(text) ?? [];
  if (name === '') throw new TypeError(`Not an argument of a function: ${text}`);
  const choices = type.startsWith("'") ? type.split('|').map((choice) => choice.slice(1, -1)) : [];
  return {
    name,
    type: choices.length > 0 ? 'text' : (type as ArgumentType), // See above.
    optional: mark !== undefined,
    repeated: mark === '...',
    choices,
  };
}

function describeArguments(definitions: readonly ArgumentDefinition[]): string {
  return definitions.reduce((text, { name, optional, repeated }, index) => {
    const entry = `${index === 0 ? '' : ', '}${name}${repeated ? ', …' : ''}`;
    return text + (optional ? `[${entry}]` : entry);
  }, '');
}
