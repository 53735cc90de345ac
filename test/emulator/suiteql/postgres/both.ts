/** A piece of a query in SuiteQL, and in PostgreSQL's SQL with the same meaning. */
export interface Both {
  readonly suiteql: string;
  readonly postgres: string;
}

/** Where the two languages agree but for the pieces in between. */
export function both(texts: TemplateStringsArray, ...pieces: readonly (Both | string | number)[]): Both {
  const compose = (language: keyof Both): string =>
    texts.reduce((whole, text, index) => {
      const piece = pieces[index - 1];
      return whole + (typeof piece === 'object' ? piece[language] : String(piece)) + text;
    });
  return { suiteql: compose('suiteql'), postgres: compose('postgres') };
}

/** The piece in SuiteQL from one, in PostgreSQL from the other. */
export function differ(suiteql: Both | string, postgres: Both | string): Both {
  return {
    suiteql: typeof suiteql === 'string' ? suiteql : suiteql.suiteql,
    postgres: typeof postgres === 'string' ? postgres : postgres.postgres,
  };
}

export function joined(pieces: readonly Both[], separator: string): Both {
  return {
    suiteql: pieces.map(({ suiteql }) => suiteql).join(separator),
    postgres: pieces.map(({ postgres }) => postgres).join(separator),
  };
}
