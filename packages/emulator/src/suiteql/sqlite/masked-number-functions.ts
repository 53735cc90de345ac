import type { NumberFormat } from '../../account/definition.js';
import { formatNumber } from '../format-number.js';
import { parseNumberSettings } from '../number-settings.js';
import { parseNumber } from '../parse-number.js';
import { plainNumber } from '../stored-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

/**
 * TO_CHAR and TO_NUMBER of numbers with a mask. D and G of the mask are the characters that the third argument names,
 * else those of the account's number format; a point and a comma are themselves.
 *
 * Assumed: no source says how the preference and Oracle's NLS_NUMERIC_CHARACTERS, which D and G follow, go together.
 */
export function maskedNumberFunctions(format: NumberFormat): SqliteFunctions {
  const usual = { decimal: format.charAt(format.length - 3), group: format.charAt(1) };
  return {
    sw_format_number: (value, mask, settings) =>
      formatNumber(
        plainNumber(value),
        String(mask),
        settings === undefined ? usual : parseNumberSettings(String(settings), usual),
      ),
    sw_masked_number: (text, mask, settings) =>
      parseNumber(
        String(text),
        String(mask),
        settings === undefined ? usual : parseNumberSettings(String(settings), usual),
      ),
  };
}
