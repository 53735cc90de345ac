/** A template cannot be read, uses a name that it is not given, or what it makes is no TypeScript. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code = 'TEMPLATE_FAILED';
  /** Path of the template. */
  readonly template: string;
  /** Name of the generated file. Null: it was not about one. */
  readonly file: string | null;

  constructor(
    message: string,
    facts: { readonly template: string; readonly file: string | null; readonly cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.template = facts.template;
    this.file = facts.file;
  }
}
