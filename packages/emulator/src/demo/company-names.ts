import type { Country } from './places.js';
import type { Random } from './random.js';
import { americanForms, britishForms, companyHeads, companyTails, germanForms } from './words.js';

const forms: Readonly<Record<Country, readonly string[]>> = {
  US: americanForms,
  DE: germanForms,
  GB: britishForms,
};

interface CompanyKind {
  readonly country: Country;
  readonly tails?: readonly string[];
  /** Which of the heads; left out, any. Counting up uses each of them early. */
  readonly index?: number;
}

/** A company's name in the manner of its country. */
export function companyName(random: Random, { country, tails = companyTails, index }: CompanyKind): string {
  const head = companyHeads[(index ?? random.integer(0, companyHeads.length - 1)) % companyHeads.length];
  return `${head} ${random.pick(tails)} ${random.pick(forms[country])}`;
}
