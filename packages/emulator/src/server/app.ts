import { type Context, Hono } from 'hono';
import { mayAccess, type Role } from '../account/role.js';
import type { AuthenticateOptions } from '../auth/authenticate.js';
import { authorize, authorizePath } from '../auth/authorize.js';
import { tokenPath } from '../auth/client-assertion.js';
import {
  grantToken,
  revokePath,
  revokeToken,
  type TokenEndpointOptions,
  type TokenRequest,
} from '../auth/token-endpoint.js';
import { answerCatalog, type Catalog, type CatalogRequest } from '../catalog/answer-catalog.js';
import { catalogPath } from '../catalog/catalog-index.js';
import type { Clock } from '../clock.js';
import type { ChooseFault } from '../faults/fault.js';
import { injectFaults } from '../faults/inject-faults.js';
import type { Log } from '../log.js';
import { type RunStatementOptions, runStatement } from '../query/run-statement.js';
import { recordRoutes } from '../records/record-routes.js';
import type { RecordStore } from '../records/record-store.js';
import { governanceLimits, serverTime } from '../system/answer-system.js';
import { bodyText } from './body-text.js';
import type { Governor } from './governor.js';
import { countRequests, limitConcurrency, limitSize, requireLogin, requirePermission } from './middleware.js';
import { notEmulated } from './refusals.js';
import type { RequestCounter } from './request-counts.js';
import { requestUrl } from './request-url.js';
import { respondEmpty, respondError, respondJson, respondText } from './respond.js';

export interface AppOptions {
  readonly authentication: AuthenticateOptions & TokenEndpointOptions;
  readonly catalog: Catalog;
  /** Undefined: an administrator's. */
  readonly role: Role | undefined;
  readonly statements: RunStatementOptions;
  readonly records: RecordStore;
  readonly governor: Governor;
  readonly counter: RequestCounter;
  readonly log: Log;
  readonly clock: Clock;
  /** How long each request takes, besides its own work. Token requests take none. */
  readonly latencyMs: number;
  /** Absent: nothing goes wrong. */
  readonly faults: ChooseFault | undefined;
}

/** What NetSuite takes for a document; for other bodies it names no limit. */
const bodyMaximumBytes = 10 * 2 ** 20;
/** Token requests come from whoever knows the address. */
const formMaximumBytes = 64 * 2 ** 10;
/** What Node's own server takes for all headers. */
const urlMaximumLength = 16 * 2 ** 10;

const collectionType = 'application/vnd.oracle.resource+json; type=collection; charset=UTF-8';
const singularType = 'application/vnd.oracle.resource+json; type=singular; charset=UTF-8';
const plainType = 'application/json; charset=UTF-8';

/** The emulator as a function from requests to responses: every path that it knows. */
export function createApp(options: AppOptions): Hono {
  const { authentication, catalog, role, statements, records, governor, counter, log, clock, latencyMs } =
    options;
  const app = new Hono({ strict: false });
  app.onError((error, context) => respondError(context, error, log));
  app.notFound((context) => {
    const { method, path } = context.req;
    return respondError(context, notEmulated(`The emulator has nothing at ${method} ${path}.`), log);
  });
  app.use(countRequests(counter));
  app.use(limitSize({ bodyBytes: bodyMaximumBytes, urlLength: urlMaximumLength }));
  if (options.faults !== undefined) {
    const { revoke: revokeToken } = authentication.accessTokens;
    app.use(injectFaults({ choose: options.faults, revokeToken, bodyMaximumBytes }));
  }

  app.get(authorizePath, (context) => {
    const { accountId, loginClient, logins } = authentication;
    const { query } = requestUrl(context.req);
    return context.redirect(authorize(query, { accountId, credentials: loginClient, logins }), 302);
  });
  const tokenRequest = async (context: Context): Promise<TokenRequest> => {
    const { origin, directOrigin, path } = requestUrl(context.req);
    const contentType = context.req.header('content-type') ?? '';
    const authorization = context.req.header('authorization') ?? '';
    const body = await bodyText(context, formMaximumBytes);
    return { contentType, authorization, body, urls: [`${origin}${path}`, `${directOrigin}${path}`] };
  };
  app.post(tokenPath, async (context) =>
    respondJson(context, plainType, await grantToken(await tokenRequest(context), authentication)),
  );
  app.post(revokePath, async (context) => {
    revokeToken(await tokenRequest(context), authentication);
    return respondJson(context, plainType, {});
  });
  app.get('/services/rest/auth/oauth2/v1/keys', async (context) =>
    respondJson(context, plainType, { keys: await authentication.accessTokens.publicKeys() }),
  );

  // From here on a request takes part in the account's concurrency, and has to be signed.
  app.use(limitConcurrency(governor, latencyMs));
  app.use(requireLogin(authentication));

  const shown =
    role === undefined ? catalog : new Map([...catalog].filter(([name]) => mayAccess(role, name, 'View')));
  const catalogBody = (request: CatalogRequest): { readonly contentType: string; readonly body: string } => {
    const { contentType, body } = answerCatalog(request, shown);
    return { contentType, body: JSON.stringify(body) };
  };
  app.get(catalogPath, (context) => {
    const request = { url: requestUrl(context.req), accept: context.req.header('accept'), record: null };
    return respondText(context, catalogBody(request));
  });
  app.get(`${catalogPath}/:record`, (context) => {
    const record = context.req.param('record');
    const request = { url: requestUrl(context.req), accept: context.req.header('accept'), record };
    return respondText(context, catalogBody(request));
  });

  if (role !== undefined) app.use('/services/rest/record/v1/:type/*', requirePermission(role, catalog));
  app.route('/services/rest/record/v1', recordRoutes(records, bodyMaximumBytes));

  app.post('/services/rest/query/v1/suiteql', async (context) => {
    const url = requestUrl(context.req);
    const request = {
      url,
      prefer: context.req.header('prefer'),
      body: await bodyText(context, bodyMaximumBytes),
    };
    const body = await runStatement(request, statements);
    return respondText(context, {
      contentType: collectionType,
      body,
      headers: { 'preference-applied': 'transient' },
    });
  });

  app.get('/services/rest/system/v1/serverTime', (context) =>
    respondJson(context, singularType, serverTime(clock)),
  );
  app.get('/services/rest/system/v1/governanceLimits', (context) =>
    respondJson(context, singularType, governanceLimits(governor.limit)),
  );
  // Assumed: no content. netsuite-rest's documentation tries its credentials so.
  app.options('/services/rest/*', (context) => respondEmpty(context));
  return app;
}
