/** Takes the secrets of a connection out of texts from outside, in every form in which a server or a store may repeat them. */
export interface Redactor {
  (text: string): string;
  /** Remembers a token that comes and goes; the oldest is forgotten. */
  add(token: string): void;
  /** The same for the credentials of one request as well. */
  with(credentials: readonly string[]): (text: string) => string;
}

/** Shorter ones would be found in plain words. */
const shortestSecret = 6;
/** Tokens and assertions: those in use, and their predecessors that slow requests still carry. */
const mostTokens = 32;
const removed = '[credential removed]';

export function createRedactor(secrets: readonly string[]): Redactor {
  const lasting = formsOf(secrets);
  const tokens = new Map<string, readonly string[]>();
  let known: readonly string[] = lasting;
  return Object.assign((text: string): string => withoutForms(text, known), {
    add(token: string): void {
      if (tokens.has(token)) return;
      tokens.set(token, formsOf([token]));
      const [oldest] = tokens.keys();
      if (tokens.size > mostTokens && oldest !== undefined) tokens.delete(oldest);
      known = [...lasting, ...[...tokens.values()].flat()];
    },
    with: (credentials: readonly string[]) => {
      let own: readonly string[] | undefined;
      return (text: string): string => {
        own ??= formsOf(credentials);
        return withoutForms(text, [...own, ...known]);
      };
    },
  });
}

function withoutForms(text: string, forms: readonly string[]): string {
  if (text.length < shortestSecret) return text;
  const plain = withoutMatches(text, forms);
  const decoded = withoutEscapes(plain);
  if (decoded === plain) return plain;
  const cleaned = withoutMatches(decoded, forms);
  return cleaned === decoded ? plain : cleaned;
}

/** Whatever case a text is written in: hosts and header names are often lower-cased, and escapes are in either. */
function withoutMatches(text: string, forms: readonly string[]): string {
  let remaining = text;
  let lowerCase = inLowerCase(text);
  for (const form of forms) {
    const kept: string[] = [];
    let from = 0;
    for (let at = lowerCase.indexOf(form); at !== -1; at = lowerCase.indexOf(form, from)) {
      kept.push(remaining.slice(from, at));
      from = at + form.length;
    }
    if (from === 0) continue;
    remaining = [...kept, remaining.slice(from)].join(removed);
    lowerCase = inLowerCase(remaining);
  }
  return remaining;
}

/** Of ASCII alone, as secrets are: other letters may have another length then. */
function inLowerCase(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Characters may stand in a text by their numbers, as JSON, URLs and HTML have them. */
function withoutEscapes(text: string): string {
  return text.replace(
    /(?<!\\)\\+u([\da-f]{4})|%([\da-f]{2})|&#x([\da-f]{1,4});|&#(\d{1,5});/gi,
    (_, json, url, hexadecimal, decimal) =>
      String.fromCharCode(
        decimal === undefined ? Number.parseInt(json ?? url ?? hexadecimal, 16) : Number(decimal),
      ),
  );
}

/** In lower case, the longest first. */
function formsOf(secrets: readonly string[]): readonly string[] {
  const forms = secrets.filter((secret) => secret.length >= shortestSecret).flatMap(formsOfOne);
  return [...new Set(forms.map(inLowerCase))].sort((left, right) => right.length - left.length);
}

function formsOfOne(secret: string): readonly string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const url = encodeURIComponent(secret);
  return [
    secret,
    json,
    json.replaceAll('/', '\\/'),
    JSON.stringify(json).slice(1, -1),
    url,
    url.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`),
    new URLSearchParams({ '': secret }).toString().slice(1),
    secret.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    Buffer.from(secret).toString('hex'),
    ...base64Forms(secret),
  ];
}

/** What of a text's base64 depends on the secret alone, at each of the three places where the secret may begin. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].flatMap((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    const inner = text.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')];
  });
}
