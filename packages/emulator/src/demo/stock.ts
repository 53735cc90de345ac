import type { Item } from './items.js';
import { type Location, locations } from './organization.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

/** What the documents did to the stock, by item and location. Quantities. */
export interface Stock {
  receive(item: Item, location: Location, quantity: number): void;
  ship(item: Item, location: Location, quantity: number): void;
  /** Ordered by a customer and not shipped yet. */
  commit(item: Item, location: Location, quantity: number): void;
  /** Ordered from a vendor and not received yet. */
  expect(item: Item, location: Location, quantity: number): void;
  rows(): StockRows;
}

interface StockRows {
  readonly inventoryitemlocations: readonly Row[];
  readonly aggregateitemlocation: readonly Row[];
  readonly inventorybalance: readonly Row[];
  readonly itemlocationconfiguration: readonly Row[];
}

interface Level {
  readonly item: Item;
  readonly location: Location;
  onHand: number;
  committed: number;
  onOrder: number;
}

export function createStock(items: readonly Item[], random: Random): Stock {
  const levels = new Map<string, Level>();
  for (const item of items) {
    if (item.itemtype !== 'InvtPart') continue;
    for (const location of locations) {
      const onHand = random.integer(0, item.costCents > 50_000 ? 12 : 240);
      levels.set(`${item.id}@${location.id}`, { item, location, onHand, committed: 0, onOrder: 0 });
    }
  }
  const change = (item: Item, location: Location, apply: (level: Level) => void): void => {
    const level = levels.get(`${item.id}@${location.id}`);
    if (level !== undefined) apply(level);
  };
  return {
    receive: (item, location, quantity) => change(item, location, (level) => (level.onHand += quantity)),
    ship: (item, location, quantity) => change(item, location, (level) => (level.onHand -= quantity)),
    commit: (item, location, quantity) => change(item, location, (level) => (level.committed += quantity)),
    expect: (item, location, quantity) => change(item, location, (level) => (level.onOrder += quantity)),
    rows: () => stockRows([...levels.values()]),
  };
}

function stockRows(levels: readonly Level[]): StockRows {
  const counted = levels.map(({ item, location, onHand, committed, onOrder }) => {
    // Orders do not wait for stock here, so a level may fall below zero on the way; a count corrected it.
    const quantityonhand = Math.max(0, onHand);
    const quantitycommitted = Math.min(committed, quantityonhand);
    return {
      cost: item.costCents,
      columns: {
        item: item.id,
        location: location.id,
        quantityonhand,
        quantityavailable: quantityonhand - quantitycommitted,
        quantitycommitted,
        quantitybackordered: committed - quantitycommitted,
        quantityonorder: onOrder,
        averagecostmli: item.costCents / 100,
        lastpurchasepricemli: item.costCents / 100,
      },
    };
  });
  return {
    inventoryitemlocations: counted.map(({ cost, columns }) => ({
      ...columns,
      quantityintransit: null,
      onhandvaluemli: (columns.quantityonhand * cost) / 100,
      reorderpoint: cost > 50_000 ? 2 : 25,
      preferredstocklevel: cost > 50_000 ? 8 : 120,
      leadtime: 14,
      safetystocklevel: null,
    })),
    aggregateitemlocation: counted.map(({ columns }) => columns),
    inventorybalance: counted.map(({ columns }) => ({
      item: columns.item,
      location: columns.location,
      quantityonhand: columns.quantityonhand,
      quantityavailable: columns.quantityavailable,
      quantitypicked: 0,
      committedqtyperlocation: columns.quantitycommitted,
    })),
    itemlocationconfiguration: levels.map(({ item, location }, index) => ({
      id: index + 1,
      item: item.id,
      location: location.id,
      subsidiary: location.subsidiary.id,
      name: `${item.itemid} ${location.name}`,
      isinactive: false,
      reorderpoint: item.costCents > 50_000 ? 2 : 25,
      preferredstocklevel: item.costCents > 50_000 ? 8 : 120,
      leadtime: 14,
    })),
  };
}
