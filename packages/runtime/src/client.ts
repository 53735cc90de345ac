import { checkOptions, signalOption, textOption } from './check-options.js';
import type { ConnectionOptions } from './config/connection-options.js';
import { type Connection, createConnection } from './connection.js';
import type { UndefinedInFilters } from './model/check-tree.js';
import { createModel } from './model/create-model.js';
import { definitionLoader } from './model/load-definitions.js';
import { noExtension } from './model/model-context.js';
import type { RowStream } from './paging/row-stream.js';
import { checkedShowOptions, type Pending, pending } from './pending.js';
import { type PreparedQuery, prepareQuery, type QueryContext, statementText } from './prepare-query.js';
import type { Query, SelectedQuery } from './query/query.js';
import { readParts, type StreamOptions, streamRows } from './query/read-rows.js';
import { createOperations } from './records/create-operations.js';
import { isPlainObject, showValue } from './show-value.js';
import type { ShowOptions, Statement } from './statement.js';
import { definitionIn, type TableDefinition } from './table.js';
import { type ValueOptions, valueCodec } from './value-codec.js';

/** What filters may hold. */
export interface FilterOptions {
  /**
   * What `undefined` in a filter means, in `where`, `having` and conditions of the query builder alike: `ignore` asks for
   * nothing in its place, `refuse` is a TypeError that names the place. Default: as the code was generated, else `ignore`.
   */
  readonly undefinedInFilters?: UndefinedInFilters;
}

/** Options of a generated `createClient`. */
export interface ClientOptions extends ConnectionOptions, ValueOptions, FilterOptions {}

/** What every generated client has beside its models. `$` keeps it apart from the names of records. */
export interface ClientBase extends AsyncDisposable {
  /** The connection below: single pages, raw statements, any REST request. */
  readonly $connection: Connection;
  /** Every row of a query. */
  $all<Row>(query: SelectedQuery<Row>): Pending<Row[]>;
  /** The first row of a query, or null. */
  $first<Row>(query: SelectedQuery<Row>): Pending<Row | null>;
  /**
   * Every row of a query, fetched page by page as the loop goes on: memory stays flat.
   *
   * Rows of a keyed table come in any number, in the order of the key where the query asks for no other, and the read
   * can be resumed from a checkpoint.
   *
   * @throws {TooManyResultsError} More than 100,000 rows of a query that is grouped, cut, distinct or sorted otherwise.
   */
  $stream<Row>(query: SelectedQuery<Row>, options?: StreamOptions): RowStream<Row>;
  /**
   * The text and parameters of a query, without sending it.
   *
   * @param options.format Whether the text has a line for each clause, for people to read. Default false.
   */
  $toSuiteQL(query: SelectedQuery<unknown>, options?: ShowOptions): Statement;
  /** Waits for the requests under way, then closes the sockets. */
  $close(): Promise<void>;
}

/** The format of generated code that this runtime reads. */
export const FORMAT = 1;

/** Stands in a type beside the format, so that the compiler's message says what to do. */
type Remedy = 'This code does not fit the installed @suitewright/runtime. Run `npx suitewright generate`.';

/** What generated code hands over: the format that it was written in, what was observed, and its models. */
export interface GeneratedClient {
  readonly format: typeof FORMAT | Remedy;
  /** Fingerprint of the schema that it was generated from. */
  readonly schema: string;
  /** Whether the account was seen to take bind parameters. Null: not tried. */
  readonly bindParameters: boolean | null;
  readonly timeZone: string | null;
  /** As the project's settings have it. Absent: they do not say. */
  readonly undefinedInFilters?: UndefinedInFilters;
  /** Loads a model's file when it is first used. */
  readonly models: Readonly<Record<string, () => Promise<object>>>;
}

/**
 * Makes the client of generated code. Nothing is sent before the first request.
 *
 * @throws {ConfigurationError} Settings are missing or contradict each other; it lists all of them.
 */
export function bindClient<Client extends ClientBase>(
  generated: GeneratedClient,
  options: ClientOptions = {},
): Client {
  const {
    timeZone,
    decimals,
    undefinedInFilters: inFilters,
    ...connectionOptions
  } = checkedClientOptions(options);
  const codec = valueCodec({
    timeZone: timeZone ?? generated.timeZone,
    ...(decimals !== undefined && { decimals }),
  });
  const undefinedInFilters = checkedSetting(inFilters ?? generated.undefinedInFilters);
  const connection = createConnection({
    ...connectionOptions,
    parameters: options.parameters ?? (generated.bindParameters === false ? 'literal' : 'bind'),
  });
  const client = Object.create(null) as Record<string, unknown>;
  Object.assign(client, baseOf(connection, { codec, undefinedInFilters }));

  const load = definitionLoader((model) => loadDefinition(model, generated.models));
  for (const name of Object.keys(generated.models)) {
    Object.defineProperty(client, name, {
      configurable: true,
      enumerable: true,
      get() {
        const model = {
          ...createModel({ name, connection, codec, load, undefinedInFilters, extension: noExtension }),
          ...createOperations(connection, name, async () => restRecord((await load(name, {}))(name), name)),
        };
        Object.defineProperty(client, name, { value: model, enumerable: true });
        return model;
      },
    });
  }
  // The models are those of the generated Client interface: both come from the same schema.
  return client as unknown as Client;
}

/** @throws {TypeError} They are not an object of options; their names are checked with the configuration. */
function checkedClientOptions(options: ClientOptions): ClientOptions {
  if (isPlainObject(options)) return options;
  throw new TypeError(
    `${showValue(options)} cannot stand in place of the client's options. Give an object such as { account: '1234567' }.`,
  );
}

function checkedSetting(given: unknown): UndefinedInFilters {
  if (given === undefined) return 'ignore';
  if (given === 'ignore' || given === 'refuse') return given;
  throw new TypeError(`undefinedInFilters: ${showValue(given)} is not a setting. Give 'ignore' or 'refuse'.`);
}

function baseOf(connection: Connection, context: QueryContext): ClientBase {
  const prepare = (query: Query<unknown>, call: string): PreparedQuery => prepareQuery(query, call, context);
  const show = (query: Query<unknown>, options: ShowOptions = {}, call = '$toSuiteQL'): Statement => {
    const { format = false } = checkedShowOptions(options, call);
    const { text, parameters } = statementText(query, context, { call, format });
    return { text, parameters };
  };

  return {
    $connection: connection,
    $all: <Row>(query: Query<Row>) =>
      pending({
        statements: async (options) => show(query, options, '$all'),
        run: async () => {
          const { plan, decode } = prepare(query, '$all');
          const all: Row[] = [];
          for await (const part of readParts(connection.suiteql, plan)) {
            for (const wire of part) all.push(decode(wire) as Row);
          }
          return all;
        },
      }),
    $first: <Row>(query: Query<Row>) =>
      pending({
        statements: async (options) => show(query, options, '$first'),
        run: async () => {
          const { statement, decode } = prepare(query, '$first');
          const { rows } = await connection.suiteql.page(statement, { limit: 1 });
          return rows[0] === undefined ? null : (decode(rows[0]) as Row);
        },
      }),
    $stream: <Row>(query: Query<Row>, options: StreamOptions = {}) => {
      const { plan, decode } = prepare(query, '$stream');
      checkOptions(options, { place: '$stream', known: { resume: textOption, signal: signalOption } });
      // The decoder gives what the query's row type says: both are made from the same selection.
      return streamRows(connection.suiteql, plan, { ...options, decode: (wire) => decode(wire) as Row });
    },
    $toSuiteQL: (query, options) => show(query, options),
    $close: () => connection.close(),
    [Symbol.asyncDispose]: () => connection.close(),
  };
}

async function loadDefinition(model: string, models: GeneratedClient['models']): Promise<TableDefinition> {
  const load = Object.hasOwn(models, model) ? models[model] : undefined;
  if (load === undefined) throw new TypeError(`The model '${model}' is not part of the generated code.`);
  for (const exported of Object.values(await load())) {
    const definition = definitionIn(exported);
    if (definition !== null) return definition;
  }
  throw new TypeError(`The generated file of '${model}' holds no table. Run \`npx suitewright generate\`.`);
}

function restRecord({ record }: TableDefinition, model: string): string {
  if (record !== null) return record;
  throw new TypeError(`'${model}' is a table of SuiteQL only: REST has no record of it.`);
}
