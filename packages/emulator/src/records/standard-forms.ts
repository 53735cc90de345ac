import type { Catalog } from '../catalog/answer-catalog.js';

/** The forms of an account: one for each record that has forms. */
export interface StandardForms {
  /** The id of a record's form. Null: it has none. */
  readonly idOf: (record: string) => string | null;
  /** The name of a form. Null: there is no such form. */
  readonly nameOf: (id: string) => string | null;
}

/** Assumed: ids and names of the standard forms, which differ from account to account. */
export function standardForms(catalog: Catalog): StandardForms {
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  for (const { name, restName, properties } of catalog.values()) {
    if (!properties.some((property) => property.name === 'customForm')) continue;
    const id = String(ids.size + 1);
    const label = restName.replace(/([A-Z])/g, ' $1').replace(/^./, (letter) => letter.toUpperCase());
    ids.set(name, id);
    names.set(id, `Standard ${label} Form`);
  }
  return { idOf: (record) => ids.get(record) ?? null, nameOf: (id) => names.get(id) ?? null };
}
