import { type Expression, type GroupingElement, printExpression } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Fragment } from './fragment.js';
import type { Grouping } from './scope.js';

/** What one of the GROUP BYs of ROLLUP, CUBE and GROUPING SETS groups by. */
export type GroupingSet = readonly Expression[];

// Oracle takes 255 columns in a CUBE; nobody waits for 2^255 groupings.
const maximumSets = 1024;

export function usesGroupingSets(elements: readonly GroupingElement[]): boolean {
  return elements.some(({ kind }) => kind === 'rollup' || kind === 'cube' || kind === 'grouping-sets');
}

/** Every set that GROUP BY stands for: each element's sets, combined with those of all others. */
export function groupingSets(elements: readonly GroupingElement[]): readonly GroupingSet[] {
  let sets: readonly GroupingSet[] = [[]];
  for (const element of elements) {
    const own = setsOf(element);
    if (sets.length * own.length > maximumSets) {
      throw unsupported(`GROUP BY stands for more than ${maximumSets} groupings.`);
    }
    sets = sets.flatMap((set) => own.map((other) => [...set, ...other]));
  }
  return sets;
}

function setsOf(element: GroupingElement): readonly GroupingSet[] {
  switch (element.kind) {
    case 'rollup':
      return [...element.items.keys(), element.items.length]
        .reverse()
        .map((count) => flat(element.items.slice(0, count)));
    case 'cube': {
      if (element.items.length > Math.log2(maximumSets)) {
        throw unsupported(`CUBE stands for more than ${maximumSets} groupings.`);
      }
      const masks = Array.from({ length: 2 ** element.items.length }, (_, mask) => mask).reverse();
      return masks.map((mask) => flat(element.items.filter((_, index) => mask & (1 << index))));
    }
    case 'grouping-sets':
      return element.items.flatMap(setsOf);
    default:
      return [flat([element])];
  }
}

function flat(items: readonly Expression[]): GroupingSet {
  return items.flatMap((item) => (item.kind === 'row' ? item.items : [item]));
}

/** In the rows of one set, what the other sets group by is NULL. */
export function groupingOf(
  sets: readonly GroupingSet[],
  set: GroupingSet,
  translate: (node: Expression) => Fragment,
): Grouping {
  const keyOf = (node: Expression): string =>
    node.kind === 'column' ? translate(node).sql : printExpression(node);
  const present = new Set(set.map(keyOf));
  const absent = new Set(
    sets
      .flat()
      .map(keyOf)
      .filter((key) => !present.has(key)),
  );
  return {
    isAbsent: (node) => node.kind !== 'column' && absent.has(printExpression(node)),
    isAbsentColumn: ({ sql }) => absent.has(sql),
  };
}
