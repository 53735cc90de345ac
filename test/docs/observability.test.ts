import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { DataPoint, Histogram, MetricData } from '@opentelemetry/sdk-metrics';
import type { ReadableSpan } from '@opentelemetry/sdk-trace';
import { type AuthType, type ChooseFault, type Emulator, startEmulator } from '@suitewright/emulator';
import { type Connection, createConnection, type EventMap, type ParameterStyle } from '@suitewright/runtime';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGuides, textOf } from './read-guides.js';
import { startTelemetrySdk, type TelemetrySdk } from './telemetry-sdk.js';

const repository = fileURLToPath(new URL('../../', import.meta.url));
const guide = (await readGuides()).find(({ name }) => name === 'observability');
if (guide === undefined)
  throw new TypeError('docs/guides/observability.md is gone: its recipe is tested here.');
const statement = 'SELECT id FROM customer WHERE companyname = ?';
const parameter = 'canary of a parameter';
const suiteqlPath = '/services/rest/query/v1/suiteql';
const noWait = { baseDelayMs: 1, maximumDelayMs: 2 };

let folder: string;
let sdk: TelemetrySdk;

beforeAll(async () => {
  sdk = startTelemetrySdk();
  const parent = join(repository, '.suitewright');
  await mkdir(parent, { recursive: true });
  folder = await mkdtemp(join(parent, 'telemetry-'));
  const file = join(folder, 'telemetry.ts');
  await writeFile(file, textOf(guide, 'telemetry'));
  await import(pathToFileURL(file).href);
});

afterAll(async () => {
  await sdk?.stop();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

/** The first two requests for rows are refused; each answer takes a while. */
function busyAtFirst(): ChooseFault {
  let pages = 0;
  return ({ service }) => {
    if (service === 'suiteql') pages += 1;
    if (service === 'suiteql' && pages === 1) return { kind: 'refused', status: 429 };
    if (service === 'suiteql' && pages === 2) return { kind: 'refused', status: 503 };
    return { kind: 'late', milliseconds: 5 };
  };
}

interface Job {
  readonly emulator: Emulator;
  /** Of the exchanges and pages of this job, in the order in which they ended, and the job's own. */
  readonly spans: readonly ReadableSpan[];
  readonly job: ReadableSpan;
}

/** Runs something against an emulator of its own, within a span. */
async function runJob(
  settings: { readonly account: string; readonly method: AuthType; readonly parameters: ParameterStyle },
  work: (connection: Connection) => Promise<void>,
): Promise<Job> {
  const { account, method, parameters } = settings;
  const emulator = await startEmulator({ account, rows: 1000, faults: busyAtFirst() });
  const environment = emulator.environment(method);
  const connection = createConnection({ environment, parameters, retry: noWait });
  await trace.getTracer('test').startActiveSpan(account, async (span) => {
    await work(connection);
    span.end();
  });
  await connection.close();
  await emulator.close();
  const job = sdk.spans().find(({ name }) => name === account);
  if (job === undefined) throw new TypeError(`The span of ${account} did not end.`);
  const { traceId } = job.spanContext();
  return { emulator, job, spans: sdk.spans().filter((span) => span.spanContext().traceId === traceId) };
}

/** What a person reads in a trace. */
function told(span: ReadableSpan, { spans }: Job): object {
  const parent = spans.find((other) => other.spanContext().spanId === span.parentSpanContext?.spanId);
  return {
    name: span.name,
    below: parent?.name ?? null,
    failed: span.status.code === SpanStatusCode.ERROR ? span.attributes['error.type'] : false,
  };
}

async function pointsOf<Value>(name: string, attribute: string, value: unknown): Promise<DataPoint<Value>[]> {
  const metric: MetricData | undefined = (await sdk.metrics()).find(
    ({ descriptor }) => descriptor.name === name,
  );
  // The instrument of this name has points of this kind.
  const points = (metric?.dataPoints ?? []) as readonly unknown[] as readonly DataPoint<Value>[];
  return points.filter(({ attributes }) => attributes[attribute] === value);
}

function counted(points: readonly DataPoint<Histogram>[], attribute: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { attributes, value } of points) {
    const key = String(attributes[attribute]);
    counts[key] = (counts[key] ?? 0) + value.count;
  }
  return counts;
}

test('the recipe for OpenTelemetry traces exchanges below their page, and pages below the span of the caller', async () => {
  const settings = { account: 'TSTDRV1', method: 'oauth2', parameters: 'bind' } as const;
  const done = await runJob(settings, async (connection) => {
    await connection.suiteql.page({ text: statement, parameters: [parameter] });
    const path = '/services/rest/record/v1/customer/eid:canary-of-an-id';
    await expect(connection.request({ method: 'GET', path })).rejects.toThrow();
    const refused = { text: 'SELECT nonsense FROM customer', parameters: [] };
    await expect(connection.suiteql.page(refused)).rejects.toThrow();
  });
  const page = 'SELECT TSTDRV1';
  const request = { name: `POST ${suiteqlPath}`, below: page };
  expect(done.spans.map((span) => told(span, done))).toEqual([
    { name: 'POST /services/rest/auth/oauth2/v1/token', below: page, failed: false },
    { ...request, failed: '429' },
    { ...request, failed: '503' },
    { ...request, failed: false },
    { name: page, below: 'TSTDRV1', failed: false },
    { name: 'GET /services/rest/record/v1/customer/{id}', below: 'TSTDRV1', failed: '404' },
    { ...request, failed: '400' },
    { name: page, below: 'TSTDRV1', failed: 'QueryRejectedError' },
    { name: 'TSTDRV1', below: null, failed: false },
  ]);
  const resent = done.spans.map(({ attributes }) => attributes['http.request.resend_count']);
  expect(resent.slice(1, 4)).toEqual([undefined, 1, 2]);
  for (const { duration, ended } of done.spans) {
    expect(ended).toBe(true);
    expect(duration[0] * 1e9 + duration[1]).toBeGreaterThan(0);
  }
});

test('the recipe traces the pages of a loop that are fetched ahead below the span of the loop', async () => {
  const settings = { account: 'TSTDRV2', method: 'tba', parameters: 'bind' } as const;
  let rows = 0;
  const done = await runJob(settings, async ({ suiteql }) => {
    const all = suiteql.stream(
      { text: 'SELECT id FROM transactionline ORDER BY uniquekey', parameters: [] },
      { limit: 100 },
    );
    for await (const _ of all) rows += 1;
  });
  const pages = done.spans.filter(({ name }) => name === 'SELECT TSTDRV2');
  expect(pages.length).toBeGreaterThan(5);
  const parents = new Set(pages.map(({ parentSpanContext }) => parentSpanContext?.spanId));
  expect([...parents]).toEqual([done.job.spanContext().spanId]);
  const returned = pages.map(({ attributes }) => Number(attributes['db.response.returned_rows']));
  expect(returned.reduce((sum, count) => sum + count, 0)).toBe(rows);
});

test('the recipe counts what the emulator counts, and tells the limit', async () => {
  let limit: number | null = null;
  const note = (event: unknown): void => {
    limit = (event as EventMap['throttle']).limit;
  };
  subscribe('suitewright:throttle', note);
  const settings = { account: 'TSTDRV3', method: 'oauth2', parameters: 'bind' } as const;
  const { emulator } = await runJob(settings, async ({ suiteql }) => {
    await Promise.all(['a', 'b', 'c'].map((name) => suiteql.page({ text: statement, parameters: [name] })));
  });
  unsubscribe('suitewright:throttle', note);

  const exchanges = await pointsOf<Histogram>('http.client.request.duration', 'server.port', emulator.port);
  expect(counted(exchanges, 'server.address')).toEqual({ '127.0.0.1': emulator.requests.total });
  expect(counted(exchanges, 'http.response.status_code')).toEqual({
    200: emulator.requests.total - 2,
    429: emulator.requests.overLimit,
    503: 1,
  });
  const seconds = exchanges.map(({ value }) => value.sum ?? 0).reduce((sum, each) => sum + each, 0);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(60);

  const pages = await pointsOf<Histogram>('db.client.operation.duration', 'db.namespace', 'TSTDRV3');
  expect(counted(pages, 'db.system.name')).toEqual({ netsuite: 3 });
  const retries = await pointsOf<number>('netsuite.client.retries', 'netsuite.account', 'TSTDRV3');
  const retriesByError = Object.fromEntries(
    retries.map(({ value, attributes }) => [attributes['error.type'], value]),
  );
  expect(retriesByError).toEqual({ RateLimitedError: 1, ServerFailedError: 1 });
  const limits = await pointsOf<number>('netsuite.client.concurrency.limit', 'netsuite.account', 'TSTDRV3');
  expect(limits.map(({ value }) => value)).toEqual([limit]);
});

test.each([
  { account: 'TSTDRV4', method: 'oauth2', parameters: 'bind' },
  { account: 'TSTDRV5', method: 'tba', parameters: 'literal' },
] as const)('the recipe exports no secret of $method, no value and no id', async (settings) => {
  const { emulator, spans } = await runJob(settings, async (connection) => {
    await connection.suiteql.page({ text: statement, parameters: [parameter] });
    const path = '/services/rest/record/v1/customer/eid:canary-of-an-id';
    await expect(connection.request({ method: 'GET', path })).rejects.toThrow();
  });
  const exported = JSON.stringify([
    spans.map(({ name, attributes, events, status, links, resource }) => ({
      ...{ name, attributes, events, status, links },
      resource: resource.attributes,
    })),
    await sdk.metrics(),
  ]);
  expect(exported).toContain(statement);
  expect(exported).not.toContain('canary');
  const secrets = Object.entries(emulator.environment()).filter(([name]) =>
    /SECRET|KEY|TOKEN|_ID$/.test(name),
  );
  for (const [name, secret] of secrets) {
    if (name === 'NETSUITE_ACCOUNT_ID') continue;
    for (const line of secret.split('\n')) if (line.length > 3) expect(exported).not.toContain(line);
  }
  // Tokens and assertions are JWTs.
  expect(exported).not.toMatch(/eyJ[\w-]+\.|oauth_|Bearer|client_assertion/);
});

test('the log says what the guide shows', async () => {
  const warnings: string[] = [];
  const messages: string[] = [];
  const logger = {
    warn: (message: string) => warnings.push(message),
    debug: (message: string) => messages.push(message),
  };
  const faults: ChooseFault = ({ index }) => (index === 0 ? { kind: 'refused', status: 429 } : null);
  const emulator = await startEmulator({ rows: 100, faults });
  const connection = createConnection({ environment: emulator.environment('tba'), retry: noWait, logger });
  await connection.suiteql.page({ text: statement, parameters: [parameter] });
  await connection.close();
  await emulator.close();
  const withoutDelay = (lines: string): string => lines.replace(/"delayMs":[\d.]+/, '"delayMs":0');
  expect(withoutDelay(`${warnings.slice(0, 2).join('\n')}\n`)).toBe(withoutDelay(textOf(guide, 'log')));
  expect(messages.map((message) => message.split(' {')[0])).toEqual([
    'suitewright request',
    'suitewright request',
    'suitewright query',
  ]);
  expect(inspect([warnings, messages])).not.toContain(parameter);
});
