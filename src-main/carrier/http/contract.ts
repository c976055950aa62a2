import { readFileSync } from 'node:fs';
import { Ajv2020, type Options } from 'ajv/dist/2020.js';
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

type Check = (value: unknown) => readonly Violation[];

type Compilers = { readonly body: (schema: unknown) => Check; readonly query: (schema: unknown) => Check };

/** Two compilers over the whole document: bodies as they are, queries with defaults and digits as numbers. */
function compilersOf(document: Node): Compilers {
  const compilerWith = (options: Options) => {
    const ajv = new Ajv2020({ strict: false, ...options });
    addFormats.default(ajv);
    ajv.addSchema(dispatchOnDiscriminator(document as never) as Node, 'contract');
    return (schema: unknown): Check => {
      const rooted = JSON.parse(JSON.stringify(dispatchOnDiscriminator(schema as never)).replaceAll('"#/', '"contract#/')) as Node;
      const validate = ajv.compile(rooted);
      return (value) => validate(value) ? [] : (validate.errors ?? []).slice(0, 20).map((error) => ({ path: error.instancePath, message: error.message ?? error.keyword }));
    };
  };
  return { body: compilerWith({ allErrors: true, multipleOfPrecision: 6 }), query: compilerWith({ coerceTypes: true, useDefaults: true }) };
}

function resolve(document: Node, node: unknown): Node {
  const ref = (node as Node)['$ref'];
  return typeof ref === 'string' ? resolve(document, ref.slice(2).split('/').reduce<Node>((at, step) => at[step] as Node, document)) : node as Node;
}

const jsonSchema = (node: Node): unknown => ((node['content'] as Node | undefined)?.['application/json'] as Node | undefined)?.['schema'];

function answerCheck(document: Node, compilers: Compilers, responses: Node): Operation['checkAnswer'] {
  const checkError = compilers.body({ $ref: '#/components/schemas/Error' });
  const checks = new Map(Object.entries(responses).map(([status, answer]) => {
    const schema = jsonSchema(resolve(document, answer));
    return [Number(status), schema ? compilers.body(schema) : () => []] as const;
  }));
  return (status, body) => status >= 400 ? checkError(body) : checks.get(status)?.(body) ?? [{ path: '', message: `status ${status} is not in the contract` }];
}

function readOperation(document: Node, compilers: Compilers, path: string, verb: keyof typeof methods): Operation {
  const item = (document['paths'] as Record<string, Node>)[path] as Node;
  const node = item[verb] as Node;
  const query = ((node['parameters'] ?? []) as unknown[]).map((one) => resolve(document, one)).filter((parameter) => parameter['in'] === 'query');
  const bodySchema = node['requestBody'] && jsonSchema(resolve(document, node['requestBody']));
  assert(typeof node['operationId'] === 'string', 'readOperation: operation without operationId');
  return {
    id: node['operationId'],
    method: methods[verb],
    path,
    aliases: typeof item['x-alias'] === 'string' ? [item['x-alias']] : [],
    open: Array.isArray(node['security']) && node['security'].length === 0,
    checkBody: bodySchema ? compilers.body(bodySchema) : undefined,
    checkQuery: compilers.query({ type: 'object', properties: Object.fromEntries(query.map((parameter) => [parameter['name'], parameter['schema']])) }),
    checkAnswer: answerCheck(document, compilers, node['responses'] as Node),
  };
}

/** Reads the OpenAPI profile and compiles every check in it; a broken contract stops the start. */
export function loadContract(file: string): readonly Operation[] {
  const document = parse(readFileSync(file, 'utf8')) as Node;
  const compilers = compilersOf(document);
  return Object.entries(document['paths'] as Record<string, Node>).flatMap(([path, item]) =>
    (Object.keys(methods) as (keyof typeof methods)[]).filter((verb) => item[verb]).map((verb) => readOperation(document, compilers, path, verb)));
}
