import { assert } from '#domain/assert.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { Body, ResourceKind, StoredResource } from '../store/resource-rows.ts';
import { textIn } from './body.ts';
import { hrefOf } from './served.ts';

/** What is kept of a new resource beside its body. */
export type NewResource = { readonly body: Body; readonly naturalKey?: string | null; readonly parent?: string | null; readonly id?: string };

const typeName = (kind: ResourceKind): string => kind[0]?.toUpperCase() + kind.slice(1);

/** Members of a resource that its events carry; the rest is fetched when wanted. */
const announced = ['state', 'stateChangeReason', 'status', 'startDate', 'externalId', 'expectedCompletionDate', 'completionDate', 'productOrderErrorMessage', 'productOrderItem'] as const;

/** Tells the hall about a resource: reference, version and state, never names or papers. */
export function announce(desk: Desk, kind: ResourceKind, suffix: string, resource: StoredResource, cause: string | undefined, extra: Body = {}): void {
  const members = Object.fromEntries(announced.filter((name) => resource.body[name] !== undefined && !(kind === 'productOrder' && name === 'productOrderItem')).map((name) => [name, resource.body[name]]));
  const event = { '@type': resource.body['@type'], id: resource.id, href: hrefOf(kind, resource.id), resourceVersion: resource.version, ...members, ...extra };
  desk.feed.append([resource.hall], `${typeName(kind)}${suffix}`, { [kind]: event }, cause);
}

/** Stores a new resource under the caller's id (or one of ours) and announces it; an id is used once. */
export function createResource(desk: Desk, ask: Ask, kind: ResourceKind, made: NewResource): Result<StoredResource, Refusal> {
  const id = made.id ?? textIn(ask.body, 'id') ?? desk.newId();
  if (desk.store.resources.find(kind, id)) return fail(refusal('duplicateExternalId', `a ${kind} with this id exists`, { id, href: hrefOf(kind, id) }));
  desk.store.resources.insert(kind, { id, hall: ask.caller.hall, naturalKey: made.naturalKey ?? null, parent: made.parent ?? null, body: made.body, at: ask.at });
  const resource = desk.store.resources.find(kind, id);
  assert(resource, 'createResource: not found after insert');
  announce(desk, kind, 'CreateEvent', resource, ask.cause);
  return ok(resource);
}

/** Replaces the body, counts the version up and announces the change. */
export function changeResource(desk: Desk, kind: ResourceKind, id: string, body: Body, suffix: string, cause: string | undefined, extra: Body = {}): StoredResource {
  desk.store.resources.replace(kind, id, body, desk.now());
  const resource = desk.store.resources.find(kind, id);
  assert(resource, 'changeResource: unknown resource');
  announce(desk, kind, suffix, resource, cause, extra);
  return resource;
}
