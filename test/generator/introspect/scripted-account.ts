import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { type Connection, createConnection } from '@suitewright/runtime';

/** What a scripted account answers. A number in place of a body is the status of a refusal. */
export interface Script {
  readonly account?: string;
  /** Of the connection. Default 5. */
  readonly concurrency?: number;
  /** The schema+json of each record. */
  readonly records: ReadonlyMap<string, unknown>;
  /** The OpenAPI components of the records in a `select`. */
  readonly components?: (select: readonly string[]) => unknown;
  /** Columns that queries may use, by table. */
  readonly tables?: ReadonlyMap<string, readonly string[]>;
  /** How SuiteQL refuses a column that it does not take. Default: NetSuite's words for an unknown identifier. */
  readonly refuseColumn?: (column: string, table: string) => Refusal;
  /** Rows of a table, for statements that end in ORDER BY. */
  readonly rows?: ReadonlyMap<string, readonly object[]>;
  /** Refuses every statement on a known table. */
  readonly refuseTable?: Refusal;
  readonly takesParameters?: boolean;
  /** The body to send with status 200 in place of an answer. Undefined: the answer. */
  readonly damage?: (request: string) => string | undefined;
  /** Runs before each answer; may wait, or throw to cut the connection. */
  readonly before?: (request: string) => Promise<void> | void;
}

export interface Refusal {
  readonly status: number;
  readonly detail: string;
}

export interface ScriptedAccount extends AsyncDisposable {
  readonly connection: Connection;
  /** Every request in the order of arrival: method, address and SuiteQL text. */
  readonly requests: readonly string[];
}

/** A server that answers as NetSuite does in the few requests of an introspection, refusals included. */
export async function startScriptedAccount(script: Script): Promise<ScriptedAccount> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => request.socket.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const body = await text(request);
    const statement = body === '' ? null : (JSON.parse(body) as Statement);
    const asked = [
      request.method,
      decodeURIComponent(request.url ?? ''),
      request.headers.accept,
      statement?.q,
    ]
      .filter((part) => part !== undefined)
      .join(' ');
    requests.push(asked);
    await script.before?.(asked);
    const damaged = script.damage?.(asked);
    if (damaged !== undefined) {
      response.end(damaged);
      return;
    }
    const result = statement
      ? queried(script, statement)
      : described(script, url, request.headers.accept ?? '');
    const isRefusal = typeof result === 'object' && result !== null && 'refusal' in result;
    const refusal = isRefusal ? (result.refusal as Refusal) : null;
    response.writeHead(refusal?.status ?? 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(refusal ? errorBody(refusal) : result));
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const connection = createConnection({
    account: script.account ?? 'TSTDRV1',
    baseUrl: `http://127.0.0.1:${port}`,
    auth: { method: 'bearer', accessToken: 'token-of-the-test' },
    concurrency: script.concurrency ?? 5,
    retry: { attempts: 1 },
    environment: {},
  });
  return {
    connection,
    requests,
    async [Symbol.asyncDispose]() {
      await connection.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Statement {
  readonly q: string;
  readonly params?: readonly string[];
}

function described(script: Script, url: URL, accept: string): unknown {
  const [, name] = /\/metadata-catalog(?:\/([\s\S]*))?$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const select = url.searchParams.get('select');
  if (name !== undefined) {
    const schema = script.records.get(name);
    return typeof schema === 'number' ? refuse(schema, `Record type '${name}' does not exist.`) : schema;
  }
  if (accept.includes('swagger') && select !== null) {
    const schemas = script.components?.(select.split(','));
    return typeof schemas === 'number'
      ? refuse(schemas, 'Too slow.')
      : { openapi: '3.0.1', components: { schemas } };
  }
  return { items: [...script.records.keys()].map((record) => ({ name: record, links: [] })), links: [] };
}

function queried(script: Script, { q, params }: Statement): unknown {
  const [, selected = '', table = ''] = /^SELECT (.*?) FROM (\w+)/.exec(q) ?? [];
  const columns = script.tables?.get(table);
  if (columns === undefined) return refuse(400, `${prefix} Invalid search type: ${table}.`);
  if (script.refuseTable) return { refusal: script.refuseTable };
  if (params !== undefined && script.takesParameters === false)
    return refuse(400, `${prefix} Search error occurred: Invalid or unsupported search.`);
  const asked = selected.split(', ').filter((column) => column.includes('.'));
  const unknown = asked
    .map((column) => column.slice(table.length + 1))
    .find((column) => !columns.includes(column));
  if (unknown !== undefined) {
    return { refusal: (script.refuseColumn ?? unknownIdentifier)(unknown, table) };
  }
  const items = q.includes('ORDER BY') ? (script.rows?.get(table) ?? []) : [];
  return { links: [], count: items.length, hasMore: false, items, offset: 0, totalResults: items.length };
}

const prefix = 'Invalid search query. Detailed unprocessed description follows.';

function unknownIdentifier(column: string, table: string): Refusal {
  const detail = `${prefix} Search error occurred: Unknown identifier '${column}'. Available identifiers are: {${table}=${table}}.`;
  return { status: 400, detail };
}

function refuse(status: number, detail: string): { readonly refusal: Refusal } {
  return { refusal: { status, detail } };
}

function errorBody({ status, detail }: Refusal): object {
  const code = status === 500 ? 'UNEXPECTED_ERROR' : status === 404 ? 'NONEXISTENT_ID' : 'INVALID_PARAMETER';
  return { title: 'Bad Request', status, 'o:errorDetails': [{ detail, 'o:errorCode': code }] };
}
