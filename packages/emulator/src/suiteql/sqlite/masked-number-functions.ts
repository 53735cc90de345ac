import type { NumberFormat } from '../../account/definition.js';
import { formatNumber } from '../format-number.js';
import { parseNumber } from '../parse-number.js';
import { plainNumber } from '../stored-number.js';
import type { SqliteFunctions } from './sqlite-function.js';

/**
 * TO_CHAR and TO_NUMBER of numbers with a mask. D and G of the mask are the characters of the account's number format;
 * a point and a comma are themselves.
 *
 * Assumed: no source says how the preference and Oracle's NLS_NUMERIC_CHARACTERS, which D and G follow, go together.
 */
export function maskedNumberFunctions(format: NumberFormat): SqliteFunctions {
  const group = format.charAt(1);
  const point = format.charAt(format.length - 3);
  const isUsual = group === ',' && point === '.';
  const isLocal = (mask: string): boolean => !isUsual && /[DG]/i.test(mask);
  return {
    sw_format_number: (value, written) => {
      const mask = String(written);
      const text = formatNumber(plainNumber(value), mask);
      if (!isLocal(mask)) return text;
      return text.replace(/[.,]/g, (character) => (character === '.' ? point : group));
    },
    sw_masked_number: (given, written) => {
      const mask = String(written);
      const text = String(given);
      if (!isLocal(mask)) return parseNumber(text, mask);
      // What the mask does not take for a separator stays, and is refused: `?` stands for it.
      const usual = [...text].map((character) => {
        if (character === point) return '.';
        if (character === group) return ',';
        return character === '.' || character === ',' ? '?' : character;
      });
      return parseNumber(usual.join(''), mask);
    },
  };
}
