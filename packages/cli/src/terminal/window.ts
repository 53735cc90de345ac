import type { WriteStream } from 'node:tty';

/** How many columns the window has that a stream writes to. Undefined: it is no terminal, or does not tell. */
export function windowColumns(stream: WriteStream): number | undefined {
  return stream.isTTY && stream.columns > 0 ? stream.columns : undefined;
}

/** Whether a line that was printed can be printed over. */
export function canRedraw(stream: WriteStream): boolean {
  const { TERM, CI } = process.env;
  return windowColumns(stream) !== undefined && TERM !== 'dumb' && (CI ?? '') === '';
}

/**
 * Whether to print colours.
 *
 * @see https://no-color.org, https://force-color.org
 */
export function hasColors(stream: WriteStream): boolean {
  const { NO_COLOR = '', FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== '' || FORCE_COLOR === '0' || FORCE_COLOR === 'false') return false;
  return (FORCE_COLOR ?? '') !== '' || (windowColumns(stream) !== undefined && TERM !== 'dumb');
}
