import type { Random } from './random.js';
import type { Row } from './row.js';

interface City {
  readonly city: string;
  readonly state: string | null;
  readonly zip: string;
  readonly country: Country;
}

export type Country = 'US' | 'DE' | 'GB';

const cities: Readonly<Record<Country, readonly City[]>> = {
  US: [
    { city: 'San Francisco', state: 'CA', zip: '94107', country: 'US' },
    { city: 'Los Angeles', state: 'CA', zip: '90012', country: 'US' },
    { city: "Coeur d'Alene", state: 'ID', zip: '83814', country: 'US' },
    { city: 'Portland', state: 'OR', zip: '97205', country: 'US' },
    { city: 'Boston', state: 'MA', zip: '02108', country: 'US' },
    { city: 'Austin', state: 'TX', zip: '78701', country: 'US' },
  ],
  DE: [
    { city: 'München', state: 'BY', zip: '80331', country: 'DE' },
    { city: 'Hamburg', state: 'HH', zip: '20095', country: 'DE' },
    { city: 'Köln', state: 'NW', zip: '50667', country: 'DE' },
    { city: 'Dresden', state: 'SN', zip: '01067', country: 'DE' },
  ],
  GB: [
    { city: 'London', state: null, zip: 'EC1A 1BB', country: 'GB' },
    { city: "Bishop's Stortford", state: null, zip: 'CM23 2ND', country: 'GB' },
    { city: 'Leeds', state: null, zip: 'LS1 4AP', country: 'GB' },
  ],
};

const streets: Readonly<Record<Country, readonly string[]>> = {
  US: ['Market St', 'Elm Street', '5th Ave', "St. Mary's Rd", 'Industrial Blvd'],
  DE: ['Hauptstraße', 'Am Hafen', 'Goethestr.', 'Königsallee'],
  GB: ['High Street', "King's Road", 'Station Lane'],
};

/** The columns of an address table, without its key. */
export function addressRow(random: Random, country: Country, addressee: string): Row {
  const place = random.pick(cities[country]);
  const number = random.integer(1, 980);
  const street = random.pick(streets[country]);
  const addr1 = country === 'DE' ? `${street} ${number}` : `${number} ${street}`;
  const cityLine =
    country === 'DE'
      ? `${place.zip} ${place.city}`
      : [place.city, place.state, place.zip].filter(Boolean).join(' ');
  return {
    addressee,
    addr1,
    addr2: random.chance(0.15) ? `Suite ${random.integer(2, 60)}` : null,
    city: place.city,
    state: place.state,
    zip: place.zip,
    country,
    addrtext: [addressee, addr1, cityLine, countryNames[country]].join('\n'),
  };
}

export const countryNames: Readonly<Record<Country, string>> = {
  US: 'United States',
  DE: 'Germany',
  GB: 'United Kingdom',
};
