import type { Condition } from '../query/expression.js';
import type { Filter, ToMany, ToOne } from './shape.js';

/**
 * Conditions on the rows of a model; all of them must hold.
 *
 * A reference takes an id, conditions on the id, or conditions on the row that it points to; a relation to many rows
 * takes `some`, `none` or `every`. `AND`, `OR` and `NOT` also take conditions of the query builder.
 */
export type Where<Row, Relations> = {
  readonly [Field in keyof (Row & Relations & Logic)]?: Field extends keyof Relations
    ? RelationWhere<Relations[Field]> | (Field extends keyof Row ? Filter<NonNullable<Row[Field]>> : never)
    : Field extends keyof Row
      ? Filter<NonNullable<Row[Field]>>
      : Field extends 'NOT'
        ? Where<Row, Relations> | Condition<string>
        : readonly (Where<Row, Relations> | Condition<string>)[];
};

/** Keys of `where` beside the fields. */
interface Logic {
  readonly AND: unknown;
  readonly OR: unknown;
  readonly NOT: unknown;
}

type RelationWhere<Relation> =
  Relation extends ToOne<infer Row, infer Relations>
    ? Where<Row, Relations>
    : Relation extends ToMany<infer Row, infer Relations>
      ? ListWhere<Row, Relations>
      : never;

/** Conditions on the rows that a relation leads to. All of the given ones must hold. */
export interface ListWhere<Row, Relations> {
  /** At least one row fits. */
  readonly some?: Where<Row, Relations>;
  /** No row fits. */
  readonly none?: Where<Row, Relations>;
  /** All rows fit; true where there are none. */
  readonly every?: Where<Row, Relations>;
}

/**
 * A key of everything that could be selected, which no program can write and no editor offers. Where a call gives no
 * `select`, the compiler takes all of `Select` for it: that has this key, and an object that was given has not.
 * A default of `undefined` would tell the two apart as well, but then editors offer no fields.
 */
declare const notGiven: unique symbol;

type NotGiven = typeof notGiven;

/**
 * Fields to return: `true`, or for a relation what to return of it. `_display` names fields whose text in the user
 * interface is wanted, `_count` relations whose rows are to be counted.
 */
export type Select<Row, Relations> = {
  readonly [Field in keyof (Row & Relations & SelectExtras)]?: Field extends keyof Relations
    ? boolean | RelationSelect<Relations[Field]>
    : Field extends keyof Row
      ? boolean
      : Field extends '_count'
        ? Counts<Relations>
        : { readonly [Shown in keyof Row]?: boolean };
};

/** Keys of `select` beside the fields. */
interface SelectExtras {
  readonly _count: unknown;
  readonly _display: unknown;
  readonly [notGiven]: unknown;
}

/** Relations to return beside the fields: `true` for all of their fields, or what to return of them. */
export type Include<Relations> = {
  readonly [Field in keyof Relations | '_count' | NotGiven]?: Field extends keyof Relations
    ? boolean | RelationSelect<Relations[Field]>
    : Counts<Relations>;
};

type Counts<Relations> = {
  readonly [Field in keyof Relations]?: boolean | CountOf<Relations[Field]>;
};

type CountOf<Relation> =
  Relation extends ToMany<infer Row, infer Relations>
    ? { readonly where?: Where<Row, Relations> }
    : Relation extends ToOne<infer Row, infer Relations>
      ? { readonly where?: Where<Row, Relations> }
      : never;

type RelationSelect<Relation> =
  Relation extends ToOne<infer Row, infer Relations>
    ? OneSelect<Row, Relations>
    : Relation extends ToMany<infer Row, infer Relations>
      ? ListSelect<Row, Relations>
      : never;

interface OneSelect<Row, Relations> {
  /** Default: every column. */
  readonly select?: Select<Row, Relations>;
  readonly include?: Include<Relations>;
}

interface ListSelect<Row, Relations> extends OneSelect<Row, Relations> {
  readonly where?: Where<Row, Relations>;
  readonly orderBy?: OrderBy<Row, Relations>;
  /** Rows at most, of each row that the relation starts from. Default: all. */
  readonly take?: number;
  /** Rows to leave out first, of each row that the relation starts from. Default 0. */
  readonly skip?: number;
}

/**
 * Sort keys, most important first, in the order in which the object has them. A relation to one row takes keys of
 * that row, one to many rows `_count`.
 */
export type OrderBy<Row, Relations = unknown> = {
  readonly [Field in keyof (Row & Relations)]?: Field extends keyof Relations
    ? RelationOrder<Relations[Field]> | (Field extends keyof Row ? Direction : never)
    : Direction;
};

type RelationOrder<Relation> =
  Relation extends ToOne<infer Row, infer Relations>
    ? OrderBy<Row, Relations>
    : Relation extends ToMany<infer _Row, infer _Relations>
      ? CountOrder
      : never;

/** A sort key: how many rows a relation leads to. */
interface CountOrder {
  readonly _count?: Direction;
}

/** NULL comes last in `asc`, first in `desc`, unless `nulls` says otherwise. */
export type Direction = 'asc' | 'desc' | { readonly sort: 'asc' | 'desc'; readonly nulls: 'first' | 'last' };

/** What no value fits: the compiler's message then names the field. An object, since texts would make all of it `never`. */
export interface NoSuchField<Field> {
  readonly field: Field;
}

interface NameAtLeastOneField {
  readonly [notGiven]: true;
}

/** What is given as `select` or `include`, with a message in place of what does not exist, at any depth. */
export type Checked<Given, Row, Relations> = NotGiven extends keyof Given
  ? unknown
  : [keyof Given] extends [never]
    ? NameAtLeastOneField
    : {
        readonly [Field in keyof Given]: Field extends keyof Relations
          ? CheckedRelation<Given[Field], Relations[Field]>
          : Field extends keyof Row
            ? unknown
            : Field extends '_count' | '_display'
              ? unknown
              : NoSuchField<Field>;
      };

type CheckedRelation<Given, Relation> = Given extends boolean | undefined
  ? unknown
  : Relation extends ToOne<infer Row, infer Relations>
    ? CheckedParts<Given, Row, Relations, never>
    : Relation extends ToMany<infer Row, infer Relations>
      ? CheckedParts<Given, Row, Relations, 'orderBy' | 'take' | 'skip'>
      : never;

type CheckedParts<Given, Row, Relations, Others> = {
  readonly [Part in keyof Given]: Part extends 'select'
    ? Checked<Given[Part], Row, Relations>
    : Part extends 'include'
      ? Checked<Given[Part], unknown, Relations>
      : Part extends 'where'
        ? CheckedWhere<Given[Part], Row, Relations>
        : Part extends Others
          ? unknown
          : NoSuchField<Part>;
};

type CheckedWhere<Given, Row, Relations> = {
  readonly [Field in keyof Given]: Field extends keyof Row
    ? unknown
    : Field extends keyof Relations
      ? unknown
      : Field extends 'AND' | 'OR' | 'NOT'
        ? unknown
        : NoSuchField<Field>;
};

/** What `findMany` takes. `Full`: the row as it is returned, with computed fields. */
export interface FindManyArguments<Row, Relations, S, I, Full = Row> {
  readonly where?: Where<Row, Relations>;
  /** Default: every column of the table. */
  readonly select?: S & Checked<S, Full, Relations>;
  /** Relations to return beside what is selected. */
  readonly include?: I & Checked<I, unknown, Relations>;
  readonly orderBy?: OrderBy<Row, Relations>;
  /** Rows at most. Default: all. */
  readonly take?: number;
  /** Rows to leave out first, in the order of `orderBy`, or of the key without one. Default 0. */
  readonly skip?: number;
  /** Whether to leave out the model's default filter; see `extendModel`. Default false. */
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** The key of a table: the only column that is never null. */
type KeyOf<Row> = { readonly [Field in keyof Row]: null extends Row[Field] ? never : Field }[keyof Row];

/** Stands in a compile error of `findUnique` on a table without a known key. */
export interface NoKeyKnown {
  readonly 'the table has no key that is known, use findFirst': never;
}

type UniqueWhere<Row> = [KeyOf<Row>] extends [never]
  ? NoKeyKnown
  : { readonly [Field in keyof Row]?: NonNullable<Row[Field]> | number } & {
      readonly [Field in KeyOf<Row>]: Row[Field] | number;
    };

/** What `findUnique` takes. */
export interface FindUniqueArguments<Row, Relations, S, I, Full = Row> {
  /** The table's key, and other values that must fit. */
  readonly where: UniqueWhere<Row>;
  /** Default: every column of the table. */
  readonly select?: S & Checked<S, Full, Relations>;
  /** Relations to return beside what is selected. */
  readonly include?: I & Checked<I, unknown, Relations>;
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** What `paginate` takes. */
export interface PaginateArguments<Row, Relations, S, I, Full = Row>
  extends Omit<FindManyArguments<Row, Relations, S, I, Full>, 'skip'> {
  /** `next` of the page before. Default: the first page. */
  readonly after?: string | null;
}

/** What `count` and `exists` take. */
export interface CountArguments<Row, Relations> {
  readonly where?: Where<Row, Relations>;
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** The row that a `select` gives. */
export type Selected<Row, Relations, S> = SelectedFields<
  Row & Relations & SelectExtras,
  Row,
  Relations,
  S,
  keyof S & keyof (Row & Relations & SelectExtras)
>;

/**
 * Over keys of the row, so that editors show what the row's interface says of a field. What `S` extends lets its
 * properties be read as they are: an intersection with its keys would cost the compiler 3 % of a call.
 */
type SelectedFields<
  All,
  Row,
  Relations,
  S extends { readonly [Field in Fields]?: unknown },
  Fields extends keyof All,
> = {
  readonly [Field in Fields as S[Field] extends false | undefined
    ? never
    : Field]: Field extends keyof Relations
    ? S[Field] extends true
      ? Field extends keyof Row
        ? Row[Field]
        : Related<Relations[Field], S[Field]>
      : Related<Relations[Field], S[Field]>
    : Field extends keyof Row
      ? Row[Field]
      : Field extends '_count'
        ? Named<S[Field], number>
        : Named<S[Field], string | null>;
};

type Named<Names, Value> = {
  readonly [Name in keyof Names as Names[Name] extends false | undefined ? never : Name]: Value;
};

/** What a relation gives: a row or null, or a list. */
type Related<Relation, S> =
  Relation extends ToOne<infer Row, infer Relations>
    ? Result<Row, Relations, SelectOf<S>, IncludeOf<S>> | null
    : Relation extends ToMany<infer Row, infer Relations>
      ? Result<Row, Relations, SelectOf<S>, IncludeOf<S>>[]
      : never;

type SelectOf<S> = S extends { readonly select: infer Inner } ? Inner : { readonly [notGiven]: true };

type IncludeOf<S> = S extends { readonly include: infer Inner } ? Inner : { readonly [notGiven]: true };

/** The row of a call: that of its `select`, or all columns; with the relations of its `include`. */
export type Result<Row, Relations, S, I> = NotGiven extends keyof I
  ? NotGiven extends keyof S
    ? Row
    : Selected<Row, Relations, S>
  : Included<NotGiven extends keyof S ? Row : Selected<Row, Relations, S>, Relations, I>;

/** A row with the relations of an `include`. */
export type Included<Base, Relations, I> = {
  readonly [Field in keyof Base | keyof I]: Field extends keyof I
    ? I[Field] extends false | undefined
      ? Field extends keyof Base
        ? Base[Field]
        : undefined
      : Field extends keyof Relations
        ? Related<Relations[Field], I[Field]>
        : Named<I[Field], number>
    : Field extends keyof Base
      ? Base[Field]
      : never;
};
