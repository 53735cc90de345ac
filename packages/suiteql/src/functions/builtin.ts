import { defineFunctions } from './definition.js';

/** NetSuite's own functions, called with BUILTIN in front. */
export const BUILTIN_FUNCTIONS = defineFunctions({
  role: 'scalar',
  source: 'Oracle NetSuite help, "SuiteQL Built-in Functions" (article_1029114514 to article_1029114825)',
  nullability: 'always',
  lines: [
    'BUILTIN.CF(field: any) text argument',
    "BUILTIN.CONSOLIDATE(amount: number, kind: 'LEDGER'|'INCOME', rate: 'DEFAULT'|'STANDARD'|'BUDGET', rateType: any, subsidiary: any, period: any, book: any) num",
    'BUILTIN.CURRENCY(amount: any) int argument',
    'BUILTIN.CURRENCY_CONVERT(amount: number, currency?: any, date?: moment) num',
    'BUILTIN.DF(field: any) text',
    "BUILTIN.HIERARCHY(field: any, form: 'DISPLAY'|'DISPLAY_JOINED'|'DISPLAY_SEPARATED'|'IDENTIFIER'|'IDENTIFIER_SEPARATED'|'LEVEL'|'SELF_DISPLAY'|'SELF_IDENTIFIER') text",
    'BUILTIN.MNFILTER(field: any, operator: text, form: text, negated: text, value: any, more...: any) bool never',
    'BUILTIN.NAMED_GROUP(record: text, group: text) unknown',
    "BUILTIN.PERIOD(range: text, boundary: 'START'|'END', adjustment: text, operator: text) int",
    "BUILTIN.RELATIVE_RANGES(range: text, boundary: 'START'|'END', form?: text) date never",
  ],
});
