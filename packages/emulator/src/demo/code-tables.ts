import { transactionStatusNames, transactionTypeNames } from '@suitewright/schema';
import { accountRows } from './accounts.js';
import type { Calendar } from './calendar.js';
import { subsidiaries } from './organization.js';
import { countryNames } from './places.js';
import type { DemoBatch, Row } from './row.js';

const nationalities = { US: 'American', DE: 'German', GB: 'British' } as const;

const states: readonly (readonly [country: string, code: string, name: string])[] = [
  ['US', 'CA', 'California'],
  ['US', 'ID', 'Idaho'],
  ['US', 'MA', 'Massachusetts'],
  ['US', 'OR', 'Oregon'],
  ['US', 'TX', 'Texas'],
  ['DE', 'BY', 'Bayern'],
  ['DE', 'HH', 'Hamburg'],
  ['DE', 'NW', 'Nordrhein-Westfalen'],
  ['DE', 'SN', 'Sachsen'],
];

/** What codes and ids stand for: countries, states, statuses; and which subsidiaries use an account. */
export function codeTableBatches(calendar: Calendar): readonly DemoBatch[] {
  return [
    { table: 'country', rows: Object.entries(countryNames).map(countryRow) },
    {
      table: 'state',
      rows: states.map(([country, shortname, fullname], at) => ({
        id: at + 1,
        shortname,
        fullname,
        country,
      })),
    },
    { table: 'transactionstatus', rows: Object.entries(transactionStatusNames).flatMap(statusRows) },
    {
      table: 'accountsubsidiarymap',
      rows: accountRows(calendar).flatMap(({ id = null }) =>
        subsidiaries.map((subsidiary) => ({ account: id, subsidiary: subsidiary.id })),
      ),
    },
  ];
}

function countryRow([id, name]: readonly [string, string]): Row {
  return { id, name, edition: id, nationality: nationalities[id as keyof typeof nationalities] ?? null };
}

/** `Bill : Pending Approval`, as published queries compare `fullname`. */
function statusRows([trantype, names]: readonly [string, Readonly<Record<string, string>>]): readonly Row[] {
  const type = transactionTypeNames[trantype] ?? trantype;
  return Object.entries(names).map(([id, name]) => ({ id, name, fullname: `${type} : ${name}`, trantype }));
}
