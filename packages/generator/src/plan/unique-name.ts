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
  const isFree = (name: string): boolean => !taken.has(name) && !reserved?.has(name);
  let name = wanted;
  if (!isFree(wanted)) {
    const numbers = numbersOf(taken);
    const stem = `${wanted}${separator}`;
    let number = numbers.get(stem) ?? 1;
    do {
      number += 1;
      name = `${stem}${number}`;
    } while (!isFree(name));
    numbers.set(stem, number);
  }
  taken.add(name);
  return name;
}

/** The last number that was given to each stem: a name that was taken stays taken. */
function numbersOf(taken: Set<string>): Map<string, number> {
  const known = lastNumbers.get(taken);
  if (known !== undefined) return known;
  const numbers = new Map<string, number>();
  lastNumbers.set(taken, numbers);
  return numbers;
}

const lastNumbers = new WeakMap<Set<string>, Map<string, number>>();
