import {
  type Account,
  costOfGoods,
  discounts,
  expenseAccounts,
  inventory,
  productSales,
  serviceSales,
} from './accounts.js';
import type { Calendar } from './calendar.js';
import type { CustomValues } from './custom-values.js';
import { type ItemFamily, type ItemType, itemFamilies } from './item-families.js';
import type { Random } from './random.js';
import { eachUnit } from './reference-lists.js';
import type { Row } from './row.js';

export interface Item {
  readonly id: number;
  readonly itemid: string;
  readonly title: string;
  readonly itemtype: ItemType;
  readonly class: number;
  /** By what its pieces are told apart. */
  readonly tracking: 'lot' | 'serial' | null;
  /** In US cents. */
  readonly priceCents: number;
  readonly costCents: number;
  readonly incomeAccount: Account;
  /** Shipped from a location, as opposed to services and charges. */
  readonly isShipped: boolean;
  readonly row: Row;
}

interface ItemSources {
  readonly calendar: Calendar;
  readonly ids: readonly number[];
  readonly random: Random;
  readonly customValues: CustomValues;
}

/** The percentage that the discount items take off. */
export const discountPercent = 10;

export function makeItems({ calendar, ids, random, customValues }: ItemSources): readonly Item[] {
  return ids.map((id, index) => {
    const family = itemFamilies[index % itemFamilies.length] ?? random.pick(itemFamilies);
    return makeItem({ id, index, family, tracking: null }, { calendar, random, customValues });
  });
}

/** An item that is told apart by serial numbers and one that is told apart by lots. */
export function makeTrackedItems({ calendar, ids, random, customValues }: ItemSources): readonly Item[] {
  return (['serial', 'lot'] as const).flatMap((tracking, index) => {
    const [id, family] = [ids[index], itemFamilies[index]];
    if (id === undefined || family === undefined) return [];
    const code = tracking === 'serial' ? `${family.code}-S` : `${family.code}-L`;
    return [
      makeItem({ id, index, family: { ...family, code }, tracking }, { calendar, random, customValues }),
    ];
  });
}

interface ItemPlan {
  readonly id: number;
  readonly index: number;
  readonly family: ItemFamily;
  readonly tracking: Item['tracking'];
}

function makeItem(
  { id, index, family, tracking }: ItemPlan,
  { calendar, random, customValues }: Omit<ItemSources, 'ids'>,
): Item {
  const itemid = `${family.code}-${1000 + index}`;
  const [from, to] = family.priceCents;
  const priceCents = to === 0 ? 0 : roundPrice(random.integer(from, to));
  const item: Omit<Item, 'row'> = {
    id,
    itemid,
    title:
      index < itemFamilies.length
        ? family.title
        : `${family.title} ${random.pick(['S', 'M', 'XL', 'Pro', 'Duo', 'Nº 5'])}`,
    itemtype: family.itemtype,
    class: family.class,
    tracking,
    priceCents,
    costCents: Math.round(priceCents * family.costShare),
    incomeAccount: incomeAccount(family.itemtype),
    isShipped:
      family.itemtype === 'InvtPart' || family.itemtype === 'Kit' || family.itemtype === 'NonInvtPart',
  };
  const row = itemRow(item, family, { calendar, random });
  customValues(row, random);
  return { ...item, row };
}

const roundPrice = (cents: number): number => Math.floor(cents / 100) * 100 + 90;

function incomeAccount(itemtype: ItemType): Account {
  if (itemtype === 'Discount') return discounts;
  return itemtype === 'Service' ? serviceSales : productSales;
}

function itemRow(
  item: Omit<Item, 'row'>,
  family: ItemFamily,
  { calendar, random }: Pick<ItemSources, 'calendar' | 'random'>,
): Row {
  const isStocked = item.itemtype === 'InvtPart';
  const created = calendar.firstDay - random.integer(5, 800);
  const isBought = isStocked || family.subtype === 'Resale';
  return {
    id: item.id,
    externalid: random.chance(0.2) ? `SKU-${item.id}` : null,
    itemid: item.itemid,
    displayname: item.title,
    fullname: item.itemid,
    itemtype: item.itemtype,
    subtype: family.subtype,
    description: item.itemtype === 'Discount' ? `${discountPercent}% off` : `${item.title} (${item.itemid})`,
    purchasedescription: isBought ? item.title : null,
    upccode: isStocked ? `0${random.integer(10_000_000_000, 99_999_999_999)}` : null,
    mpn: isStocked && random.chance(0.5) ? `MP${random.integer(1000, 99999)}` : null,
    manufacturer:
      isStocked && random.chance(0.4) ? random.pick(['La Cimbali', 'ECM', 'Mahlkönig', 'Fellow']) : null,
    parent: null,
    isinactive: random.chance(0.04),
    isonline: random.chance(0.3),
    islotitem: item.tracking === 'lot',
    isserialitem: item.tracking === 'serial',
    isfulfillable: item.isShipped,
    isspecialorderitem: false,
    isdropshipitem: false,
    includechildren: true,
    class: item.class,
    department: null,
    location: null,
    subsidiary: '1, 2',
    cost: isBought ? item.costCents / 100 : null,
    averagecost: isStocked ? item.costCents / 100 : null,
    lastpurchaseprice: isBought ? item.costCents / 100 : null,
    totalvalue: null,
    totalquantityonhand: null,
    weight: isStocked ? random.integer(10, 4500) / 100 : null,
    weightunit: isStocked ? 3 : null,
    unitstype: item.isShipped ? 1 : null,
    saleunit: item.isShipped ? eachUnit : null,
    stockunit: isStocked ? eachUnit : null,
    purchaseunit: isStocked ? eachUnit : null,
    costingmethod: isStocked ? 'AVG' : null,
    incomeaccount: item.incomeAccount.id,
    expenseaccount: isStocked ? costOfGoods.id : isBought ? (expenseAccounts[6]?.id ?? null) : null,
    assetaccount: isStocked ? inventory.id : null,
    pricinggroup: family.class === 2 || family.class === 3 ? 1 : null,
    costcategory: isStocked ? 1 : null,
    createddate: calendar.moment(created, random),
    lastmodifieddate: calendar.moment(random.integer(calendar.firstDay, calendar.lastDay), random),
    storedisplayname: null,
  };
}
