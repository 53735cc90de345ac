import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PublishedQuery {
  readonly id: string;
  readonly query: string;
  readonly tier: 'A' | 'B+' | 'B' | 'T' | 'X';
}

interface Corpus {
  readonly queries: readonly PublishedQuery[];
  readonly negative: readonly { readonly query: string; readonly reason: string }[];
}

const FILE = fileURLToPath(new URL('../../../shared/netsuite/suiteql-corpus.json', import.meta.url));

/** Queries that others published. They are not part of this repository; null where they are absent. */
export const publishedQueries: Corpus | null = existsSync(FILE)
  ? (JSON.parse(readFileSync(FILE, 'utf8')) as Corpus)
  : null;
