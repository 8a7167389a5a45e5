/** The parts of an OpenAPI 3.1 schema that the reference page shows. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

export type Schemas = Readonly<Record<string, Schema>>;

export const nameOf = (ref: string): string => ref.slice(ref.lastIndexOf('/') + 1);

const choices = (schema: Schema): readonly Schema[] => schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];

/** A type in a few words: `string (date)`, `Range[]`, `{…: Truth}`, `"yes" | "no"`. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (choices(schema).length > 0) return choices(schema).map(typeOf).join(' | ');
  if (schema.items) return `${typeOf(schema.items)}[]`;
  if (typeof schema.additionalProperties === 'object' && !schema.properties)
    return `{…: ${typeOf(schema.additionalProperties)}}`;
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : schema.type;
  return schema.format ? `${type ?? 'any'} (${schema.format})` : String(type ?? 'any');
}

/** Named schemas a schema mentions, for links. */
export function namesIn(schema: Schema): readonly string[] {
  if (schema.$ref) return [nameOf(schema.$ref)];
  const inner = [...choices(schema), ...(schema.items ? [schema.items] : [])];
  if (typeof schema.additionalProperties === 'object') inner.push(schema.additionalProperties);
  return inner.flatMap(namesIn);
}

const DEEPEST = 4;

/** An example of a value: the one the contract gives, else one put together from its parts. */
export function exampleOf(schema: Schema, schemas: Schemas, depth = 0): unknown {
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.$ref) return depth > DEEPEST ? {} : exampleOf(schemas[nameOf(schema.$ref)] ?? {}, schemas, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = choices(schema);
  if (first) return exampleOf(first, schemas, depth);
  if (schema.properties) return exampleOfObject(schema, schemas, depth);
  if (schema.items) return depth > DEEPEST ? [] : [exampleOf(schema.items, schemas, depth + 1)];
  return { string: '…', boolean: true, integer: 1, number: 1, object: {} }[String(schema.type)] ?? null;
}

function exampleOfObject(schema: Schema, schemas: Schemas, depth: number): unknown {
  const required = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name));
  return Object.fromEntries(required.map(([name, value]) => [name, exampleOf(value, schemas, depth + 1)]));
}
