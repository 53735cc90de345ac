import { relative, sep } from 'node:path';

/** Whether to leave a path out. Undefined: the rules do not say. */
export type IgnoreRules = (path: string, kind: 'file' | 'folder') => boolean | undefined;

/**
 * The rules of a `.gitignore` file.
 *
 * @param lines Patterns as git has them.
 * @param folder What they are relative to, as an absolute path.
 * @see https://git-scm.com/docs/gitignore
 */
export function ignoreRules(lines: readonly string[], folder: string): IgnoreRules {
  const rules = lines.map(ruleOf).filter((rule) => rule !== null);
  return (path, kind) => {
    const inside = relative(folder, path).split(sep).join('/');
    return rules.findLast(
      ({ pattern, foldersOnly }) => !(foldersOnly && kind === 'file') && pattern.test(inside),
    )?.isIgnored;
  };
}

interface IgnoreRule {
  readonly pattern: RegExp;
  readonly isIgnored: boolean;
  readonly foldersOnly: boolean;
}

function ruleOf(line: string): IgnoreRule | null {
  const trimmed = line.replace(/\r$/, '').replace(/(?<!\\) +$/, '');
  if (trimmed === '' || trimmed.startsWith('#')) return null;
  const isNegated = trimmed.startsWith('!');
  const foldersOnly = trimmed.endsWith('/');
  const glob = trimmed.slice(isNegated ? 1 : 0, foldersOnly ? -1 : undefined);
  const isAnchored = glob.includes('/');
  const source = regularExpression(glob.replace(/^\//, ''));
  if (source === null) return null;
  const pattern = compiled(`^${isAnchored ? '' : '(?:.*/)?'}${source}$`);
  return pattern === null ? null : { pattern, isIgnored: !isNegated, foldersOnly };
}

/** Null: it has a range that ends before it begins, such as `[z-a]`. */
function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source, 's');
  } catch {
    return null;
  }
}

const token =
  /(?<all>^\*\*$)|(?<leading>^(?:\*\*\/)+)|(?<between>(?:\/\*\*)+\/)|(?<trailing>\/\*\*$)|(?<stars>\*+)|(?<any>\?)|\[(?<not>[!^]?)(?<set>\]?(?:\\.|[^\]\\])*)\]|\\(?<escaped>.)|(?<other>.)/gsu;

/** Null: git lets it match nothing. */
function regularExpression(glob: string): string | null {
  let source = '';
  for (const { groups = {} } of glob.matchAll(token)) {
    const { all, leading, between, trailing, stars, any, not, set, escaped, other } = groups;
    if (other === '[' || other === '\\') return null;
    if (all !== undefined) source += '.+';
    else if (leading !== undefined) source += '(?:.*/)?';
    else if (between !== undefined) source += '/(?:.*/)?';
    else if (trailing !== undefined) source += '/.+';
    else if (stars !== undefined) source += '[^/]*';
    else if (any !== undefined) source += '[^/]';
    else if (set !== undefined)
      source += `(?!/)[${not === '' ? '' : '^'}${set.replace(/\\(.)|([[\]^])/gs, '\\$1$2')}]`;
    else source += (escaped ?? other ?? '').replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  }
  return source;
}
