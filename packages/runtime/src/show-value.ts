const longestText = 60;

/** A value as a message shows it: enough to recognize it by, and short whatever it is. */
export function showValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return `'${shorten(value)}'`;
    case 'bigint':
      return `${shorten(String(value))}n`;
    case 'symbol':
      return shorten(String(value));
    case 'function':
      return 'a function';
    case 'object':
      return value === null ? 'null' : showObject(value);
    default:
      return String(value);
  }
}

/** Whether a value is an object that an object literal, or JSON, makes. Objects of another realm count too. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function showObject(value: object): string {
  if (Array.isArray(value)) return 'an array';
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'an invalid Date';
  if (isPlainObject(value)) return 'an object';
  const name: unknown = value.constructor?.name;
  if (typeof name !== 'string' || name === '') return 'an object';
  return `an instance of ${shorten(name)}`;
}

/** The beginning of a text, on one line. */
function shorten(text: string): string {
  const beginning = text.length > longestText ? `${text.slice(0, longestText)}…` : text;
  return JSON.stringify(beginning).slice(1, -1).replaceAll('\\"', '"');
}
