import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../docs/guides/', import.meta.url));

/** A fenced block of a guide: "```ts run" has the language `ts` and the role `run`. */
export interface Snippet {
  readonly language: string;
  readonly role: string;
  readonly text: string;
}

export interface Guide {
  readonly name: string;
  readonly snippets: readonly Snippet[];
}

/** Every guide of docs/guides, with the blocks of code in it. */
export async function readGuides(): Promise<readonly Guide[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.md')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: basename(file, '.md'),
      snippets: snippetsIn(await readFile(join(folder, file), 'utf8')),
    })),
  );
}

/** The blocks of a guide with one role, one after the other. */
export function textOf({ snippets }: Guide, role: string): string {
  return snippets
    .filter((snippet) => snippet.role === role)
    .map(({ text }) => text)
    .join('');
}

function snippetsIn(markdown: string): readonly Snippet[] {
  return [...markdown.matchAll(/^```(\w*) *(.*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', role = '', text = '']) => ({ language, role, text }),
  );
}
