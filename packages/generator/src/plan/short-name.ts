import { createHash } from 'node:crypto';

/** File systems take names of 255 bytes at most; nobody reads even half of that. */
const longestName = 100;

/** The name, or where it is too long its beginning and a mark that tells it from others like it. */
export function shortName(name: string): string {
  if (name.length <= longestName) return name;
  const mark = createHash('sha256').update(name).digest('hex').slice(0, 8);
  return `${name.slice(0, longestName - mark.length - 1)}_${mark}`;
}
