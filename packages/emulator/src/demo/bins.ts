import type { Calendar } from './calendar.js';
import { isoDate } from './calendar.js';
import type { Item } from './items.js';
import { type Location, locations } from './organization.js';
import type { Row } from './row.js';
import type { RowSink } from './row-sink.js';

export interface Bin {
  readonly id: number;
  readonly number: string;
  readonly location: Location;
}

const shelves = ['A-01', 'A-02', 'B-01'];

/** The shelves of the two warehouses. */
export const bins: readonly Bin[] = locations
  .filter(({ usesBins }) => usesBins)
  .flatMap((location) => shelves.map((number) => ({ location, number })))
  .map((bin, index) => ({ id: index + 1, ...bin }));

export function binRows(): readonly Row[] {
  return bins.map(({ id, number, location }) => ({
    id,
    binnumber: number,
    location: location.id,
    memo: null,
    isinactive: false,
    inactive: false,
  }));
}

/** Gives lot and serial numbers to what comes in, and says in which bin it lies. */
export interface InventoryNumbers {
  assign(arrival: Arrival): void;
}

interface Arrival {
  readonly transaction: number;
  readonly line: number;
  readonly item: Item;
  readonly location: Location;
  readonly quantity: number;
  readonly day: number;
}

const shelfLifeDays = 540;

export function createInventoryNumbers(sink: RowSink, calendar: Calendar): InventoryNumbers {
  let numbers = 0;
  let assignments = 0;
  const assign = (arrival: Arrival, quantity: number): void => {
    const { transaction, line, item, location, day } = arrival;
    const isLot = item.tracking === 'lot';
    const id = ++numbers;
    const own = bins.filter((bin) => bin.location.id === location.id);
    const expirationdate = isLot ? isoDate(day + shelfLifeDays) : null;
    sink.add('inventorynumber', {
      id,
      inventorynumber: isLot ? `LOT${isoDate(day).replaceAll('-', '')}-${id}` : `SN${100_000 + id}`,
      item: item.id,
      expirationdate,
      isonhand: isLot && day + shelfLifeDays < calendar.lastDay ? 'F' : 'T',
      vendor: null,
      memo: null,
    });
    sink.add('inventoryassignment', {
      id: ++assignments,
      transaction,
      transactionline: line,
      item: item.id,
      inventorynumber: id,
      bin: own[id % own.length]?.id ?? null,
      quantity,
      expirationdate,
    });
  };
  return {
    assign: (arrival) => {
      if (arrival.item.tracking === 'lot') assign(arrival, arrival.quantity);
      else for (let piece = 0; piece < arrival.quantity; piece++) assign(arrival, 1);
    },
  };
}
