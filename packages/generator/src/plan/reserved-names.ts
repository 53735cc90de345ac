/** What generated files import from the runtime. */
export const runtimeNames = [
  'ClientBase',
  'ClientOptions',
  'DateTime',
  'Decimal',
  'EnumValue',
  'GeneratedClient',
  'Id',
  'Model',
  'PlainDate',
  'RecordOperations',
  'Reference',
  'References',
  'Sublist',
  'Table',
  'ToMany',
  'ToOne',
  'UpdateOf',
  'bindClient',
  'defineTable',
] as const;

/** Names that a constant in a strict module cannot have, or that mean something else to TypeScript. */
const reservedConstants: ReadonlySet<string> = new Set(
  (
    'arguments await break case catch class const continue debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in instanceof interface let new null package ' +
    'private protected public return static super switch this throw true try typeof var void while with yield ' +
    'Infinity NaN Object Promise exports globalThis module require undefined __proto__ _'
  ).split(' '),
);

export function isReservedConstant(name: string): boolean {
  return reservedConstants.has(name);
}

/**
 * Names that a client cannot give to a model, beside `$…`, which are its own: `then` would make it
 * a promise, and those of every object would be found where no model is.
 */
export function isReservedAccessor(name: string): boolean {
  return name === 'then' || name === 'toJSON' || name in Object.prototype;
}

/** Files that the generator makes beside those of records, and device names of Windows. */
const reservedFiles = /^(?:index|tables|enums|subrecords|queries|zod|con|prn|aux|nul|com\d|lpt\d)?$/;

/** @param stem In lower case, without extension. */
export function isReservedFile(stem: string): boolean {
  return reservedFiles.test(stem);
}
