import type { AccountPlan } from './account-plan.js';
import { enumKey, type Fields, type Subrecord, subrecordKey, writableFields } from './body-fields.js';
import { commonName } from './field-words.js';
import { byCodeUnits } from './order.js';
import { pascalCase } from './pascal-case.js';
import { shortName } from './short-name.js';
import { uniqueName } from './unique-name.js';

/** Enums and subrecords that several fields have: they are written once, in files of their own. */
export interface SharedTypes {
  /** By `enumKey`. */
  readonly enums: ReadonlyMap<string, SharedEnum>;
  /** By `subrecordKey`. */
  readonly subrecords: ReadonlyMap<string, SharedSubrecord>;
  /** The names of all of them, and all other names that are gone. */
  readonly names: ReadonlySet<string>;
}

export interface SharedEnum {
  readonly name: string;
  readonly fieldNames: readonly string[];
  readonly values: readonly string[];
}

export interface SharedSubrecord {
  readonly name: string;
  readonly fieldNames: readonly string[];
  readonly type: Subrecord;
}

export function sharedTypes(account: AccountPlan): SharedTypes {
  const uses: Uses = { enums: new Map(), subrecords: new Map() };
  for (const { wireName, type } of account.names.values()) {
    const record = account.records.get(wireName);
    if (record !== undefined) collect(record.fields, { record: type, owner: type, uses });
  }
  const shared = [...severalUses(uses.enums), ...severalUses(uses.subrecords)];
  const names = new Set(account.fixedNames);
  const named = namesOf(shared, names);
  return {
    enums: pick(uses.enums, named, (name, { fieldNames, type }) => ({ name, fieldNames, values: type })),
    subrecords: pick(uses.subrecords, named, (name, { fieldNames, type }) => ({ name, fieldNames, type })),
    names,
  };
}

interface Use<Type> {
  /** Names of the fields, one for each that has it. */
  readonly fieldNames: string[];
  /** The type names of their records. */
  readonly records: Set<string>;
  /** What it is called where nothing better is free: that of the first field. */
  readonly longName: string;
  readonly type: Type;
}

interface Uses {
  readonly enums: Map<string, Use<readonly string[]>>;
  readonly subrecords: Map<string, Use<Subrecord>>;
}

interface Place {
  /** The type name of the record. */
  readonly record: string;
  /** What the names of types within begin with. */
  readonly owner: string;
  readonly uses: Uses;
}

function collect(fields: Fields, { record, owner, uses }: Place): void {
  for (const [name, { type }] of writableFields(fields)) {
    const longName = `${owner}${pascalCase(name)}`;
    const place = { name, record, longName };
    if (type.kind === 'enum') {
      addUse(uses.enums, enumKey(name, type.values), { ...place, type: type.values });
    } else if (type.kind === 'subrecord') {
      addUse(uses.subrecords, subrecordKey(type.fields), { ...place, type });
      collect(type.fields, { record, owner: longName, uses });
    } else if (type.kind === 'sublist') {
      collect(type.fields, { record, owner: longName, uses });
    }
  }
}

function addUse<Type>(
  uses: Map<string, Use<Type>>,
  key: string,
  added: { readonly name: string; readonly record: string; readonly longName: string; readonly type: Type },
): void {
  const { name, record, longName, type } = added;
  const use = uses.get(key);
  if (use === undefined) {
    uses.set(key, { fieldNames: [name], records: new Set([record]), longName, type });
  } else {
    use.fieldNames.push(name);
    use.records.add(record);
  }
}

type SharedUse = Use<unknown>;

function severalUses(uses: ReadonlyMap<string, SharedUse>): readonly SharedUse[] {
  return [...uses.values()].filter(({ fieldNames }) => fieldNames.length > 1);
}

/** A short name for each; of those that would get the same, the most used one has it, the others take the long one. */
function namesOf(shared: readonly SharedUse[], taken: Set<string>): ReadonlyMap<SharedUse, string> {
  const mostUsedFirst = [...shared].sort(
    (left, right) =>
      right.fieldNames.length - left.fieldNames.length || byCodeUnits(left.longName, right.longName),
  );
  const named = new Map<SharedUse, string>();
  for (const use of mostUsedFirst) {
    const short = shortTypeName(use);
    const wanted = short === '' || taken.has(short) ? use.longName : short;
    named.set(use, uniqueName(shortName(wanted), { taken, separator: '' }));
  }
  return named;
}

/** The common words of the fields, with the record's name before them where it is the only one. */
function shortTypeName({ fieldNames, records }: SharedUse): string {
  const common = commonName(fieldNames);
  const [only, ...others] = records;
  return common !== '' && only !== undefined && others.length === 0 ? `${only}${common}` : common;
}

function pick<Type, Shared extends { readonly name: string }>(
  uses: ReadonlyMap<string, Use<Type>>,
  names: ReadonlyMap<SharedUse, string>,
  shape: (name: string, use: Use<Type>) => Shared,
): ReadonlyMap<string, Shared> {
  const shared = [...uses].flatMap(([key, use]): (readonly [string, Shared])[] => {
    const name = names.get(use);
    return name === undefined ? [] : [[key, shape(name, use)]];
  });
  return new Map(shared.sort(([, left], [, right]) => byCodeUnits(left.name, right.name)));
}
