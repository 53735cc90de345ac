import { NetSuiteError } from './netsuite-error.js';

/** A call that has to find a row found none. */
export class NoRowError extends NetSuiteError {
  override readonly name = 'NoRowError';
  override readonly code = 'NETSUITE_NO_ROW';
  /** The model that was asked. */
  readonly model: string;
  /** The statement's text with its `?` placeholders, without the values. */
  readonly statement: string;

  constructor(facts: { model: string; statement: string }) {
    super(
      `No row of ${facts.model} fits. Check the conditions, and whether the role sees the row; where none is to be ` +
        'expected, use findFirst or findUnique, which give null then.',
    );
    this.model = facts.model;
    this.statement = facts.statement;
  }
}
