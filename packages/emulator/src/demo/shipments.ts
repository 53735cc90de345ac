import type { RowSink } from './row-sink.js';

/** Writes the parcels of fulfillments. */
export interface Shipments {
  add(shipment: {
    readonly fulfillment: number;
    /** Of each part. */
    readonly quantities: readonly number[];
    readonly tracking: string | null;
  }): void;
}

const kilogramsPerPiece = 1.4;

/** One parcel for each fulfillment, with a tracking number where the carrier gave one. */
export function createShipments(sink: RowSink): Shipments {
  let shipments = 0;
  let trackingNumbers = 0;
  return {
    add: ({ fulfillment, quantities, tracking }) => {
      const pieces = quantities.reduce((sum, quantity) => sum + quantity, 0);
      const weight = Math.round(pieces * kilogramsPerPiece * 10) / 10;
      sink.add('transactionshipment', {
        id: ++shipments,
        doc: fulfillment,
        weight,
        trackingnumber: tracking,
      });
      if (tracking === null) return;
      const id = ++trackingNumbers;
      sink.add('trackingnumber', { id, trackingnumber: tracking });
      // Each part has a line for the stock that leaves and one for its cost.
      quantities.forEach((_, index) => {
        sink.add('trackingnumbermap', {
          transaction: fulfillment,
          transactionline: 2 * index + 1,
          trackingnumber: id,
        });
      });
    },
  };
}
