/**
 * Sets a property of an object made here. A column may be called `__proto__`: assigning to it would change what the object
 * inherits.
 */
export function ownProperty(object: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') object[name] = value;
  else Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
}
