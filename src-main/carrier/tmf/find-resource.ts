import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask, Query } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { ResourceKind, StoredResource } from '../store/resource-rows.ts';
import { served } from './served.ts';

/** Parties are the carrier's customers and known to every hall; all else belongs to the hall that made it. */
const sharedKinds: readonly ResourceKind[] = ['organization', 'individual'];

/** A resource the caller may see. */
export function visible(desk: Desk, ask: Ask, kind: ResourceKind, id: string): StoredResource | undefined {
  const resource = desk.store.resources.find(kind, id);
  return resource && (resource.hall === ask.caller.hall || sharedKinds.includes(kind)) ? resource : undefined;
}

/** The resource that the path names. */
export function addressed(desk: Desk, ask: Ask, kind: ResourceKind): Result<StoredResource, Refusal> {
  const resource = visible(desk, ask, kind, ask.params['id'] ?? '');
  return resource ? ok(resource) : fail(refusal('notFound', `no such ${kind}`));
}

/** As `addressed`, and of the version that `If-Match` names, where it names one. */
export function addressedForPatch(desk: Desk, ask: Ask, kind: ResourceKind): Result<StoredResource, Refusal> {
  const found = addressed(desk, ask, kind);
  const expected = ask.headers['if-match'];
  if (!found.ok || expected === undefined || expected === '*' || expected === `"${found.value.version}"`) return found;
  return fail(refusal('versionMismatch', `the current version is ${found.value.version}`));
}

/** Fails with the first id that is not known yet. */
export function allKnown(desk: Desk, ask: Ask, kind: ResourceKind, ids: readonly string[]): Result<true, Refusal> {
  const missing = ids.find((id) => !visible(desk, ask, kind, id));
  return missing === undefined ? ok(true) : fail(refusal('dependencyUnknown', `${kind} ${missing} is not known`, { id: missing }));
}

/** GET of one resource. */
export const readQuery = (kind: ResourceKind): Query => (desk, ask) => {
  const found = addressed(desk, ask, kind);
  return found.ok ? ok(served(200, kind, found.value)) : found;
};
