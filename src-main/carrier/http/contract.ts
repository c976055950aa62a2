import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { assert } from '#domain/assert.ts';
import { dispatchOnDiscriminator } from './discriminator.ts';

/** What a body or a query does wrong, by JSON pointer. */
export type Violation = { readonly path: string; readonly message: string };

/** One operation of the contract; its checks answer with the violations, none when all is well. */
export type Operation = {
  readonly id: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  readonly path: string;
  readonly aliases: readonly string[];
  readonly open: boolean;
  /** Undefined where the operation takes no JSON body. */
  readonly checkBody: ((body: unknown) => readonly Violation[]) | undefined;
  /** Fills in defaults and turns digits into numbers, in place. */
  readonly checkQuery: (query: Record<string, unknown>) => readonly Violation[];
  readonly checkAnswer: (status: number, body: unknown) => readonly Violation[];
};

type Node = Record<string, unknown>;

const methods = { get: 'GET', post: 'POST', patch: 'PATCH', put: 'PUT' } as const;

/** Reads the OpenAPI profile and compiles every check in it; a broken contract stops the start. */
export function loadContract(file: string): readonly Operation[] {
  const document = parse(readFileSync(file, 'utf8')) as Node;
  const ajv = new Ajv2020({ strict: false, allErrors: true, multipleOfPrecision: 6 });
  const queryAjv = new Ajv2020({ strict: false, coerceTypes: true, useDefaults: true });
  for (const instance of [ajv, queryAjv]) {
    addFormats.default(instance);
    instance.addSchema(dispatchOnDiscriminator(document as never) as Node, 'contract');
  }

  const resolve = (node: unknown): Node => {
    const ref = (node as Node)['$ref'];
    if (typeof ref !== 'string') return node as Node;
    return resolve(ref.slice(2).split('/').reduce<Node>((at, step) => at[step] as Node, document));
  };
  const compile = (instance: Ajv2020, schema: unknown): ((value: unknown) => readonly Violation[]) => {
    const rooted = JSON.parse(JSON.stringify(dispatchOnDiscriminator(schema as never)).replaceAll('"#/', '"contract#/')) as Node;
    const validate = instance.compile(rooted);
    return (value) => validate(value) ? [] : (validate.errors ?? []).slice(0, 20).map((error) => ({ path: error.instancePath, message: error.message ?? error.keyword }));
  };
  const jsonSchema = (content: unknown): unknown => ((content as Node | undefined)?.['application/json'] as Node | undefined)?.['schema'];

  const operation = (path: string, item: Node, verb: keyof typeof methods): Operation => {
    const node = item[verb] as Node;
    const query = ((node['parameters'] ?? []) as unknown[]).map(resolve).filter((parameter) => parameter['in'] === 'query');
    const bodySchema = node['requestBody'] && jsonSchema(resolve(node['requestBody'])['content']);
    const answers = new Map(Object.entries(node['responses'] as Node).map(([status, answer]) => {
      const schema = jsonSchema(resolve(answer)['content']);
      return [Number(status), schema ? compile(ajv, schema) : undefined] as const;
    }));
    const checkError = compile(ajv, { $ref: '#/components/schemas/Error' });
    const undocumented = (status: number): readonly Violation[] => [{ path: '', message: `status ${status} is not in the contract` }];
    assert(typeof node['operationId'] === 'string', 'loadContract: operation without operationId');
    return {
      id: node['operationId'],
      method: methods[verb],
      path,
      aliases: typeof item['x-alias'] === 'string' ? [item['x-alias']] : [],
      open: Array.isArray(node['security']) && node['security'].length === 0,
      checkBody: bodySchema ? compile(ajv, bodySchema) : undefined,
      checkQuery: compile(queryAjv, { type: 'object', properties: Object.fromEntries(query.map((parameter) => [parameter['name'], parameter['schema']])) }),
      checkAnswer: (status, body) => {
        if (status >= 400) return checkError(body);
        return answers.has(status) ? (answers.get(status)?.(body) ?? []) : undocumented(status);
      },
    };
  };

  return Object.entries(document['paths'] as Record<string, Node>).flatMap(([path, item]) =>
    (Object.keys(methods) as (keyof typeof methods)[]).filter((verb) => item[verb]).map((verb) => operation(path, item, verb)));
}
