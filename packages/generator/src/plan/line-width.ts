/** Columns of generated code, as far as names leave a choice. */
export const lineWidth = 100;

export function fitsLine(text: string): boolean {
  return text.length <= lineWidth;
}
