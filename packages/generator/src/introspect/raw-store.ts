/** Where the raw answers of an introspection are kept. */
export interface RawStore {
  /** Says where the answers are, for messages. */
  readonly location: string;
  /** Null: nothing was kept yet. */
  readManifest(): Promise<RawManifest | null>;
  writeManifest(manifest: RawManifest): Promise<void>;
  /** Undefined: no answer is kept under this key. */
  readAnswer(key: string): Promise<unknown>;
  /** Whole or not at all, also when the process dies on the way. */
  keepAnswer(key: string, answer: unknown): Promise<void>;
  /** Forgets all answers. */
  clear(): Promise<void>;
}

/** What the answers in a store belong to. */
export interface RawManifest {
  readonly format: 1;
  readonly account: string;
  readonly scope: IntrospectionScope;
  /** False: the run was cut off. */
  readonly complete: boolean;
}

/** The options that decide what is asked. */
export interface IntrospectionScope {
  readonly include: readonly string[] | null;
  readonly exclude: readonly string[];
  readonly probe: 'known' | 'all' | 'none';
  readonly referenceTargets: 'swagger' | 'known';
  readonly timeZone: string | null;
}
