/** Pieces of schema+json in the forms that NetSuite's catalog has. */

export const links = {
  title: 'Links',
  type: 'array',
  readOnly: true,
  items: { $ref: '/services/rest/record/v1/metadata-catalog/nsLink' },
};

export const text = { title: 'Text', type: 'string', nullable: true };

export function reference(title: string, more: object = {}): object {
  return {
    title,
    type: 'object',
    properties: {
      id: { title: 'Internal identifier', type: 'string' },
      refName: { title: 'Reference Name', type: 'string' },
      externalId: { title: 'External identifier', type: 'string' },
      links,
    },
    ...more,
  };
}

export function enumeration(values: readonly unknown[]): object {
  return {
    type: 'object',
    properties: {
      id: { title: 'Internal identifier', type: 'string', enum: values },
      refName: { title: 'Reference Name', type: 'string' },
    },
  };
}

export function collection(line: object): object {
  const count = { type: 'integer', format: 'int64', readOnly: true };
  return {
    type: 'object',
    properties: {
      links,
      totalResults: count,
      count,
      hasMore: { type: 'boolean', readOnly: true },
      offset: count,
      items: { type: 'array', items: line },
    },
  };
}

export function record(properties: object, more: object = {}): object {
  return {
    type: 'object',
    properties,
    $schema: 'https://json-schema.org/draft-06/hyper-schema#',
    ...more,
  };
}

export function component(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}
