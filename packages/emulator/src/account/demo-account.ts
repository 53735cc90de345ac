import type { AccountDefinition } from './definition.js';
import { demoCustomFields } from './demo-custom-fields.js';
import { demoCustomLists } from './demo-custom-lists.js';
import { demoCustomRecordTypes, demoCustomSegments } from './demo-custom-records.js';

/** The account that the emulator brings along: a coffee equipment dealer in the US and Germany. */
export const demoAccount: AccountDefinition = {
  features: { oneWorld: true, multipleCurrencies: true },
  timeZone: 'America/Los_Angeles',
  dateFormat: 'M/D/YYYY',
  numberFormat: '1,000,000.00',
  customRecordTypes: demoCustomRecordTypes,
  customLists: demoCustomLists,
  customFields: demoCustomFields,
  customSegments: demoCustomSegments,
  extraTables: [],
};
