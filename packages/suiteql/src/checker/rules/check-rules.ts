import type { Expression, Node } from '../../ast.js';
import { childrenOf } from '../../walk.js';
import type { CheckState } from '../state.js';
import { checkBetween } from './between.js';
import { checkProduct } from './cartesian-product.js';
import { checkNotIn } from './not-in.js';
import { checkOuterMarkers } from './outer-markers.js';
import { checkRownum } from './rownum.js';
import { checkLimit } from './unordered-limit.js';

/** Checks what is valid, as far as is known, and likely not meant; once the names of the statement are resolved. */
export function checkRules(state: CheckState, node: Node): void {
  switch (node.kind) {
    case 'query':
      checkLimit(state, node);
      break;
    case 'select':
      checkProduct(state, node);
      checkRownum(state, node);
      checkOuterMarkers(state, node);
      break;
    case 'between':
      checkBetween(state, node);
      break;
    case 'in':
      if (node.negated && node.source.kind === 'subquery') checkNotIn(state, node.source.query);
      break;
    case 'not':
      checkNegated(state, node.operand);
      break;
    case 'quantified-comparison':
      if (node.operator === '<>' && node.quantifier === 'all' && node.source.kind === 'subquery') {
        checkNotIn(state, node.source.query);
      }
      break;
    case 'exists':
      // Which rows there are does not matter, nor how many.
      for (const child of childrenOf(node.query)) checkRules(state, child);
      return;
    default:
  }
  for (const child of childrenOf(node)) checkRules(state, child);
}

function checkNegated(state: CheckState, operand: Expression): void {
  if (operand.kind === 'in' && !operand.negated && operand.source.kind === 'subquery') {
    checkNotIn(state, operand.source.query);
  }
}
