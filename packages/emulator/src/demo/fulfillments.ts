import { costOfGoods, inventory } from './accounts.js';
import { isoDate } from './calendar.js';
import type { Delivery } from './deliveries.js';
import type { LineDraft, WrittenDocument } from './document.js';
import { fulfillmentType } from './document-types.js';
import type { SaleDesk } from './sale-desk.js';

/** Ships what can be shipped of a delivery: stock goes out at cost, the cost of goods comes in. */
export function writeFulfillment(desk: SaleDesk, order: WrittenDocument, delivery: Delivery): void {
  const { trade, common, location, customer } = desk;
  const shipped = delivery.parts.filter(({ item }) => item.isShipped);
  if (shipped.length === 0) return;
  // Costs are kept in dollars; the subsidiary books them in its own currency.
  const costRate = customer.subsidiary.country === 'US' ? 1 : 0.95;
  const lines = shipped.flatMap(({ item, quantity, orderLine }): LineDraft[] => {
    const costCents = Math.round(item.costCents * quantity * costRate);
    trade.stock.ship(item, location, quantity);
    const common = { item, class: item.class, foreignCents: 0, originLine: orderLine };
    return [
      { ...common, account: inventory, baseCents: 0 - costCents, quantity: -quantity },
      { ...common, account: costOfGoods, baseCents: costCents, quantity, isCostOfGoods: true },
    ];
  });
  const tracking = trade.random.chance(0.6) ? `1Z${trade.random.integer(100000000, 999999999)}` : null;
  const { id } = trade.writer.write({
    ...common,
    type: fulfillmentType,
    day: delivery.shipDay,
    status: 'C',
    exchangeRate: desk.rate(delivery.shipDay),
    mainAccount: inventory,
    lines,
    origin: { document: order, linkType: 'ShipRcpt', isCreatedFrom: true, foreignCents: 0 },
    columns: {
      shippingaddress: desk.addresses.shipping,
      shipmethod: order.row.shipmethod ?? null,
      actualshipdate: isoDate(delivery.shipDay),
      trackingnumberlist: tracking,
    },
  });
  trade.shipments.add({ fulfillment: id, quantities: shipped.map(({ quantity }) => quantity), tracking });
}
