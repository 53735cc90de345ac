/**
 * `salesOrder`, `sales order` and `sales_order` as `SalesOrder`. Only ASCII letters and digits are
 * left, so that the result is a type name; it is empty when there are none.
 */
export function pascalCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`).join('');
  return /^\d/.test(name) ? `_${name}` : name;
}
