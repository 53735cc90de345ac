import { SettingsError } from '../settings-error.js';
import { type AccountPlan, boundTable } from './account-plan.js';
import type { ModelNames } from './model-names.js';
import type { PlannedRelation } from './relation-plan.js';

/** A relation that the metadata does not know, or another way for one that it knows. */
export interface AddedRelation {
  /** Whether a row leads to at most one row of the other model, or to any number. */
  readonly cardinality: 'one' | 'many';
  /** The other model, as the client names it. */
  readonly model: string;
  /** A column of this model. */
  readonly from: string;
  /** The column of the other model that holds the same value. */
  readonly to: string;
}

/**
 * Changes to the relations of models: by model, then by relation. A text is a new name, `false` takes the relation away,
 * an object adds it or leads it elsewhere. A subtype has the relations of its table's model: those that follow no column
 * are changed there.
 */
export type RelationSettings = Readonly<
  Record<string, Readonly<Record<string, string | false | AddedRelation>>>
>;

/**
 * The relations of a model as the settings want them.
 *
 * @param problems What does not fit is added to it.
 */
export function changedRelations(
  relations: readonly PlannedRelation[],
  settings: RelationSettings,
  place: { readonly names: ModelNames; readonly account: AccountPlan; readonly problems: string[] },
): readonly PlannedRelation[] {
  const { names, account, problems } = place;
  const wanted = Object.hasOwn(settings, names.accessor) ? settings[names.accessor] : undefined;
  if (wanted === undefined) return relations;
  const changed = new Map(relations.map((relation) => [relation.name, relation]));
  for (const [name, setting] of Object.entries(wanted)) {
    const known = changed.get(name);
    const where = `${names.accessor}.${name}`;
    if (typeof setting === 'object') {
      const added = addedRelation(name, setting, { names, account, problems });
      if (added !== null) changed.set(name, added);
    } else if (known === undefined) {
      const has = [...changed.keys()].join(', ');
      problems.push(`${where}: ${names.accessor} has no such relation of its own. It has: ${has}.`);
    } else {
      changed.delete(name);
      if (setting === false) continue;
      if (changed.has(setting) || isColumn(setting, names, account)) {
        problems.push(`${where}: the name '${setting}' is taken.`);
      }
      changed.set(setting, { ...known, name: setting });
    }
  }
  return [...changed.values()];
}

/** @throws {SettingsError} A model of the settings does not exist, or there were problems before. */
export function refuseProblems(
  settings: RelationSettings,
  { names }: AccountPlan,
  problems: readonly string[],
): void {
  const models = new Set([...names.values()].map(({ accessor }) => accessor));
  const unknown = Object.keys(settings).filter((model) => !models.has(model));
  const all = [...unknown.map((model) => `${model}: there is no such model.`), ...problems];
  if (all.length > 0) throw new SettingsError('relations', all);
}

function addedRelation(
  name: string,
  { cardinality, model, from, to }: AddedRelation,
  { names, account, problems }: Parameters<typeof changedRelations>[2],
): PlannedRelation | null {
  const target = [...account.names.values()].find(({ accessor }) => accessor === model);
  const found = [
    ...(target === undefined ? [`there is no model '${model}'`] : []),
    ...(isColumn(from, names, account) ? [] : [`${names.accessor} has no column '${from}'`]),
    ...(target === undefined || isColumn(to, target, account) ? [] : [`${model} has no column '${to}'`]),
    ...(cardinality === 'many' && isColumn(name, names, account) ? ['a column has this name'] : []),
  ];
  problems.push(...found.map((problem) => `${names.accessor}.${name}: ${problem}.`));
  return target === undefined || found.length > 0
    ? null
    : { name, cardinality, target, pairs: [{ from, to }] };
}

function isColumn(column: string, { wireName }: ModelNames, account: AccountPlan): boolean {
  const columns = boundTable(wireName, account)?.table.columns;
  return columns !== undefined && Object.hasOwn(columns, column);
}
