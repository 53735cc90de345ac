/** A filter of a collection: conditions that AND and OR join. */
export type Filter = { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] } | FilterCondition;

export interface FilterCondition {
  readonly kind: 'condition';
  /** As the client wrote it. */
  readonly field: string;
  /** Upper case. */
  readonly operator: string;
  /** Null: no value follows the operator. */
  readonly values: readonly string[] | null;
}

/** A filter that cannot be read. The message says where. */
export class FilterSyntaxError extends Error {
  override readonly name = 'FilterSyntaxError';
}

interface Token {
  readonly kind: 'word' | 'text' | 'sign' | 'end';
  readonly text: string;
  readonly position: number;
}

/** Parentheses within parentheses are read by recursion. */
const depthMaximum = 50;

/**
 * Reads the `q` of a collection: `companyName START_WITH "A" AND (id ANY_OF [1, 2] OR email EMPTY)`. AND binds tighter
 * than OR.
 *
 * @throws {FilterSyntaxError}
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1545222128.html
 */
export function parseFilter(text: string): Filter {
  const tokens = tokenize(text);
  let index = 0;
  let depth = 0;
  const peek = (): Token => tokens[index] as Token; // The last token is the end, which nothing steps over.
  const next = (): Token => {
    const token = peek();
    if (token.kind !== 'end') index += 1;
    return token;
  };
  const takeSign = (sign: string): boolean => {
    const { kind, text: written } = peek();
    if (kind !== 'sign' || written !== sign) return false;
    index += 1;
    return true;
  };
  const takeWord = (word: string): boolean => {
    if (!isWord(peek(), word)) return false;
    index += 1;
    return true;
  };
  const joined = (kind: 'and' | 'or', part: () => Filter): Filter => {
    const parts = [part()];
    while (takeWord(kind)) parts.push(part());
    const [only] = parts;
    return parts.length === 1 && only !== undefined ? only : { kind, parts };
  };
  const alternatives = (): Filter => joined('or', () => joined('and', operand));
  const operand = (): Filter => {
    if (!takeSign('(')) return condition();
    depth += 1;
    if (depth > depthMaximum) throw new FilterSyntaxError(`more than ${depthMaximum} parentheses are open`);
    const inner = alternatives();
    if (!takeSign(')')) throw expected("')'", peek());
    depth -= 1;
    return inner;
  };
  const condition = (): FilterCondition => {
    const field = next();
    if (field.kind !== 'word') throw expected('the name of a field', field);
    const operator = next();
    if (operator.kind !== 'word') throw expected('an operator', operator);
    return {
      kind: 'condition',
      field: field.text,
      operator: operator.text.toUpperCase(),
      values: valuesBehind(),
    };
  };
  const valuesBehind = (): readonly string[] | null => {
    if (takeSign('[')) {
      const values: string[] = [];
      do values.push(value());
      while (takeSign(','));
      if (!takeSign(']')) throw expected("']'", peek());
      return values;
    }
    const token = peek();
    const ends = token.kind === 'end' || isWord(token, 'and') || isWord(token, 'or');
    return ends || (token.kind === 'sign' && token.text === ')') ? null : [value()];
  };
  const value = (): string => {
    const token = next();
    if (token.kind !== 'word' && token.kind !== 'text') throw expected('a value', token);
    return token.text;
  };
  const filter = alternatives();
  if (peek().kind !== 'end') throw expected('AND, OR or the end', peek());
  return filter;
}

function isWord({ kind, text }: Token, word: string): boolean {
  return kind === 'word' && text.toLowerCase() === word;
}

function expected(what: string, { kind, text, position }: Token): FilterSyntaxError {
  const found = kind === 'end' ? 'the end' : `'${text}'`;
  return new FilterSyntaxError(`expected ${what} at position ${position}, found ${found}`);
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const form = /\s*(?:([()[\],])|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^\s()[\],"']+))/y;
  while (form.lastIndex < text.trimEnd().length) {
    const start = form.lastIndex;
    const match = form.exec(text);
    if (match === null)
      throw new FilterSyntaxError(`a text that begins at position ${start + 1} does not end`);
    const [, sign, double, single, word] = match;
    const position = start + match[0].length - match[0].trimStart().length + 1;
    if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, position });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, position });
    else tokens.push({ kind: 'text', text: (double ?? single ?? '').replace(/\\(.)/g, '$1'), position });
  }
  return [...tokens, { kind: 'end', text: '', position: text.length + 1 }];
}
