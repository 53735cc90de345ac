import type { Item } from './items.js';
import type { Random } from './random.js';
import { eachUnit } from './reference-lists.js';
import type { Row } from './row.js';
import type { Vendor } from './vendors.js';

/** The parts of kits: two stocked items each. */
export function itemMemberRows(items: readonly Item[]): readonly Row[] {
  const stocked = items.filter(({ itemtype }) => itemtype === 'InvtPart');
  const kits = items.filter(({ itemtype }) => itemtype === 'Kit');
  return kits.flatMap((kit, index) =>
    [0, 1].map((line) => ({
      id: index * 2 + line + 1,
      parentitem: kit.id,
      item: stocked[(index * 3 + line) % stocked.length]?.id ?? null,
      quantity: line + 1,
      linenumber: line + 1,
      memberunit: eachUnit,
    })),
  );
}

/** Who supplies each stocked item. */
export function itemVendorRows(
  items: readonly Item[],
  vendors: readonly Vendor[],
  random: Random,
): readonly Row[] {
  return items
    .filter(({ itemtype }) => itemtype === 'InvtPart')
    .map((item) => {
      const vendor = random.pick(vendors);
      return {
        item: item.id,
        vendor: vendor.id,
        vendorcode: random.chance(0.6) ? `${vendor.name.slice(0, 3).toUpperCase()}-${item.id}` : null,
        purchaseprice: item.costCents / 100,
        preferredvendor: true,
        subsidiary: vendor.subsidiary.id,
      };
    });
}
