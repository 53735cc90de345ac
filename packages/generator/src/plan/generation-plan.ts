/**
 * The files to write, complete but for their layout: every name, escape, type and order is decided.
 * What the views hold goes into the templates as it is.
 */
export interface GenerationPlan {
  /** Names the schema that the files are made from, in the index alone; see `schemaFingerprint`. */
  readonly fingerprint: string;
  readonly files: readonly PlannedFile[];
}

export type PlannedFile =
  | File<'record', RecordView>
  | File<'enums', EnumsView>
  | File<'subrecords', SubrecordsView>
  | File<'tables', TablesView>
  | File<'index', IndexView>
  | File<'queries', QueriesView>
  | File<'zod', ZodView>
  | File<'zodparts', ZodPartsView>;

/** The name of a template, without `.hbs`. */
export type TemplateName = PlannedFile['template'];

interface File<Template extends string, View> {
  /** A bare file name in the output folder, safe on every file system. */
  readonly name: string;
  readonly template: Template;
  readonly imports: readonly PlannedImport[];
  readonly view: View;
}

/** Names that a file imports from one module. */
export interface PlannedImport {
  readonly from: string;
  readonly values: readonly string[];
  readonly types: readonly string[];
  /** False: it takes a line for each name. */
  readonly fitsLine: boolean;
}

/** A comment as its lines, `/**` and its end included; empty: no comment. */
export type CommentLines = readonly string[];

export interface InterfaceView {
  readonly name: string;
  readonly comment: CommentLines;
  readonly members: readonly MemberView[];
}

/** A property of an interface or of an object literal. */
export interface MemberView {
  readonly comment: CommentLines;
  /** As it is written before the colon: quoted where it must be. */
  readonly key: string;
  readonly type: string;
}

export interface EnumView {
  readonly name: string;
  readonly comment: CommentLines;
  /** A union of literals; begins with a space or a line break. */
  readonly type: string;
}

/** One record or table. */
export interface RecordView {
  /** Null: SuiteQL has no table for it. */
  readonly row: InterfaceView | null;
  /** Relations that follow no column, where subtypes have them too. */
  readonly links: InterfaceView | null;
  /** Null where `row` is. */
  readonly relations: RelationsView | null;
  readonly enums: readonly EnumView[];
  /** Lines of sublists and subrecords. */
  readonly parts: readonly InterfaceView[];
  /** Null: REST does not know it. */
  readonly create: InterfaceView | null;
  readonly update: UpdateView | null;
  readonly model: ModelView;
  readonly table: TableView;
}

export interface RelationsView extends InterfaceView {
  /** What follows the name: `extends` and an interface, begun by a space; or nothing. */
  readonly base: string;
}

export interface UpdateView {
  readonly name: string;
  readonly comment: CommentLines;
  readonly create: string;
}

export interface ModelView {
  readonly name: string;
  readonly comment: CommentLines;
  /** What follows the name: `extends` and the interfaces, begun by a space or a line break. */
  readonly bases: string;
}

export interface TableView {
  readonly constant: string;
  readonly comment: CommentLines;
  /** The string literal of the table's name. */
  readonly name: string;
  readonly type: string;
  readonly columns: readonly KindView[];
  readonly options: readonly OptionView[];
  readonly relations: readonly RelationView[];
  /** Whether there is an options object. */
  readonly hasOptions: boolean;
}

export interface KindView {
  readonly key: string;
  readonly kind: string;
}

/** An option of `defineTable` that fits on one line. */
export interface OptionView {
  readonly key: string;
  readonly value: string;
}

export interface RelationView {
  readonly key: string;
  readonly cardinality: string;
  readonly model: string;
  readonly from: string;
  readonly to: string;
  /** The option for further columns, begun by a comma; or nothing. */
  readonly also: string;
}

export interface EnumsView {
  readonly enums: readonly EnumView[];
}

export interface SubrecordsView {
  readonly enums: readonly EnumView[];
  readonly parts: readonly InterfaceView[];
}

export interface TablesView {
  readonly tables: readonly { readonly constant: string; readonly from: string }[];
}

export interface IndexView {
  /** The string literal of the fingerprint. */
  readonly schema: string;
  readonly bindParameters: string;
  readonly timeZone: string;
  /** The string literal of the setting. Null: none was given. */
  readonly undefinedInFilters: string | null;
  readonly models: readonly IndexModelView[];
}

export interface IndexModelView {
  readonly comment: CommentLines;
  readonly key: string;
  readonly model: string;
  /** The string literal of the module. */
  readonly from: string;
  /** Types to pass on from the module, braces included. */
  readonly types: string;
}

/** The queries of `.suiteql` files. */
export interface QueriesView {
  readonly queries: readonly QueryView[];
}

export interface QueryView {
  readonly constant: string;
  readonly comment: CommentLines;
  /** Null: it has none. */
  readonly parameters: InterfaceView | null;
  readonly row: InterfaceView;
  /** Of the function. */
  readonly type: string;
  /** The string literal of its name. */
  readonly name: string;
  /** The template literal of the statement. */
  readonly text: string;
  readonly slots: readonly SlotView[];
  readonly columns: readonly KindView[];
}

/** What a `?` of the statement stands for: literals. */
export interface SlotView {
  readonly name: string;
  readonly kind: string;
  /** Further properties, each begun by a comma. */
  readonly options: string;
}

export interface ZodView {
  readonly schemas: readonly ZodObjectView[];
}

/** What the schemas of several records are made of. */
export interface ZodPartsView extends ZodView {
  readonly choices: readonly ZodChoiceView[];
}

export interface ZodObjectView {
  readonly constant: string;
  readonly comment: CommentLines;
  /** The function that makes the schema of an object. */
  readonly make: string;
  readonly members: readonly { readonly key: string; readonly schema: string }[];
}

export interface ZodChoiceView {
  readonly constant: string;
  /** The enum. */
  readonly type: string;
  /** The array of its literals. */
  readonly values: string;
}
