import type { AccountFacts } from '@suitewright/schema';
import { type AccountPlan, boundTable } from './account-plan.js';
import { type BodyFile, bodyMembers, subrecordsModule } from './body-plan.js';
import { codeTypeViews } from './code-types.js';
import { docComment } from './doc-comment.js';
import { fileImports, runtimeModule } from './file-imports.js';
import type { EnumView, PlannedFile } from './generation-plan.js';
import { entityNameView } from './id-type.js';
import { fitsLine } from './line-width.js';
import type { ModelNames } from './model-names.js';
import { titleOf } from './record-file.js';
import type { SharedTypes } from './shared-types.js';
import { propertyKey, textLiteral } from './text-literal.js';
import { unionOf } from './union-of.js';

/** The names of entities, the codes of columns, and the enums that several fields have. */
export function enumsFile(account: AccountPlan, { enums }: SharedTypes): PlannedFile {
  const views = [...enums.values()].map(
    ({ name, fieldNames, values }): EnumView => ({
      name,
      comment: docComment([`Choices of ${fieldList(fieldNames)}.`]),
      type: unionOf(values.map(textLiteral), name),
    }),
  );
  return {
    name: 'enums.ts',
    template: 'enums',
    imports: [],
    view: { enums: [entityNameView(account), ...codeTypeViews(account.codes), ...views] },
  };
}

/** Subrecords that several fields have, such as addresses. */
export function subrecordsFile(account: AccountPlan, shared: SharedTypes): PlannedFile {
  const imports = fileImports(subrecordsModule);
  const file: BodyFile = { account, shared, imports, enums: [], parts: [], taken: new Set() };
  const subrecords = [...shared.subrecords.values()].map(({ name, fieldNames, type }) => ({
    name,
    comment: docComment([`The subrecord ${fieldList(fieldNames)}.`]),
    members: bodyMembers(type.fields, name, file),
  }));
  return {
    name: 'subrecords.ts',
    template: 'subrecords',
    imports: imports.list(),
    view: { enums: file.enums, parts: [...subrecords, ...file.parts] },
  };
}

/** Every table for the query builder, to be imported from one place. */
export function tablesFile(account: AccountPlan): PlannedFile {
  const tables = [...account.names.values()].filter(({ wireName }) => boundTable(wireName, account) !== null);
  return {
    name: 'tables.ts',
    template: 'tables',
    imports: [],
    view: { tables: tables.map(({ constant, module }) => ({ constant, from: textLiteral(module) })) },
  };
}

/** The client. It imports types only: a model's file is loaded when it is first used. */
export function indexFile(
  account: AccountPlan,
  {
    facts,
    fingerprint,
    undefinedInFilters,
  }: {
    readonly facts: AccountFacts;
    readonly fingerprint: string;
    /** What the project's settings say. */
    readonly undefinedInFilters: 'ignore' | 'refuse' | undefined;
  },
): PlannedFile {
  const imports = fileImports('./index.js');
  imports.addValue(runtimeModule, 'bindClient');
  for (const name of ['ClientBase', 'ClientOptions', 'GeneratedClient']) imports.addType(runtimeModule, name);
  for (const { module, type } of account.names.values()) imports.addType(module, `${type}Model`);
  return {
    name: 'index.ts',
    template: 'index',
    imports: imports.list(),
    view: {
      schema: textLiteral(fingerprint),
      bindParameters: String(facts.bindParameters),
      timeZone: facts.timeZone === null ? 'null' : textLiteral(facts.timeZone),
      undefinedInFilters: undefinedInFilters === undefined ? null : textLiteral(undefinedInFilters),
      models: [...account.names.values()].map((names) => ({
        comment: docComment([titleOf(names, account)], { indent: 2 }),
        key: propertyKey(names.accessor),
        model: `${names.type}Model`,
        from: textLiteral(names.module),
        types: bracedTypes(exportedTypes(names, account), names.module),
      })),
    },
  };
}

function bracedTypes(types: readonly string[], module: string): string {
  const line = `{ ${types.join(', ')} }`;
  return fitsLine(`export type ${line} from '${module}';`) ? line : `{\n  ${types.join(',\n  ')},\n}`;
}

function exportedTypes({ wireName, type }: ModelNames, account: AccountPlan): readonly string[] {
  const rest = account.records.has(wireName) ? [`${type}Create`] : [];
  const rows = boundTable(wireName, account) === null ? [] : [`${type}Row`];
  const update = account.records.has(wireName) ? [`${type}Update`] : [];
  return [...rest, `${type}Model`, ...rows, ...update];
}

/** `a`, `b` and `c`; past three of them `a`, `b` and 4 more. */
function fieldList(fieldNames: readonly string[]): string {
  const names = [...new Set(fieldNames)].sort().map((name) => `\`${name}\``);
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more fields`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length === 1 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
