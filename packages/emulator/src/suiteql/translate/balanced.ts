/** `a AND b AND c …` as a balanced tree: SQLite refuses expressions that are nested 1,000 deep. */
export function balanced(operands: readonly string[], operator: string): string {
  const [first = 'NULL'] = operands;
  if (operands.length < 2) return first;
  const middle = Math.ceil(operands.length / 2);
  const left = balanced(operands.slice(0, middle), operator);
  return `(${left} ${operator} ${balanced(operands.slice(middle), operator)})`;
}
