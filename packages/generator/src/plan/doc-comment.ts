import type { CommentLines } from './generation-plan.js';
import { lineWidth } from './line-width.js';

/**
 * A JSDoc comment of texts that come from outside. Each text becomes a paragraph of plain words:
 * HTML stripped, entities decoded, nothing left that ends the comment or starts a JSDoc tag.
 *
 * @param options.indent Columns that stand before the comment. Default 0.
 */
export function docComment(
  texts: readonly (string | null)[],
  { indent = 0 }: { readonly indent?: number } = {},
): CommentLines {
  const paragraphs: string[] = [];
  for (const text of texts) {
    const paragraph = text === null ? '' : sentence(plainText(text));
    if (paragraph !== '' && !paragraphs.includes(paragraph)) paragraphs.push(paragraph);
  }
  const width = lineWidth - indent;
  const [only] = paragraphs;
  if (only === undefined) return [];
  if (paragraphs.length === 1 && only.length + '/**  */'.length <= width) return [`/** ${only} */`];
  const blocks = paragraphs.map((paragraph) => wrapped(paragraph, width - ' * '.length));
  const lines = blocks.flatMap((block, index) => (index === 0 ? block : ['', ...block]));
  return ['/**', ...lines.map((line) => (line === '' ? ' *' : ` * ${line}`)), ' */'];
}

function sentence(text: string): string {
  return text === '' || /[.!?:…]$/.test(text) ? text : `${text}.`;
}

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** What most titles are free of. */
const remarkable = /[^\x20-\x7e]|[<&@*]| {2}|^ | $/;

/** The words of a title or description, on one line, safe inside of a block comment. */
export function plainText(text: string): string {
  if (!remarkable.test(text)) return text;
  return text
    .replace(/<(?:[a-z/!][^<>]*)>/gi, ' ')
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, decodedEntity)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .replaceAll('*/', '* /')
    .replace(/(^|[\s{(*])@(?=\w)/g, '$1&#64;');
}

function decodedEntity(
  entity: string,
  decimal: string | undefined,
  hexadecimal: string | undefined,
  name: string | undefined,
): string {
  if (name !== undefined) return namedEntities.get(name) ?? entity;
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

const namedEntities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bull', '•'],
  ['copy', '©'],
  ['reg', '®'],
  ['trade', '™'],
]);
