import { type Context, Hono } from 'hono';
import { bodyText } from '../server/body-text.js';
import { notEmulated } from '../server/refusals.js';
import { requestUrl } from '../server/request-url.js';
import { respondEmpty, respondJson } from '../server/respond.js';
import { createRecord } from './create-record.js';
import { deleteRecord } from './delete-record.js';
import { getRecord } from './get-record.js';
import { listRecords } from './list-records.js';
import { type ReadBody, readBody } from './read-body.js';
import type { RecordStore } from './record-store.js';
import { findRecordType, type RecordType } from './record-type.js';
import { refuseOtherForms, refuseUsedKeys } from './request-forms.js';
import { updateRecord } from './update-record.js';
import { upsertRecord } from './upsert-record.js';

const collectionType = 'application/vnd.oracle.resource+json; type=collection; charset=UTF-8';
const singularType = 'application/vnd.oracle.resource+json; type=singular; charset=UTF-8';

/** The record service, below /services/rest/record/v1. */
export function recordRoutes(store: RecordStore, bodyMaximumBytes: number): Hono {
  const app = new Hono({ strict: false });
  app.use(refuseOtherForms);
  app.use(refuseUsedKeys());
  const bodyOf = async (context: Context, type: RecordType): Promise<ReadBody> => {
    const nameValidation = context.req.header('x-netsuite-propertynamevalidation');
    return readBody(store, type, { body: await bodyText(context, bodyMaximumBytes), nameValidation });
  };
  const typeOf = (name: string): RecordType =>
    findRecordType(name, { catalog: store.catalog, tables: store.database.tables });

  app.get('/:type', (context) => {
    const type = typeOf(context.req.param('type'));
    return respondJson(context, collectionType, listRecords(store, type, requestUrl(context.req)));
  });
  app.post('/:type', async (context) => {
    const type = typeOf(context.req.param('type'));
    const body = await bodyOf(context, type);
    return respondWritten(context, { type, body, id: createRecord(store, type, body) });
  });
  app.get('/:type/:key{.+}', (context) => {
    const [key = '', ...subPath] = context.req
      .param('key')
      .split('/')
      .filter((step) => step !== '');
    if (subPath.some((step) => step.startsWith('!') || step.startsWith('@')))
      throw notEmulated('No such operation.');
    const request = { url: requestUrl(context.req), key, subPath };
    return respondJson(context, singularType, getRecord(store, typeOf(context.req.param('type')), request));
  });
  app.patch('/:type/:key', async (context) => {
    const type = typeOf(context.req.param('type'));
    const body = await bodyOf(context, type);
    const request = { key: context.req.param('key'), body, replace: replaced(context) };
    return respondWritten(context, { type, body, id: updateRecord(store, type, request) });
  });
  app.put('/:type/:key', async (context) => {
    const type = typeOf(context.req.param('type'));
    const body = await bodyOf(context, type);
    const request = { key: context.req.param('key'), body, replace: replaced(context) };
    return respondWritten(context, { type, body, id: upsertRecord(store, type, request) });
  });
  app.delete('/:type/:key', (context) => {
    deleteRecord(store, typeOf(context.req.param('type')), context.req.param('key'));
    return respondEmpty(context);
  });
  return app;
}

function replaced(context: Context): readonly string[] {
  return (context.req.query('replace') ?? '').split(',').filter((name) => name !== '');
}

interface Written {
  readonly type: RecordType;
  readonly body: ReadBody;
  readonly id: string;
}

/** 204 with the record's URL, and what was left out. */
function respondWritten(context: Context, { type, body, id }: Written): Promise<Response> {
  const { origin } = requestUrl(context.req);
  const warnings = headerText(body.warnings.join(','));
  return respondEmpty(context, {
    location: `${origin}/services/rest/record/v1/${type.record.name}/${id}`,
    ...(warnings === '' ? {} : { 'x-netsuite-propertyvalidation': warnings }),
  });
}

const headerMaximumLength = 4096;

/** Names that clients made up, as a header can hold them. */
function headerText(text: string): string {
  return text.slice(0, headerMaximumLength).replace(/[^ -~]/g, '?');
}
