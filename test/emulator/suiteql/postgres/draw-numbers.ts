import { type Both, both, differ } from './both.js';
import type { Draw } from './draw.js';

/**
 * Numbers of up to 38 digits: less than 1e19 and of 18 places at most, so that sums of a few of them have no more digits
 * than Oracle keeps; products are of the shorter ones.
 */
export const measureColumns = ['id', 'wide', 'narrow', 'whole', 'short'] as const;

export const measureRows: readonly (readonly (string | null)[])[] = [
  ['1', '9999999999999999999.999999999999999999', '99999999999999.9', '7', '0.000000001'],
  ['2', '-9999999999999999999.999999999999999999', '0.1', '-7', '999999999.999999999'],
  ['3', '9007199254740993', '0.2', '999999999999999', '12345678.12'],
  ['4', '9007199254740992', '0.3', '0', '12345678.12'],
  ['5', '0.000000000000000001', '-123456789.012345', null, '-0.5'],
  ['6', '99999999999999.99', '99999999999999.9', '7', null],
  ['7', '99999999999999.98', null, '40', '3'],
  ['8', null, '2.5', '-3', '1.15'],
  ['9', '2.5', '2.5', '2', '0.25'],
  ['10', '-2.5', '-2.5', '3', '33.33'],
];

const literals = [
  '0',
  '1',
  '-7',
  '2.5',
  '0.3',
  '99999999999999.985',
  '9007199254740993',
  '-1234567890123456789.5',
];

const operators = ['=', '<>', '<', '<=', '>', '>='] as const;

export interface DrawnNumbers {
  readonly sql: Both;
  readonly ordered: boolean;
}

function literal(draw: Draw): Both {
  const text = draw.oneOf(literals);
  return differ(`(${text})`, `(${text})::numeric`);
}

function leaf(draw: Draw, { alias, columns }: Source): Both {
  return draw.onceIn(4) ? literal(draw) : both`${alias}.${draw.oneOf(columns)}`;
}

interface Source {
  readonly alias: string;
  readonly columns: readonly string[];
}

function value(draw: Draw, source: Source, depth = 2): Both {
  if (depth === 0 || draw.onceIn(4)) return leaf(draw, source);
  const inner = (): Both => value(draw, source, depth - 1);
  switch (draw.integer(1, 8)) {
    case 1:
      return both`(${inner()} + ${inner()})`;
    case 2:
      return both`(${inner()} - ${inner()})`;
    case 3:
      return both`(${source.alias}.short * ${source.alias}.short)`;
    case 4:
      return both`${draw.oneOf(['ABS', 'SIGN', 'CEIL', 'FLOOR', '-'])}(${inner()})`;
    case 5:
      return both`${draw.oneOf(['ROUND', 'TRUNC'])}(${inner()}, ${draw.integer(-3, 12)})`;
    case 6: {
      const divisor = draw.oneOf(['3', '0.7', '9007199254740993']);
      return both`MOD(${inner()}, ${differ(divisor, `${divisor}::numeric`)})`;
    }
    case 7: {
      const word = draw.oneOf(['GREATEST', 'LEAST']);
      const [left, right] = [inner(), inner()];
      return differ(
        both`${word}(${left}, ${right})`,
        both`CASE WHEN ${left} IS NOT NULL AND ${right} IS NOT NULL THEN ${word}(${left}, ${right}) END`,
      );
    }
    default:
      return both`CASE WHEN ${inner()} ${draw.oneOf(operators)} ${inner()} THEN ${inner()} ELSE ${inner()} END`;
  }
}

/** A statement that computes with numbers, compares, sorts and groups them. */
export function drawNumbers(draw: Draw): DrawnNumbers {
  // Where all columns have few digits, statements begin as those of few digits do.
  const columns = draw.onceIn(3) ? ['narrow', 'whole', 'short'] : ['wide', 'narrow', 'whole', 'short'];
  const source: Source = { alias: 'm', columns };
  const other: Source = { alias: 'n', columns };
  const number = (): Both => value(draw, source);
  const condition = (): Both => both`${number()} ${draw.oneOf(operators)} ${number()}`;
  switch (draw.integer(1, 7)) {
    case 1:
      return {
        sql: both`SELECT m.id AS c1, ${number()} AS c2, ${number()} AS c3 FROM measure m WHERE ${condition()} ORDER BY m.id`,
        ordered: true,
      };
    case 2:
      return {
        sql: both`SELECT m.id AS c1 FROM measure m ORDER BY 0 + ${number()} ${draw.oneOf(['', 'DESC '])}NULLS ${draw.oneOf(['FIRST', 'LAST'])}, m.id`,
        ordered: true,
      };
    case 3: {
      const key = number();
      return {
        sql: both`SELECT ${key} AS c1, COUNT(*) AS c2, SUM(${number()}) AS c3, MIN(${number()}) AS c4, COUNT(DISTINCT ${number()}) AS c5 FROM measure m GROUP BY ${key} HAVING ${key} IS NULL OR MAX(${number()}) > ${literal(draw)} ORDER BY c1 NULLS FIRST`,
        ordered: true,
      };
    }
    case 4:
      return {
        sql: both`SELECT m.id AS c1, SUM(${number()}) OVER (ORDER BY m.id) AS c2, MAX(${number()}) OVER (ORDER BY m.id ROWS 2 PRECEDING) AS c3, RANK() OVER (ORDER BY ${number()}) AS c4 FROM measure m ORDER BY m.id`,
        ordered: true,
      };
    case 5:
      return {
        sql: both`SELECT m.id AS c1, n.id AS c2 FROM measure m JOIN measure n ON ${number()} ${draw.oneOf(operators)} ${value(draw, other)}`,
        ordered: false,
      };
    case 6: {
      const operator = draw.oneOf(['UNION', 'UNION ALL', 'INTERSECT', 'EXCEPT']);
      return {
        sql: both`SELECT ${number()} AS c1 FROM measure m ${differ(operator.replace('EXCEPT', 'MINUS'), operator)} SELECT ${number()} AS c1 FROM measure m`,
        ordered: false,
      };
    }
    default:
      return {
        sql: both`SELECT DISTINCT ${number()} AS c1 FROM measure m WHERE ${number()} BETWEEN ${number()} AND ${number()} OR ${number()} IN (${literal(draw)}, ${literal(draw)}) OR ${number()} IN (SELECT ${value(draw, other)} FROM measure n)`,
        ordered: false,
      };
  }
}
