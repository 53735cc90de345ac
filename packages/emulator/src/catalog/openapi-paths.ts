import type { CatalogRecord } from './catalog-record.js';
import type { SchemaNode } from './json-schema.js';

const collectionType = 'application/vnd.oracle.resource+json; type=collection';
const singularType = 'application/vnd.oracle.resource+json; type=singular';

/** The paths of one record: its collection and its instances. */
export function recordPaths({ name, restName }: CatalogRecord): SchemaNode {
  const reference = { $ref: `#/components/schemas/${restName}` };
  const body = { required: true, content: { [singularType]: { schema: reference } } };
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'Internal identifier',
    schema: { type: 'string' },
  };
  const operation = (summary: string, rest: SchemaNode): SchemaNode => ({ tags: [name], summary, ...rest });
  return {
    [`/${name}`]: {
      get: operation('Get list of records.', {
        parameters: [
          query('q', 'Search query used to filter results.', 'string'),
          query('limit', 'The limit used to specify the number of results on a single page.', 'integer'),
          query('offset', 'The offset used for selecting a specific page of results.', 'integer'),
        ],
        responses: responses('200', 'List of records.', {
          [collectionType]: { schema: { $ref: `#/components/schemas/${restName}Collection` } },
        }),
      }),
      post: operation('Insert record.', {
        requestBody: body,
        responses: responses('204', 'Inserted record.', null),
      }),
    },
    [`/${name}/{id}`]: {
      parameters: [id],
      get: operation('Get record.', {
        parameters: [
          query(
            'expandSubResources',
            'Set to true to expand all sublists, sublist lines and subrecords.',
            'boolean',
          ),
          query('fields', 'The names of the fields to return.', 'string'),
        ],
        responses: responses('200', 'Retrieved record.', { [singularType]: { schema: reference } }),
      }),
      patch: operation('Update record.', {
        requestBody: body,
        responses: responses('204', 'Updated record.', null),
      }),
      put: operation('Insert or update record.', {
        requestBody: body,
        responses: responses('204', 'Upserted record.', null),
      }),
      delete: operation('Remove record.', { responses: responses('204', 'Removed record.', null) }),
    },
  };
}

function query(name: string, description: string, type: string): SchemaNode {
  return { name, in: 'query', description, required: false, schema: { type } };
}

function responses(status: string, description: string, content: SchemaNode | null): SchemaNode {
  return {
    [status]: { description, ...(content === null ? {} : { content }) },
    default: {
      description: 'Error response.',
      content: {
        'application/vnd.oracle.resource+json; type=error': {
          schema: { $ref: '#/components/schemas/nsError' },
        },
      },
    },
  };
}
