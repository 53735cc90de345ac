import { ownProperty } from '../own-property.js';
import type { CompiledColumn } from '../query/compile.js';
import type { WireRow } from '../statement.js';
import type { Decode, ValueCodec } from '../value-codec.js';

/** How a flat wire row becomes a nested object. Indexes count the statement's output columns. */
export interface RowShape {
  readonly columns: readonly { readonly name: string; readonly index: number }[];
  readonly relations: readonly {
    readonly name: string;
    /** The output column with the related row's key: NULL there means no related row. Null: it is always there. */
    readonly keyIndex: number | null;
    readonly shape: RowShape;
  }[];
}

export type RowDecoder = (wire: WireRow) => Record<string, unknown>;

/** The shape of a flat row: every output column under its own name. */
export function flatShape(columns: readonly CompiledColumn[]): RowShape {
  return { columns: columns.map(({ name }, index) => ({ name, index })), relations: [] };
}

/** A function that decodes the rows of a statement. Made once a query, called once a row. */
export function rowDecoder(
  shape: RowShape,
  columns: readonly CompiledColumn[],
  codec: ValueCodec,
): RowDecoder {
  const fields = shape.columns.map(({ name, index }) => {
    const column = columns[index] as CompiledColumn;
    return { name, alias: column.alias, decode: codec.decoder(column.kind) };
  });
  const relations = shape.relations.map(({ name, keyIndex, shape: inner }) => ({
    name,
    keyAlias: keyIndex === null ? null : (columns[keyIndex] as CompiledColumn).alias,
    decode: rowDecoder(inner, columns, codec),
  }));
  const names = fields.map(({ name }) => name);
  const aliases = fields.map(({ alias }) => alias);
  const decoders: Decode[] = fields.map(({ decode }) => decode);

  // A NULL column is absent on the wire: one called `constructor` must not be read from what every object inherits.
  const isInherited = aliases.some((alias) => alias in Object.prototype);

  return (given) => {
    const wire: WireRow = isInherited ? Object.assign(Object.create(null), given) : given;
    const row: Record<string, unknown> = {};
    for (let index = 0; index < names.length; index++) {
      const name = names[index] as string;
      const value = (decoders[index] as Decode)(wire[aliases[index] as string]);
      ownProperty(row, name, value);
    }
    for (const { name, keyAlias, decode } of relations)
      ownProperty(row, name, keyAlias !== null && wire[keyAlias] == null ? null : decode(wire));
    return row;
  };
}
