import type { Advice } from '../advice.js';
import type { Decimal } from '../values.js';
import type { Direction, NoSuchField, OrderBy, Where } from './arguments.js';
import type { Filter, NumberFilter, ToOne } from './shape.js';

/** Fields to count values of, or `true` to count rows. */
type CountChoice<Row> = true | { readonly [Field in keyof Row]?: true };
type NumberChoice<Row> = {
  readonly [Field in keyof Row]?: Row[Field] extends Decimal | number | null
    ? true
    : Advice<'only numbers have a sum and a mean'>;
};
type Choice<Row> = { readonly [Field in keyof Row]?: true };

interface Aggregates<Row> {
  /** `true` for the number of rows; fields for the number of their values that are not NULL. */
  readonly _count?: CountChoice<Row>;
  readonly _sum?: NumberChoice<Row>;
  /** The mean of the values that are not NULL. */
  readonly _avg?: NumberChoice<Row>;
  readonly _min?: Choice<Row>;
  readonly _max?: Choice<Row>;
}

/** What `aggregate` takes: at least one of the aggregates. */
export interface AggregateArguments<Row, Relations> extends Aggregates<Row> {
  readonly where?: Where<Row, Relations>;
  /** Whether to leave out the model's default filter; see `extendModel`. Default false. */
  readonly unfiltered?: boolean;
  readonly signal?: AbortSignal;
}

/** Fields of rows that relations to one row lead to, at any depth. */
type RelatedFields<Relations> = {
  readonly [Field in keyof Relations]?: Relations[Field] extends ToOne<infer Row, infer Inner>
    ? FieldsThrough<Row, Inner>
    : never;
};

type FieldsThrough<Row, Relations> = {
  readonly [Field in keyof Row | keyof Relations]?:
    | (Field extends keyof Row ? true : never)
    | (Field extends keyof Relations
        ? Relations[Field] extends ToOne<infer Other, infer Inner>
          ? FieldsThrough<Other, Inner>
          : never
        : never);
};

/** What `groupBy` takes. */
export interface GroupByArguments<Row, Relations, By extends keyof Row>
  extends AggregateArguments<Row, Relations> {
  /** The fields whose equal values make a group. Default: those of `byRelated` alone. */
  readonly by?: readonly By[];
  /** Fields of rows that are referred to, which make groups too: `{ entity: { companyname: true } }`. Default: none. */
  readonly byRelated?: RelatedFields<Relations>;
  /** Conditions on groups. All of them must hold. */
  readonly having?: Having<Row, By>;
  /** Default: by the fields of `by`, then those of `byRelated`. */
  readonly orderBy?: GroupOrder<Row, By> & RelatedOrder<Relations, By>;
  /** Groups at most. Default: all. */
  readonly take?: number;
  /** Groups to leave out first. Default 0. */
  readonly skip?: number;
}

type Having<Row, By extends keyof Row> = {
  readonly [Field in By]?: Filter<NonNullable<Row[Field]>>;
} & {
  readonly _count?: NumberFilter | { readonly [Field in keyof Row]?: NumberFilter };
  readonly _sum?: { readonly [Field in keyof Row]?: Filter<NonNullable<Row[Field]>> };
  readonly _avg?: { readonly [Field in keyof Row]?: Filter<NonNullable<Row[Field]>> };
  readonly _min?: { readonly [Field in keyof Row]?: Filter<NonNullable<Row[Field]>> };
  readonly _max?: { readonly [Field in keyof Row]?: Filter<NonNullable<Row[Field]>> };
};

type GroupOrder<Row, By extends keyof Row> = { readonly [Field in By]?: Direction } & {
  readonly _count?: Direction | { readonly [Field in keyof Row]?: Direction };
  readonly _sum?: { readonly [Field in keyof Row]?: Direction };
  readonly _avg?: { readonly [Field in keyof Row]?: Direction };
  readonly _min?: { readonly [Field in keyof Row]?: Direction };
  readonly _max?: { readonly [Field in keyof Row]?: Direction };
};

type RelatedOrder<Relations, By> = {
  readonly [Field in keyof Relations]?: Field extends By
    ? Direction
    : Relations[Field] extends ToOne<infer Row, infer Inner>
      ? OrderBy<Row, Inner>
      : never;
};

/** What is given to `aggregate` or `groupBy`, with a message in place of fields that do not exist. */
export type CheckedAggregates<Given, Row, Others, Relations = unknown, By = never> = {
  readonly [Name in keyof Given]: Name extends keyof Aggregates<unknown>
    ? Given[Name] extends boolean
      ? unknown
      : { readonly [Field in keyof Given[Name]]: Field extends keyof Row ? unknown : NoSuchField<Field> }
    : Name extends Others | 'where' | 'unfiltered' | 'signal'
      ? unknown
      : Name extends 'byRelated'
        ? CheckedRelated<Given[Name], unknown, Relations> & {
            readonly [Field in keyof Given[Name] & By]: AlsoInBy<Field>;
          }
        : NoSuchField<Name>;
};

/** What no value fits: a group has one property of a name. */
export interface AlsoInBy<Field> {
  readonly 'in by already; for its id too, give byRelated: { …: { id: true } }': Field;
}

/** Stands in a compile error of `groupBy` without either. */
interface GiveByOrByRelated {
  readonly 'give by or byRelated': never;
}

/** Whether a call says what makes a group. */
export type GroupedBySomething<Given> = [keyof Given & ('by' | 'byRelated')] extends [never]
  ? GiveByOrByRelated
  : unknown;

type CheckedRelated<Given, Row, Relations> = {
  readonly [Field in keyof Given]: Given[Field] extends true
    ? Field extends keyof Row
      ? unknown
      : NoSuchField<Field>
    : Field extends keyof Relations
      ? Relations[Field] extends ToOne<infer Other, infer Inner>
        ? CheckedRelated<Given[Field], Other, Inner>
        : NoSuchField<Field>
      : NoSuchField<Field>;
};

/** The result of `aggregate`. A sum, mean, minimum or maximum of no values is null. */
export type Aggregated<Row, A> = {
  readonly [Name in keyof A & keyof Aggregates<unknown>]: A[Name] extends true
    ? number
    : {
        readonly [Field in keyof A[Name]]: Name extends '_count'
          ? number
          : Field extends keyof Row
            ? NonNullable<Row[Field]> | null
            : never;
      };
};

/** A group: the values that its rows share, and its aggregates. */
export type Grouped<Row, Relations, By extends keyof Row, A> = Aggregated<Row, A> & {
  readonly [Field in By]: Row[Field];
} & (A extends { readonly byRelated: infer Through } ? GroupedThrough<Relations, Through> : unknown);

type GroupedThrough<Relations, By> = {
  readonly [Name in keyof By & keyof Relations]: Relations[Name] extends ToOne<infer Row, infer Inner>
    ? RelatedValues<Row, Inner, By[Name]>
    : never;
};

/** Fields of a row that is referred to: null where there is no such row. */
type RelatedValues<Row, Relations, By> = {
  readonly [Name in keyof By]: By[Name] extends true
    ? Name extends keyof Row
      ? Row[Name] | null
      : never
    : Name extends keyof Relations
      ? Relations[Name] extends ToOne<infer Other, infer Inner>
        ? RelatedValues<Other, Inner, By[Name]>
        : never
      : never;
};
