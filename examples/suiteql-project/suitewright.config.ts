import { defineConfig } from 'suitewright';

export default defineConfig({
  queries: 'queries',
  // A filter that is undefined by mistake must not read every row.
  undefinedInFilters: 'refuse',
});
