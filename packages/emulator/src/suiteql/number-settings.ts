/** What the letters of a number mask stand for. */
export interface NumberSettings {
  /** D */
  readonly decimal: string;
  /** G */
  readonly group: string;
  /** L; left out: the dollar. */
  readonly currency?: string;
}

/** Where the territory is AMERICA. */
export const usualNumberSettings: NumberSettings = { decimal: '.', group: ',' };

/**
 * Reads the third argument of TO_CHAR and TO_NUMBER: `NLS_NUMERIC_CHARACTERS = ',.' NLS_CURRENCY = 'EUR'`.
 *
 * @param usual What holds for a setting that is not named.
 * @throws {RangeError} It is malformed, or not emulated: NLS_ISO_CURRENCY, which names a territory.
 */
export function parseNumberSettings(text: string, usual: NumberSettings): NumberSettings {
  let settings = usual;
  const setting = /NLS_(NUMERIC_CHARACTERS|CURRENCY)\s*=\s*(?:'([^']*)'|(\S+))/gi;
  for (const [, name = '', quoted, bare] of text.matchAll(setting)) {
    const value = quoted ?? bare ?? '';
    const [decimal = '', group = ''] = value;
    if (name.toUpperCase() === 'CURRENCY') settings = { ...settings, currency: value };
    else if (/^[^\d<>+-]{2}$/.test(value) && decimal !== group) settings = { ...settings, decimal, group };
    else throw problem(text);
  }
  if (text.replace(setting, '').trim() !== '') throw problem(text);
  return settings;
}

function problem(text: string): RangeError {
  return new RangeError(
    `The number settings '${text}' are invalid or not emulated. Use NLS_NUMERIC_CHARACTERS or NLS_CURRENCY.`,
  );
}
