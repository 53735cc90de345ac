import type { Basket, BasketPart } from './basket.js';
import type { Random } from './random.js';

/** A part of an order that is shipped, and billed, together. */
export interface Delivery {
  readonly parts: readonly BasketPart[];
  readonly shipDay: number;
  /** Infinity: somebody forgot. */
  readonly billDay: number;
}

/** Most orders leave at once; some in two halves, and some wait, for the other half or for their bill. */
export function planDeliveries({ parts }: Basket, orderDay: number, random: Random): readonly Delivery[] {
  const fate = random.next();
  if (fate < 0.04) return [];
  const shipDay = orderDay + random.integer(1, 9);
  const billDay = fate < 0.07 ? Number.POSITIVE_INFINITY : shipDay + random.integer(0, 4);
  const canSplit = parts.some(({ item, quantity }) => item.isShipped && quantity > 1);
  if (!canSplit || fate < 0.78) return [{ parts, shipDay, billDay }];
  const first: BasketPart[] = [];
  const second: BasketPart[] = [];
  for (const part of parts) {
    if (!part.item.isShipped || part.quantity === 1) {
      first.push(part);
      continue;
    }
    const half = Math.ceil(part.quantity / 2);
    first.push({ ...part, quantity: half });
    second.push({ ...part, quantity: part.quantity - half });
  }
  const now: Delivery = { parts: first, shipDay, billDay };
  if (fate < 0.83) return [now];
  const later = random.integer(6, 35);
  return [now, { parts: second, shipDay: shipDay + later, billDay: billDay + later }];
}
