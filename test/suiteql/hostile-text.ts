import { scan } from '@suitewright/suiteql';
import fc from 'fast-check';

/** Pieces of text that scanners of SQL are known to stumble over. */
const hostilePiece = fc.constantFrom(
  // biome-ignore format: a list of pieces
  ...[
    "'", '"', "''", '""', "'a'", '"a"', "'a;b'", "'--'", "'/*'", '"*/"', "q'[", "]'", "q'[it's]'", "N'a'", '`',
    '/*', '*/', '/**/', '/**;/t', '/* a */', '/* ; */', '/*\n * b\r\n */', '/*\0*/', '--', '-- a', '-- a;\n',
    '-- b  \n', '-- \u2028c\n', '-- name: x\n', '/* name: y */', '-', '/', '*', ';', ';\n', ';;', '\n', '\n\n',
    '\r', '\r\n', ' ', '\t', '\f', '\0', '\u2028', '\u2029', '\u00a0', '\uFEFF', '\u0085', '[', ']', '(', ')',
    '?', ':a', ':a[]', ',', '.', '1', 'a', 'é', '\ud800', '😀', '||', '<', '>', '=', 'q', 'n',
    'SELECT 1 FROM dual', 'SELECT a FROM t;', "select 'it''s' from dual", ' WHERE a = 1', ' UNION SELECT 2 FROM dual',
  ],
);

/** Texts that may or may not be files of queries. */
export const hostileText = fc.array(hostilePiece, { maxLength: 14 }).map((pieces) => pieces.join(''));

const gap = fc
  .array(
    fc.constantFrom(
      // biome-ignore format: a list of pieces
      ...[
        ' ', '\n', '\n\n', '\r\n', '\r', '\t', '\f', '\u00a0', '\uFEFF', '\u2028', '/**/', '/* a */', '/*\'*/', '/*";*/',
        '/* -- */', '/*\n b\r\n   c */', '/*\0*/', '/***/', '/*/ */', '-- d\n', '-- e  \r\n', "--'\n", '--/*\n', '--;\r',
        '--\u2028f\u2029\n', '--\n',
      ],
    ),
    { maxLength: 4 },
  )
  .map((pieces) => pieces.join(''));

/** A file whose statements parse, with anything that may stand between tokens between its tokens. */
export function withHostileGaps(statements: readonly string[]): fc.Arbitrary<string> {
  const laidOut = fc
    .tuple(fc.constantFrom(...statements), fc.infiniteStream(gap), fc.constantFrom('', ';', ';;'))
    .map(([statement, gaps, ending]) => {
      const tokens = scan(statement, { namedParameters: true }).filter(({ type }) => type !== 'comment');
      const written = tokens.map(
        ({ start, end }) => `${gaps.next().value ?? ''} ${statement.slice(start, end)}`,
      );
      return `${written.join('')}${gaps.next().value ?? ''}${ending}${gaps.next().value ?? ''}`;
    });
  return fc
    .array(fc.tuple(fc.constantFrom('', '\n-- name: q\n', '\n/* name: r */'), laidOut), { maxLength: 3 })
    .map((parts) => parts.map(([header, text]) => `${header}${text}`).join('\n'));
}
