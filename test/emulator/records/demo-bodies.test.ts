import { startEmulator } from '@suitewright/emulator';
import { afterAll, expect, it } from 'vitest';
import { call } from '../signing.js';
import { misfits, type Schemas } from './misfits.js';

// One request at a time: the limit does not matter.
const emulator = await startEmulator({ rows: 1000 });
afterAll(() => emulator.close());

const records = '/services/rest/record/v1';

async function json<T>(path: string, accept = 'application/json'): Promise<T> {
  const response = await call(emulator, `${records}${path}`, { headers: { accept } });
  expect(`${path} ${response.status}`).toBe(`${path} 200`);
  return (await response.json()) as T;
}

interface Swagger {
  readonly components: { readonly schemas: Schemas };
}

interface List {
  readonly totalResults: number;
  readonly items: readonly { readonly id: string }[];
}

const { items: index } = await json<{ readonly items: readonly { readonly name: string }[] }>(
  '/metadata-catalog',
);
const { components } = await json<Swagger>('/metadata-catalog', 'application/swagger+json');
const componentNames = new Map(Object.keys(components.schemas).map((name) => [name.toLowerCase(), name]));

it("describes every record of the demo account in the catalog's own words", async () => {
  let bodies = 0;
  const different: string[] = [];
  for (const { name } of index) {
    const list = await json<List>(`/${name}`);
    expect(list.items.length).toBe(list.totalResults);
    const component = componentNames.get(name);
    const schema = component === undefined ? undefined : components.schemas[component];
    if (schema === undefined) {
      expect(`${name}: ${list.totalResults}`).toBe(`${name}: 0`);
      continue;
    }
    for (const { id } of list.items) {
      const body = await json(`/${name}/${id}?expandSubResources=true`);
      different.push(...misfits(body, { schema, schemas: components.schemas, path: `${name}/${id}` }));
      bodies += 1;
    }
  }
  expect(different.slice(0, 20)).toEqual([]);
  expect(bodies).toBeGreaterThan(700);
});
