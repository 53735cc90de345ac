/** Orders texts by their UTF-16 units: the same on every machine, whatever its language. */
export function byCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The order of fields in generated code: `id`, standard fields, custom fields, each by name. */
export function inFieldOrder<Field extends { readonly custom: boolean }>(
  fields: Readonly<Record<string, Field>>,
): readonly (readonly [string, Field])[] {
  return Object.entries(fields).sort(
    ([leftName, left], [rightName, right]) =>
      Number(rightName === 'id') - Number(leftName === 'id') ||
      Number(left.custom) - Number(right.custom) ||
      byCodeUnits(leftName, rightName),
  );
}
