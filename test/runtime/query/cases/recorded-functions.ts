import { fn as functions } from '@suitewright/runtime';

/** Functions that were taken from {@link fn}, such as `text.upper`. */
export const taken = new Set<string>();

/** The functions of the builder; what is taken from them is noted. */
export const fn: typeof functions = Object.fromEntries(
  Object.entries(functions).map(([group, members]) => [
    group,
    new Proxy(members, {
      get(target, name, receiver) {
        taken.add(`${group}.${String(name)}`);
        return Reflect.get(target, name, receiver);
      },
    }),
  ]),
  // Each group is there, behind a proxy.
) as unknown as typeof functions;

/** Every function of the builder, such as `text.upper`. */
export const everyFunction: readonly string[] = Object.entries(functions).flatMap(([group, members]) =>
  Object.keys(members).map((name) => `${group}.${name}`),
);
