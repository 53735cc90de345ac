import type { CodeSettings, ImportExtension, RelationSettings } from '@suitewright/generator';

/** Settings of a project: what `suitewright.config.ts` exports. An option of a command goes before. */
export interface Configuration {
  /** Where schema.json is. Default `suitewright/schema.json`. */
  readonly schema?: string;
  /** The folder of the generated code. Default `src/netsuite`. */
  readonly out?: string;
  /** Names of the only records to introspect, with the SuiteQL tables that belong to them. Default: all that the role sees. */
  readonly include?: readonly string[];
  /** Names of records to leave out. */
  readonly exclude?: readonly string[];
  /** Which SuiteQL columns the account is asked for. Default `known`. */
  readonly probe?: 'known' | 'all' | 'none';
  /** Where the targets of references are read from. Default `swagger`. */
  readonly referenceTargets?: 'swagger' | 'known';
  /**
   * IANA name of the account's time zone: what introspect writes into the schema, and generate into the client in place
   * of the schema's. Default: the schema's.
   */
  readonly timeZone?: string;
  /** A folder of templates that replace the built-in ones of the same name. */
  readonly templates?: string;
  /**
   * Codes that columns may hold beside those that introspection saw, by table and column:
   * `{ transaction: { type: ['Custom103'] } }`. Default: none.
   */
  readonly codes?: CodeSettings;
  /**
   * Relations of models to rename, to leave out, to add or to lead elsewhere: by model, then by relation.
   * `{ customer: { transactions: 'orders', contact_by_company: false } }`. Default: none.
   */
  readonly relations?: RelationSettings;
  /**
   * Whether to generate zod schemas of rows and bodies too, in files of their own: of all records and tables (`true`),
   * or of those named. They need zod 4 in the project. Default false.
   */
  readonly zod?: boolean | readonly string[];
  /**
   * The extension of generated files where they import each other. Default: as the nearest tsconfig.json wants it
   * (`ts` where imports of TypeScript files are allowed, `none` where a bundler resolves modules), or `js`.
   */
  readonly importExtension?: ImportExtension;
  /**
   * What generate, lint and format leave out in folders: patterns as in `.gitignore`, such as `legacy/` or `*.old.suiteql`.
   * Default: none; what `.gitignore` files name is left out in any case.
   */
  readonly ignore?: readonly string[];
  /**
   * What `undefined` in a filter means to the generated client: `ignore` asks for nothing in its place, `refuse` is a
   * TypeError. The client's option takes precedence. Default: unset, which means `ignore`.
   */
  readonly undefinedInFilters?: 'ignore' | 'refuse';
  /** The folder whose `.suiteql` files become typed queries. Default: the project's folder. */
  readonly queries?: string;
}

/** Gives `suitewright.config.ts` its types: `export default defineConfig({ out: 'src/ns' })`. */
export function defineConfig(configuration: Configuration): Configuration {
  return configuration;
}
