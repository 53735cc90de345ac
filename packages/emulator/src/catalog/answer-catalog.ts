import { malformedRequest, unknownRecordType } from '../server/refusals.js';
import type { RequestUrl } from '../server/request-url.js';
import { catalogIndex, catalogItem, catalogPath } from './catalog-index.js';
import type { CatalogRecord } from './catalog-record.js';
import { recordJsonSchema } from './json-schema.js';
import { openApiDocument } from './openapi.js';

export interface CatalogRequest {
  readonly url: RequestUrl;
  readonly accept: string | undefined;
  /** The record of the path, as the client wrote it. Null: the index. */
  readonly record: string | null;
}

export interface CatalogAnswer {
  readonly contentType: string;
  readonly body: unknown;
}

export type Catalog = ReadonlyMap<string, CatalogRecord>;

type CatalogFormat = 'index' | 'schema' | 'swagger';

/**
 * Answers a request to the metadata-catalog: the index, or records in one of the two formats that
 * `Accept` asks for.
 *
 * @throws {Refusal} A record that is not in the catalog, or a `select` with a space in it.
 * @see https://docs.oracle.com/en/cloud/saas/netsuite/ns-online-help/section_1540810174.html
 */
export function answerCatalog({ url, accept, record }: CatalogRequest, catalog: Catalog): CatalogAnswer {
  const { origin } = url;
  const format = requestedFormat(accept);
  const selected = record === null ? selectedRecords(url, catalog) : [find(record, catalog)];
  if (format === 'swagger') {
    return {
      contentType: 'application/swagger+json; charset=UTF-8',
      body: openApiDocument({ records: selected, origin }),
    };
  }
  const [only] = selected;
  if (record === null || only === undefined) {
    // Assumed: schema+json of the index, which no page describes, is the index as well.
    const body = catalogIndex({ names: selected.map(({ name }) => name), origin });
    return { contentType: 'application/json; charset=UTF-8', body };
  }
  if (format === 'schema') {
    return { contentType: 'application/schema+json; charset=UTF-8', body: recordJsonSchema(only) };
  }
  // Assumed: without one of the two formats, a record answers with its entry in the index.
  return { contentType: 'application/json; charset=UTF-8', body: catalogItem(only.name, origin) };
}

function requestedFormat(accept: string | undefined): CatalogFormat {
  const types = (accept ?? '').split(',').map((type) => (type.split(';')[0] ?? '').trim().toLowerCase());
  const chosen = types.find((type) => /^application\/(?:schema\+json|swagger\+json|json)$/.test(type));
  if (chosen === 'application/swagger+json') return 'swagger';
  return chosen === 'application/schema+json' ? 'schema' : 'index';
}

function selectedRecords({ query }: RequestUrl, catalog: Catalog): readonly CatalogRecord[] {
  const select = new URLSearchParams(query).get('select');
  if (select === null) return [...catalog.values()];
  if (select === '' || /\s/.test(select)) {
    throw malformedRequest('select must be record names, separated by commas without spaces.');
  }
  const names = new Set(select.split(',').map((name) => find(name, catalog).name));
  return [...catalog.values()].filter(({ name }) => names.has(name));
}

// Assumed: an unknown name in `select` is refused as it is in the path.
function find(name: string, catalog: Catalog): CatalogRecord {
  const record = catalog.get(name.toLowerCase());
  if (record === undefined) throw unknownRecordType(name, `${catalogPath}/${name}`);
  return record;
}
