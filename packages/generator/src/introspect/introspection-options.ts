import type { RawStore } from './raw-store.js';

export interface IntrospectionOptions {
  /** Names of the only records to read, with the SuiteQL tables that belong to them. Default: all that the role sees. */
  readonly include?: readonly string[];
  /** Names of records to leave out. Default: none. */
  readonly exclude?: readonly string[];
  /**
   * Which SuiteQL columns the account is asked for. `known`: those of the known tables, and custom
   * ones. `all`: also every REST field under its lower-case name, which takes many more requests.
   * `none`: nothing; the known tables are believed. Default `known`.
   */
  readonly probe?: 'known' | 'all' | 'none';
  /**
   * Where the records that references point to are read from. `swagger`: the account's OpenAPI
   * description, which can take minutes. `known`: the known tables alone. Default `swagger`.
   */
  readonly referenceTargets?: 'swagger' | 'known';
  /** How long an OpenAPI description may take, in milliseconds. Default 900,000: NetSuite's own limit. */
  readonly swaggerTimeoutMs?: number;
  /** IANA name of the account's time zone, which no answer tells. Default: unknown. */
  readonly timeZone?: string;
  /** Keeps every answer as it arrives, so that a run that was cut off can go on. Default: nothing is kept. */
  readonly rawStore?: RawStore;
  /**
   * Goes on with the answers of a run over the same account and options that did not finish.
   * A run that finished is always begun anew. Default true.
   */
  readonly resume?: boolean;
  readonly onProgress?: (progress: IntrospectionProgress) => void;
  readonly signal?: AbortSignal;
}

/** The steps of an introspection. `targets` and `tables` run at the same time. */
export type IntrospectionPhase = 'catalog' | 'records' | 'custom' | 'targets' | 'tables';

export interface IntrospectionProgress {
  readonly phase: IntrospectionPhase;
  readonly done: number;
  readonly total: number;
}
