import type { Country } from './places.js';
import type { Random } from './random.js';
import { americanForms, britishForms, companyHeads, companyTails, germanForms } from './words.js';

const forms: Readonly<Record<Country, readonly string[]>> = {
  US: americanForms,
  DE: germanForms,
  GB: britishForms,
};

/** A company's name in the manner of its country. */
export function companyName(
  random: Random,
  country: Country,
  tails: readonly string[] = companyTails,
): string {
  return `${random.pick(companyHeads)} ${random.pick(tails)} ${random.pick(forms[country])}`;
}
