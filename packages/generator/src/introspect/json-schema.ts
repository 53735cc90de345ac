import { dictionary } from '@suitewright/schema';
import { z } from 'zod';

/**
 * What of a JSON Schema or OpenAPI schema object is used here.
 *
 * Keys of another type than expected count as absent, and a node that is no object counts as empty:
 * no source describes the catalog completely, and one odd field must not cost the record.
 */
export interface JsonSchemaNode {
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly format?: string | undefined;
  readonly readOnly?: boolean | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly $ref?: string | undefined;
  readonly allOf?: readonly JsonSchemaNode[] | undefined;
  readonly items?: JsonSchemaNode | undefined;
  readonly properties?: Readonly<Record<string, JsonSchemaNode>> | undefined;
  readonly 'x-ns-filterable'?: readonly string[] | undefined;
  /** The fields that identify an existing line of a sublist; empty where its lines have no key. */
  readonly 'x-ns-sublistkey'?: readonly string[] | undefined;
  readonly 'x-ns-custom-field'?: boolean | undefined;
  readonly 'x-ns-custom-record'?: boolean | undefined;
}

const text = z.string().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const names = z.array(z.string()).optional().catch(undefined);

/** Some servers write `["string", "null"]` for a nullable type. */
const typeName = z
  .union([z.string(), z.array(z.string()).transform((types) => types.find((type) => type !== 'null'))])
  .optional()
  .catch(undefined);

const enumValues = z
  .array(z.unknown())
  .transform((values) => values.filter((value) => value !== null).map(String))
  .optional()
  .catch(undefined);

const sublistKey = z
  .object({ present: z.boolean(), value: z.object({ existing: z.array(z.string()) }).optional() })
  .transform(({ present, value }) => (present ? (value?.existing ?? []) : []))
  .optional()
  .catch(undefined);

export const jsonSchemaNode: z.ZodType<JsonSchemaNode> = z
  .object({
    type: typeName,
    title: text,
    description: text,
    format: text,
    readOnly: flag,
    enum: enumValues,
    $ref: text,
    allOf: z
      .array(z.lazy(() => jsonSchemaNode))
      .optional()
      .catch(undefined),
    items: z.lazy(() => jsonSchemaNode).optional(),
    properties: z
      .lazy(() => jsonSchemaProperties)
      .optional()
      .catch(undefined),
    'x-ns-filterable': names,
    'x-ns-sublistkey': sublistKey,
    'x-ns-custom-field': flag,
    'x-ns-custom-record': flag,
  })
  .catch({});

export const jsonSchemaProperties: z.ZodType<Readonly<Record<string, JsonSchemaNode>>> =
  dictionary(jsonSchemaNode);
