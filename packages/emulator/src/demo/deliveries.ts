import type { Basket, BasketPart } from './basket.js';
import type { Random } from './random.js';

/** A part of an order that is shipped, and billed, together. */
export interface Delivery {
  readonly parts: readonly BasketPart[];
  readonly shipDay: number;
  readonly billDay: number;
}

/** Most orders leave at once; some in two halves. */
export function planDeliveries({ parts }: Basket, orderDay: number, random: Random): readonly Delivery[] {
  const shipDay = orderDay + random.integer(1, 9);
  const billDay = shipDay + random.integer(0, 4);
  const canSplit = parts.some(({ item, quantity }) => item.isShipped && quantity > 1);
  if (!canSplit || !random.chance(0.18)) return [{ parts, shipDay, billDay }];
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
  const later = random.integer(6, 35);
  return [
    { parts: first, shipDay, billDay },
    { parts: second, shipDay: shipDay + later, billDay: billDay + later },
  ];
}
