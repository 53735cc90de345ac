/** What the demo company sells. Prices and costs in US cents. */
export interface ItemFamily {
  readonly title: string;
  readonly code: string;
  readonly itemtype: ItemType;
  readonly subtype: 'Sale' | 'Resale' | 'Purchase' | null;
  readonly class: number;
  readonly priceCents: readonly [from: number, to: number];
  /** Part of the price that it costs. */
  readonly costShare: number;
}

export type ItemType = 'InvtPart' | 'NonInvtPart' | 'Service' | 'Kit' | 'Discount' | 'OthCharge';

export const itemFamilies: readonly ItemFamily[] = [
  {
    title: 'Espresso Machine',
    code: 'EM',
    itemtype: 'InvtPart',
    subtype: null,
    class: 2,
    priceCents: [89_900, 1_249_900],
    costShare: 0.62,
  },
  {
    title: 'Coffee Beans 1 kg',
    code: 'CB',
    itemtype: 'InvtPart',
    subtype: null,
    class: 4,
    priceCents: [1_250, 4_890],
    costShare: 0.55,
  },
  {
    title: 'Water Filter',
    code: 'WF',
    itemtype: 'InvtPart',
    subtype: null,
    class: 4,
    priceCents: [990, 12_900],
    costShare: 0.4,
  },
  {
    title: 'Installation',
    code: 'SVC-IN',
    itemtype: 'Service',
    subtype: 'Sale',
    class: 5,
    priceCents: [9_500, 24_000],
    costShare: 0,
  },
  {
    title: 'Coffee Grinder',
    code: 'GR',
    itemtype: 'InvtPart',
    subtype: null,
    class: 3,
    priceCents: [19_900, 189_900],
    costShare: 0.58,
  },
  {
    title: 'Cup Set "Crème"',
    code: 'CU',
    itemtype: 'InvtPart',
    subtype: null,
    class: 4,
    priceCents: [1_490, 8_990],
    costShare: 0.35,
  },
  {
    title: "Barista's Toolbox",
    code: 'KIT',
    itemtype: 'Kit',
    subtype: null,
    class: 1,
    priceCents: [14_900, 49_900],
    costShare: 0.5,
  },
  {
    title: 'Printed Menu',
    code: 'PM',
    itemtype: 'NonInvtPart',
    subtype: 'Resale',
    class: 4,
    priceCents: [450, 2_400],
    costShare: 0.6,
  },
  {
    title: 'Maintenance Contract',
    code: 'SVC-MC',
    itemtype: 'Service',
    subtype: 'Sale',
    class: 5,
    priceCents: [19_900, 119_900],
    costShare: 0,
  },
  {
    title: 'Gasket ½″',
    code: 'GA',
    itemtype: 'InvtPart',
    subtype: null,
    class: 4,
    priceCents: [190, 2_490],
    costShare: 0.25,
  },
  {
    title: 'Dealer Discount',
    code: 'DISC',
    itemtype: 'Discount',
    subtype: 'Sale',
    class: 4,
    priceCents: [0, 0],
    costShare: 0,
  },
  {
    title: 'Packing & Handling',
    code: 'PH',
    itemtype: 'OthCharge',
    subtype: 'Resale',
    class: 4,
    priceCents: [500, 2_500],
    costShare: 0.8,
  },
];
