import { type Both, both, differ, joined } from './both.js';
import { type Draw, deeper, type Scope } from './draw.js';
import { drawExists, drawListQuery } from './draw-subquery.js';
import { drawLiteral } from './draw-value.js';
import { kinds } from './tables.js';

const comparisons = ['=', '<>', '<', '<=', '>', '>='] as const;

/** A condition, which may be unknown. */
export function drawCondition(draw: Draw, outer: Scope): Both {
  const scope = deeper(outer);
  const kind = draw.oneOf(kinds);
  const value = (): Both => draw.value(kind, scope);
  const condition = (): Both => draw.condition(scope);
  const not = draw.oneOf(['', 'NOT ']);
  // The last four hold conditions or queries of their own.
  switch (draw.integer(1, outer.depth > 0 ? 11 : 6)) {
    case 1:
    case 2:
      return both`${value()} ${draw.oneOf(comparisons)} ${value()}`;
    case 3:
      return both`${value()} IS ${not}NULL`;
    case 4:
      return both`${value()} ${not}BETWEEN ${value()} AND ${value()}`;
    case 5: {
      const list = Array.from({ length: draw.integer(1, 3) }, () => drawLiteral(draw, kind));
      return both`${value()} ${not}IN (${joined(list, ', ')})`;
    }
    case 6: {
      const text = draw.value('text', scope);
      const pattern = draw.oneOf(["'%a%'", "'A%'", "'_____'", "'a\\_%' ESCAPE '\\'", "'%!%b' ESCAPE '!'"]);
      return both`${text} ${not}LIKE ${pattern}`;
    }
    case 7:
      return both`(${condition()} ${draw.oneOf(['AND', 'OR'])} ${condition()})`;
    case 8:
      return both`NOT (${condition()})`;
    case 9:
      return both`${not}${drawExists(draw, scope)}`;
    case 10:
      return both`${value()} ${not}IN ${drawListQuery(draw, kind, scope)}`;
    default: {
      const quantifier = draw.oneOf(['ANY', 'ALL']);
      const operator = draw.oneOf(comparisons);
      if (draw.onceIn(2))
        return both`${value()} ${operator} ${quantifier} ${drawListQuery(draw, kind, scope)}`;
      const list = joined([drawLiteral(draw, kind), drawLiteral(draw, kind)], ', ');
      return both`${value()} ${operator} ${quantifier} ${differ(both`(${list})`, both`(ARRAY[${list}])`)}`;
    }
  }
}
