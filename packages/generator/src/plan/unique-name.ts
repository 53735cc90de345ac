/** Which names are gone. */
export interface TakenNames {
  /** The chosen name is added. */
  readonly taken: Set<string>;
  /** Gone as well, but of a wider room: nothing is added. */
  readonly reserved?: ReadonlySet<string>;
}

/**
 * Takes the wanted name, or the first of `name_2`, `name_3` … that is free, and marks it as taken.
 *
 * @param options.separator What stands before the number. Default `_`.
 */
export function uniqueName(
  wanted: string,
  { taken, reserved, separator = '_' }: TakenNames & { readonly separator?: string },
): string {
  let name = wanted;
  for (let number = 2; taken.has(name) || reserved?.has(name); number += 1) {
    name = `${wanted}${separator}${number}`;
  }
  taken.add(name);
  return name;
}
