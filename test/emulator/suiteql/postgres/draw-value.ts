import { type Both, both, differ } from './both.js';
import { type Draw, deeper, type Scope } from './draw.js';
import { drawScalarQuery } from './draw-subquery.js';
import type { Kind } from './tables.js';

export function drawValue(draw: Draw, kind: Kind, scope: Scope): Both {
  if (scope.depth <= 0 || draw.onceIn(3)) return drawLeaf(draw, kind, scope);
  return draw.oneOf([drawAny, drawOwn[kind], drawOwn[kind], drawOwn[kind]])(draw, deeper(scope), kind);
}

/** Integers and decimals that are exact in both; texts with letters of either case. */
const literals = {
  number: ['0', '1', '2', '3', '7', '-4', '0.1', '0.25', '10.1', '40'],
  text: ["'a'", "'Adams'", "'first'", "'B'", "' x'", "'it''s'"],
  date: ['2026-01-31', '2024-02-29', '1995-02-28', '2026-03-08', '2025-12-29'],
} as const;

export function drawLiteral(draw: Draw, kind: Kind): Both {
  if (kind === 'date') return both`TO_DATE('${draw.oneOf(literals.date)}', 'YYYY-MM-DD')`;
  if (kind === 'text') return both`${draw.oneOf(literals.text)}`;
  const literal = draw.oneOf(literals.number);
  // PostgreSQL divides integers as integers.
  return differ(literal.startsWith('-') ? `(${literal})` : literal, `(${literal})::numeric`);
}

function drawLeaf(draw: Draw, kind: Kind, { columns }: Scope): Both {
  const own = columns.filter((column) => column.kind === kind);
  if (own.length === 0 || draw.onceIn(5)) return drawLiteral(draw, kind);
  return both`${draw.oneOf(own).sql}`;
}

/** What there is for every kind. */
function drawAny(draw: Draw, scope: Scope, kind: Kind): Both {
  const value = (): Both => draw.value(kind, scope);
  switch (draw.integer(1, 7)) {
    case 1: {
      const [left, right] = [value(), value()];
      return differ(both`NVL(${left}, ${right})`, both`COALESCE(${left}, ${right})`);
    }
    case 2:
      return both`COALESCE(${value()}, ${value()}, ${value()})`;
    case 3:
      return both`NULLIF(${value()}, ${value()})`;
    case 4:
      return both`CASE WHEN ${draw.condition(scope)} THEN ${value()} WHEN ${draw.condition(scope)} THEN ${value()} ELSE ${value()} END`;
    case 5: {
      const [operand, search, found, other] = [value(), value(), value(), value()];
      return differ(
        both`DECODE(${operand}, ${search}, ${found}, ${other})`,
        both`CASE WHEN ${operand} IS NOT DISTINCT FROM ${search} THEN ${found} ELSE ${other} END`,
      );
    }
    case 6: {
      const word = draw.oneOf(['GREATEST', 'LEAST']);
      const [left, right] = [value(), value()];
      return differ(
        both`${word}(${left}, ${right})`,
        both`CASE WHEN ${left} IS NOT NULL AND ${right} IS NOT NULL THEN ${word}(${left}, ${right}) END`,
      );
    }
    default:
      return drawScalarQuery(draw, kind, scope);
  }
}

type DrawOfScope = (draw: Draw, scope: Scope) => Both;

const drawOwn: Readonly<Record<Kind, DrawOfScope>> = {
  number: drawNumber,
  text: drawText,
  date: drawDate,
};

function drawNumber(draw: Draw, scope: Scope): Both {
  const value = (): Both => draw.value('number', scope);
  const date = (): Both => draw.value('date', scope);
  const leaf = (): Both => drawLeaf(draw, 'number', scope);
  switch (draw.integer(1, 10)) {
    case 1:
      return both`(${value()} + ${value()})`;
    case 2:
      return both`(${value()} - ${value()})`;
    case 3:
      // More factors would have more digits than a double.
      return both`(${leaf()} * ${leaf()})`;
    case 4:
      return both`ROUND(${value()} / ${draw.oneOf([2, 3, 8, 7])}, 4)`;
    case 5:
      return both`${draw.oneOf(['ABS', 'SIGN', 'FLOOR', 'CEIL'])}(${value()})`;
    case 6:
      return both`${draw.oneOf(['ROUND', 'TRUNC'])}(${value()}, ${draw.oneOf([-1, 0, 1])})`;
    case 7:
      return both`MOD(${value()}, ${draw.oneOf([3, 7, 2])})`;
    case 8:
      return numeric(both`LENGTH(${draw.value('text', scope)})`);
    case 9:
      return numeric(both`(${date()} - ${date()})`);
    default:
      return both`EXTRACT(${draw.oneOf(['YEAR', 'MONTH', 'DAY'])} FROM ${date()})`;
  }
}

/** PostgreSQL has several kinds of numbers, which do not all have the same functions. */
export function numeric(value: Both): Both {
  return differ(value, both`CAST(${value} AS numeric)`);
}

const dateMasks = [
  'YYYY-MM-DD',
  'DD-Mon-YY',
  'MONTH D',
  'FMMonth',
  'Day',
  'Q WW IW',
  'DDD dy',
  'IYYY-IW',
  'J CC',
  'RM Y,YYY AD',
  'IYY I IY',
  // Not SSSSS, which Oracle pads with zeros.
  'HH24:MI:SS HH12 am',
];

/** Every text that may be empty is NULL in Oracle. */
function orNull(text: Both): Both {
  return differ(text, both`NULLIF(${text}, '')`);
}

function drawText(draw: Draw, scope: Scope): Both {
  const value = (): Both => draw.value('text', scope);
  switch (draw.integer(1, 9)) {
    case 1: {
      const [left, right] = [value(), value()];
      return differ(both`(${left} || ${right})`, both`NULLIF(CONCAT(${left}, ${right}), '')`);
    }
    case 2:
      return both`${draw.oneOf(['UPPER', 'LOWER', 'INITCAP'])}(${value()})`;
    case 3:
      return orNull(both`SUBSTR(${value()}, ${draw.integer(1, 4)}, ${draw.integer(1, 3)})`);
    case 4:
      return orNull(both`REPLACE(${value()}, ${drawLiteral(draw, 'text')}, ${drawLiteral(draw, 'text')})`);
    case 5:
      return orNull(
        both`${draw.oneOf(['LPAD', 'RPAD'])}(${value()}, ${draw.integer(1, 9)}, ${draw.oneOf(["'*'", "'ab'"])})`,
      );
    case 6:
      return orNull(
        both`${draw.oneOf(['LTRIM', 'RTRIM'])}(${value()}, ${draw.oneOf(["' '", "'aA'", "'t'"])})`,
      );
    case 7:
      return orNull(both`TRIM(${value()})`);
    case 8:
      return orNull(both`TRANSLATE(${value()}, 'aeA', '41')`);
    default:
      return both`TO_CHAR(${draw.value('date', scope)}, '${draw.oneOf(dateMasks)}')`;
  }
}

const units = [
  ['MM', 'month'],
  ['Q', 'quarter'],
  ['YYYY', 'year'],
  ['IW', 'week'],
  ['DD', 'day'],
  ['CC', 'century'],
] as const;

function drawDate(draw: Draw, scope: Scope): Both {
  const date = draw.value('date', scope);
  const monthEnd = (day: Both): Both =>
    both`CAST(date_trunc('month', ${day}) + INTERVAL '1 month - 1 day' AS date)`;
  switch (draw.integer(1, 4)) {
    case 1:
      return both`(${date} ${draw.oneOf(['+', '-'])} ${draw.integer(0, 400)})`;
    case 2: {
      const [mask, unit] = draw.oneOf(units);
      return differ(both`TRUNC(${date}, '${mask}')`, both`CAST(date_trunc('${unit}', ${date}) AS date)`);
    }
    case 3:
      return differ(both`LAST_DAY(${date})`, monthEnd(date));
    default: {
      const months = draw.integer(-14, 14);
      const added = both`CAST(${date} + INTERVAL '${months} months' AS date)`;
      return differ(
        both`ADD_MONTHS(${date}, ${months})`,
        both`CASE WHEN ${date} = ${monthEnd(date)} THEN ${monthEnd(added)} ELSE ${added} END`,
      );
    }
  }
}
