import type { Connection } from '../connection.js';
import type { ValueCodec } from '../value-codec.js';
import type { UndefinedInFilters } from './check-tree.js';
import type { LoadDefinitions } from './load-definitions.js';

/** What a model draws upon, and what was added to it. */
export interface ModelContext {
  /** By its name in the client. */
  readonly name: string;
  readonly connection: Connection;
  readonly codec: ValueCodec;
  readonly load: LoadDefinitions;
  readonly undefinedInFilters: UndefinedInFilters;
  readonly extension: ModelExtension;
}

/** What `extendModel` added. */
export interface ModelExtension {
  /** Conditions of every query that does not say `unfiltered`. */
  readonly where: readonly unknown[];
  readonly computed: Readonly<Record<string, ComputedField>>;
}

export interface ComputedField {
  /** The columns that it is made of. */
  readonly needs: readonly string[];
  readonly compute: (row: Record<string, unknown>) => unknown;
}

export const noExtension: ModelExtension = { where: [], computed: {} };
