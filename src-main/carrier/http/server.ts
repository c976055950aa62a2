import fastify, { type FastifyInstance } from 'fastify';
import { assert } from '#domain/assert.ts';
import type { Desk } from '../desk.ts';
import { largestAttachmentBytes } from '../papers/document-operations.ts';
import { handleCommand, handleQuery, handleUpload, sendRefusal } from './door.ts';
import type { Operation } from './contract.ts';
import { commands, queries } from './operations.ts';
import { refusal } from './refusal.ts';

const largestJsonBytes = 4 * 1024 * 1024;
const upload = 'putAttachmentContent';

const asRoute = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** Bodies stay bytes: keys are bound to them and uploads are digested; JSON is read at the door. */
function keepBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/json', 'application/merge-patch+json'], { parseAs: 'buffer', bodyLimit: largestJsonBytes }, (_request, body, done) => done(null, body));
  app.addContentTypeParser(['image/jpeg', 'image/png', 'application/pdf', 'audio/wav', 'audio/mpeg'], { parseAs: 'buffer', bodyLimit: largestAttachmentBytes }, (_request, body, done) => done(null, body));
}

function addFaultHooks(app: FastifyInstance, desk: Desk): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/admin/')) return undefined;
    const delay = desk.faults.takeLineFault('delay');
    if (delay) await new Promise((resolve) => { setTimeout(resolve, delay.ms); });
    const unavailable = desk.faults.takeLineFault('unavailable');
    if (!unavailable) return undefined;
    void reply.header('retry-after', String(unavailable.retryAfterSeconds));
    return sendRefusal(desk, reply, refusal('unavailable', 'simulated'));
  });
}

function registerOperation(app: FastifyInstance, desk: Desk, operation: Operation, url: string): void {
  const [command, query] = [commands[operation.id], queries[operation.id]];
  if (operation.id === upload) app.route({ method: operation.method, url, handler: (request, reply) => handleUpload(desk, operation, request, reply) });
  else if (query) app.route({ method: operation.method, url, handler: (request, reply) => handleQuery(desk, operation, query, request, reply) });
  else {
    assert(command, `registerOperation: nobody answers ${operation.id}`);
    app.route({ method: operation.method, url, handler: (request, reply) => handleCommand(desk, operation, command, request, reply) });
  }
}

const codeOfStatus = (status: number) => status === 413 ? 'tooLarge' : status === 415 ? 'mediaType' : 'malformed';

/** The server: its routes are the operations of the contract, no more and no fewer. */
export function buildServer(desk: Desk, contract: readonly Operation[], report: (error: unknown) => void): FastifyInstance {
  const app = fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 256 }, exposeHeadRoutes: false });
  keepBytes(app);
  addFaultHooks(app, desk);
  for (const operation of contract) for (const path of [operation.path, ...operation.aliases]) registerOperation(app, desk, operation, asRoute(path));
  const answered = new Set(contract.map((operation) => operation.id));
  const extra = [...Object.keys(commands), ...Object.keys(queries)].find((id) => !answered.has(id));
  assert(extra === undefined, `buildServer: ${extra} is not in the contract`);
  app.setNotFoundHandler((_request, reply) => sendRefusal(desk, reply, refusal('notFound', 'no such path')));
  app.setErrorHandler((error: { statusCode?: number; message: string }, _request, reply) => {
    if (error.statusCode !== undefined && error.statusCode < 500) return sendRefusal(desk, reply, refusal(codeOfStatus(error.statusCode), error.message));
    report(error);
    return sendRefusal(desk, reply, refusal('internal', 'internal error'));
  });
  return app;
}
