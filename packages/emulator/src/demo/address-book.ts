import { type Calendar, isoDate } from './calendar.js';
import { addressRow, type Country } from './places.js';
import type { Random } from './random.js';
import type { Row } from './row.js';

/** The addresses of one kind of entity: the address book and the addresses that its lines point to. */
export interface AddressBook {
  readonly books: readonly Row[];
  readonly addresses: readonly Row[];
  /** Adds an entity's addresses, billing first, and gives back the ids of the address book lines. */
  add(entity: number, addressee: string, country: Country): readonly number[];
}

export function createAddressBook(calendar: Calendar, random: Random): AddressBook {
  const books: Row[] = [];
  const addresses: Row[] = [];
  return {
    books,
    addresses,
    add: (entity, addressee, country) => {
      const count = random.chance(0.25) ? 2 : 1;
      const ids: number[] = [];
      for (let index = 0; index < count; index++) {
        const address = addressRow(random, country, addressee);
        const id = books.length + 1;
        addresses.push({
          nkey: id,
          ...address,
          lastmodifieddate: `${isoDate(calendar.lastDay - 40)}T08:00:00`,
        });
        books.push({
          internalid: id,
          entity,
          addressbookaddress: id,
          label: `${address.addr1}`,
          defaultbilling: index === 0,
          defaultshipping: index === count - 1,
          isresidential: random.chance(0.1),
        });
        ids.push(id);
      }
      return ids;
    },
  };
}
