import { pagingProperties, type SchemaNode } from './json-schema.js';

const text = { type: 'string' };
const linkList = {
  title: 'Links',
  type: 'array',
  readOnly: true,
  items: { $ref: '#/components/schemas/nsLink' },
};

/** The components that every document has, as NetSuite's REST API Browser 2026.1 shows them. */
export function sharedComponents(): Readonly<Record<string, SchemaNode>> {
  return {
    nsError: {
      type: 'object',
      properties: {
        type: { ...text, format: 'URI' },
        title: text,
        status: { type: 'integer', format: 'int32' },
        'o:errorDetails': { type: 'array', items: errorDetail() },
      },
    },
    nsLink: {
      type: 'object',
      properties: {
        rel: { title: 'Relationship', ...text },
        href: { title: 'Hypertext Reference', ...text },
      },
    },
    nsResource: {
      type: 'object',
      properties: {
        id: { title: 'Internal identifier', ...text },
        refName: { title: 'Reference Name', ...text },
        externalId: { title: 'External identifier', ...text },
        links: linkList,
      },
    },
    nsResourceCollection: {
      type: 'object',
      properties: {
        links: linkList,
        ...pagingProperties(),
        items: { type: 'array', items: { $ref: '#/components/schemas/nsResource' } },
      },
    },
  };
}

function errorDetail(): SchemaNode {
  return {
    type: 'object',
    properties: {
      detail: text,
      'o:errorCode': text,
      'o:errorHeader': text,
      'o:errorPath': { ...text, format: 'JSONPath' },
      'o:errorQueryParam': text,
      'o:errorUrl': { ...text, format: 'URI' },
    },
  };
}
