import type { ColumnKind } from '@suitewright/schema';
import type { DocumentationLine, SourceRange } from '@suitewright/suiteql';

/** What the comment above a query says. */
export interface QueryDocumentation {
  /** Paragraphs. */
  readonly texts: readonly string[];
  /** By the parameter's name, in the order of the comment. */
  readonly parameters: ReadonlyMap<string, ParameterDocumentation>;
}

export interface ParameterDocumentation {
  readonly text: string;
  /** What the comment says that the parameter is: `@param {date} since`. Null: nothing. */
  readonly kind: ColumnKind | null;
  /** A kind that is none. */
  readonly wrongKind: string | null;
  readonly range: SourceRange;
}

const PARAMETER = /^@param\s+(?:\{([^}]*)\}\s*)?:?(\w+)(?:\[\])?\s*(?:[-–—:]\s*)?(.*)$/s;
const KIND = /^(?:id|text|int|num|bool|date|datetime|ref:\w+)$/;

/** Reads the comment above a query: paragraphs, and `@param name What it is.` */
export function readDocumentation(lines: readonly DocumentationLine[]): QueryDocumentation {
  const texts: string[] = [];
  const parameters = new Map<string, ParameterDocumentation>();
  let paragraph = '';
  let current: string | null = null;
  for (const { text, start, end } of lines) {
    const match = PARAMETER.exec(text.trim());
    const [, kind, name, rest = ''] = match ?? [];
    if (name !== undefined) {
      const known = kind !== undefined && KIND.test(kind.trim());
      parameters.set(name, {
        text: rest,
        // The pattern lists the kinds.
        kind: known ? (kind.trim() as ColumnKind) : null,
        wrongKind: kind === undefined || known ? null : kind,
        range: { start, end },
      });
      current = name;
    } else if (text.trim() === '') {
      if (paragraph !== '') texts.push(paragraph);
      paragraph = '';
      current = null;
    } else if (current !== null) {
      const known = parameters.get(current) as ParameterDocumentation;
      parameters.set(current, { ...known, text: `${known.text} ${text.trim()}`.trim() });
    } else {
      paragraph = `${paragraph} ${text.trim()}`.trim();
    }
  }
  if (paragraph !== '') texts.push(paragraph);
  return { texts, parameters };
}
