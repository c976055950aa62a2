type Json = null | boolean | number | string | readonly Json[] | { readonly [member: string]: Json };

const isObject = (value: Json | undefined): value is { readonly [member: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * OpenAPI's `oneOf` + `discriminator` as plain JSON Schema: the named member picks the branch. Trying every branch instead
 * rejects a third of the official TMF payloads, since their branches overlap.
 */
export function dispatchOnDiscriminator(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(dispatchOnDiscriminator);
  if (!isObject(schema)) return schema;
  const { oneOf, discriminator, ...rest } = schema;
  const rewritten = Object.fromEntries(Object.entries(rest).map(([member, value]) => [member, dispatchOnDiscriminator(value)]));
  if (oneOf === undefined) return rewritten;
  if (!isObject(discriminator) || !isObject(discriminator['mapping'])) return { ...rewritten, oneOf: dispatchOnDiscriminator(oneOf) };
  const member = String(discriminator['propertyName']);
  const branches = Object.entries(discriminator['mapping']);
  return {
    ...rewritten,
    type: 'object',
    required: [member],
    properties: { [member]: { enum: branches.map(([name]) => name) } },
    // oxlint-disable-next-line unicorn/no-thenable -- JSON Schema's own word
    allOf: branches.map(([name, ref]) => ({ if: { properties: { [member]: { const: name } }, required: [member] }, then: { $ref: ref } })),
  };
}
