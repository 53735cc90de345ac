import type { ColumnKind } from '../column-kind.js';
import { flatShape, type RowDecoder, rowDecoder } from '../model/row-shape.js';
import type { WireRow } from '../statement.js';
import type { Decode, ValueCodec } from '../value-codec.js';
import { dateMasks, isDated } from './date-masks.js';

/**
 * How the rows of a statement that is written as text are decoded.
 *
 * @param columns Kinds by name. Null: the rows stay as NetSuite sends them, without its links.
 */
export function rawDecoder(
  columns: Readonly<Record<string, ColumnKind>> | null,
  codec: ValueCodec,
): RowDecoder {
  if (columns === null) return plainRow;
  const compiled = Object.entries(columns).map(([name, kind]) => ({ name, alias: name.toLowerCase(), kind }));
  const careful: ValueCodec = { ...codec, decoder: (kind) => inFixedForm(kind, codec.decoder(kind)) };
  return rowDecoder(flatShape(compiled), compiled, careful);
}

function plainRow(wire: WireRow): Record<string, unknown> {
  const { links, ...row } = wire;
  // NetSuite's own `links` is an array; a column that a query names so is a text.
  return links === undefined || Array.isArray(links) ? row : { ...row, links };
}

/**
 * A text may ask for a date as it is, and gets it in the account's form: 3/8/2026 is a day in March
 * or in August. It is not guessed.
 */
function inFixedForm(kind: ColumnKind, decode: Decode): Decode {
  if (!isDated(kind)) return decode;
  const form = forms[kind];
  return (wire) => {
    if (wire == null || form.test(String(wire))) return decode(wire);
    throw new TypeError(
      `A ${kind} came as '${String(wire)}', in the account's own form. Select it as TO_CHAR(column, '${dateMasks[kind]}') AS name; sql.output(table.column) writes that.`,
    );
  };
}

const forms = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  datetime: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/,
} as const;
