/**
 * The rules of letter case that `NLS_SORT = …` asks for: a language tag, or null for those of every language.
 *
 * @throws {RangeError} The setting is none.
 */
export function caseLanguage(setting: string): string | null {
  const sort = sortName(setting);
  if (sort.endsWith('TURKISH')) return 'tr';
  if (sort.endsWith('AZERBAIJANI')) return 'az';
  return sort.endsWith('LITHUANIAN') ? 'lt' : null;
}

/**
 * NLSSORT of the binary sorts: the bytes of the text, in hexadecimal digits.
 *
 * The keys of a language's own order are known to Oracle only.
 *
 * @throws {RangeError} The setting is none, or of a language.
 */
export function binarySortKey(text: string, setting: string): string {
  const sort = sortName(setting);
  const key = (of: string): string => `${Buffer.from(of).toString('hex').toUpperCase()}00`;
  if (sort === 'BINARY') return key(text);
  if (sort === 'BINARY_CI') return key(text.toLowerCase());
  if (sort === 'BINARY_AI') return key(text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
  throw new RangeError(`NLSSORT by ${sort} is not emulated: its values are known to Oracle only.`);
}

function sortName(setting: string): string {
  const name = /^\s*NLS_SORT\s*=\s*(\w+)\s*$/i.exec(setting)?.[1];
  if (name === undefined) throw new RangeError(`'${setting}' is no setting such as NLS_SORT = XGerman.`);
  return name.toUpperCase();
}
