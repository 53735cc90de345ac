import type { Cast } from '@suitewright/suiteql';
import { unsupported } from '../rejection.js';
import type { Context } from './context.js';
import { asMoment, asNumber, asText, isWideNumber } from './convert.js';
import { decimalCall } from './decimal-call.js';
import { type Fragment, text } from './fragment.js';
import type { Scope } from './scope.js';

/** `CAST(x AS type)`. */
export function cast(node: Cast, scope: Scope, context: Context): Fragment {
  const operand = context.expression(node.operand, scope);
  const { name, sizes } = node.type;
  switch (name) {
    case 'varchar':
    case 'varchar2':
    case 'nvarchar2':
    case 'char':
    case 'nchar':
    case 'clob':
    case 'string': {
      const sql = asText(operand);
      const cut = text(sizes[0] === undefined ? sql : `substr(${sql}, 1, ${sizes[0]})`);
      return name === 'clob' ? { ...cut, isLarge: true } : cut;
    }
    case 'integer':
    case 'int':
    case 'smallint':
    case 'bigint':
      return decimalCall({ name: 'sw_round', values: [asNumber(operand), '0'], kind: 'int' }, context);
    case 'number':
    case 'numeric':
    case 'decimal': {
      const [precision, scale = 0] = sizes;
      if (precision === undefined) return unrounded(operand);
      const values = [asNumber(operand), String(precision), String(scale)];
      return decimalCall({ name: 'sw_fit', values }, context);
    }
    case 'float':
    case 'real':
    case 'double precision':
    case 'binary_double':
    case 'binary_float':
      if (sizes.length > 0) throw unsupported('CAST to FLOAT of a precision is not emulated.');
      return unrounded(operand);
    case 'date':
      return { sql: asMoment(operand, context).sql, kind: 'date' };
    case 'timestamp':
      return { sql: asMoment(operand, context).sql, kind: 'datetime' };
    default:
      throw unsupported(`CAST to ${name} is not emulated.`);
  }
}

function unrounded(operand: Fragment): Fragment {
  return { sql: asNumber(operand), kind: 'num', wide: isWideNumber(operand) };
}
