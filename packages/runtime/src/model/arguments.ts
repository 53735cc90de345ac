import type { Filter, ToMany, ToOne } from './shape.js';

/**
 * Conditions on the rows of a model; all of them must hold.
 *
 * A reference takes an id, conditions on the id, or conditions on the row that it points to.
 */
export type Where<Row, Relations> = {
  readonly [Field in keyof Row | keyof Relations | 'AND' | 'OR' | 'NOT']?: Field extends keyof Relations
    ? RelationWhere<Relations[Field]> | (Field extends keyof Row ? Filter<NonNullable<Row[Field]>> : never)
    : Field extends keyof Row
      ? Filter<NonNullable<Row[Field]>>
      : Field extends 'NOT'
        ? Where<Row, Relations>
        : readonly Where<Row, Relations>[];
};

type RelationWhere<Relation> =
  Relation extends ToOne<infer Row, infer Relations> ? Where<Row, Relations> : never;

/** Fields to return: `true`, or for a relation what to return of it. */
export type Select<Row, Relations> = {
  readonly [Field in keyof Row | keyof Relations]?: Field extends keyof Relations
    ? RelationSelect<Relations[Field]> | (Field extends keyof Row ? boolean : never)
    : boolean;
};

type RelationSelect<Relation> =
  Relation extends ToOne<infer Row, infer Relations> ? { readonly select: Select<Row, Relations> } : never;

/** Sort keys, most important first; an array where their order would not be clear. */
export type OrderBy<Row> = { readonly [Field in keyof Row]?: Direction };

/** NULL comes last in `asc`, first in `desc`, unless `nulls` says otherwise. */
export type Direction = 'asc' | 'desc' | { readonly sort: 'asc' | 'desc'; readonly nulls: 'first' | 'last' };

/** A misspelled field in `select`: no value fits it. */
export type Unknown<Given, Row, Relations> = {
  readonly [Field in Exclude<keyof Given, keyof Row | keyof Relations>]: never;
};

/** What `findMany` takes. */
export interface FindManyArguments<Row, Relations, S> {
  readonly where?: Where<Row, Relations>;
  /** Default: every column of the table. */
  readonly select?: S & Unknown<S, Row, Relations>;
  readonly orderBy?: OrderBy<Row> | readonly OrderBy<Row>[];
  /** Rows at most. Default: all. */
  readonly take?: number;
  /** Rows to leave out first. Needs `orderBy`. Default 0. */
  readonly skip?: number;
  readonly signal?: AbortSignal;
}

/** What `count` takes. */
export interface CountArguments<Row, Relations> {
  readonly where?: Where<Row, Relations>;
  readonly signal?: AbortSignal;
}

/** The row that a `select` gives. */
export type Selected<Row, Relations, S> = {
  readonly [Field in keyof S as S[Field] extends false | undefined ? never : Field]: S[Field] extends true
    ? Field extends keyof Row
      ? Row[Field]
      : never
    : Field extends keyof Relations
      ? SelectedRelation<Relations[Field], S[Field]>
      : never;
};

type SelectedRelation<Relation, S> =
  Relation extends ToOne<infer Row, infer Relations>
    ? S extends { readonly select: infer Inner }
      ? Selected<Row, Relations, Inner> | null
      : never
    : Relation extends ToMany<infer Row, infer Relations>
      ? S extends { readonly select: infer Inner }
        ? Selected<Row, Relations, Inner>[]
        : never
      : never;

/** The row of a call: that of its `select`, or all columns. */
export type Result<Row, Relations, S> = [S] extends [undefined] ? Row : Selected<Row, Relations, S>;
