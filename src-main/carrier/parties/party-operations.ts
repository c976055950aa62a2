import { fail, ok, type Result } from '#domain/result.ts';
import type { Desk } from '../desk.ts';
import type { Ask, Command, Query } from '../http/ask.ts';
import { refusal, type Refusal } from '../http/refusal.ts';
import type { Body } from '../store/resource-rows.ts';
import { listIn, objectIn, textIn } from '../tmf/body.ts';
import { changeResource, createResource } from '../tmf/create-resource.ts';
import { addressedForPatch, allKnown, readQuery } from '../tmf/find-resource.ts';
import { hrefOf, served } from '../tmf/served.ts';

type PartyKind = 'organization' | 'individual';

/** What makes a party one and the same: its first identification (an organization's credit code comes first). */
function identityOf(kind: PartyKind, body: Body): string {
  const all = listIn(body, `${kind}Identification`);
  const one = all.find((identification) => identification['identificationType'] === 'unifiedSocialCreditCode') ?? all[0] ?? {};
  return `${String(one['identificationType'])}:${String(one['identificationId'])}`;
}

function relatedKnown(desk: Desk, ask: Ask): Result<true, Refusal> {
  const individuals = listIn(ask.body, 'relatedParty').map((related) => objectIn(related, 'partyOrPartyRole')).filter((party) => party['@referredType'] === 'Individual');
  return allKnown(desk, ask, 'individual', individuals.map((party) => String(party['id'])));
}

const create = (kind: PartyKind): Command => (desk, ask) => {
  const identity = identityOf(kind, ask.body);
  const known = desk.store.resources.findByNaturalKey(kind, identity);
  if (known) return fail(refusal('duplicateParty', `this ${kind} is registered`, { id: known.id, href: hrefOf(kind, known.id) }));
  const related = relatedKnown(desk, ask);
  if (!related.ok) return related;
  const created = createResource(desk, ask, kind, { body: { ...ask.body, status: 'validated' }, naturalKey: identity });
  return created.ok ? ok(served(201, kind, created.value)) : created;
};

const patch = (kind: PartyKind): Command => (desk, ask) => {
  const found = addressedForPatch(desk, ask, kind);
  if (!found.ok) return found;
  const related = relatedKnown(desk, ask);
  if (!related.ok) return related;
  const body = { ...found.value.body, ...ask.body, id: found.value.id, status: textIn(found.value.body, 'status') };
  if (identityOf(kind, body) !== identityOf(kind, found.value.body)) return fail(refusal('stateConflict', 'the identification that names the party cannot change'));
  return ok(served(200, kind, changeResource(desk, kind, found.value.id, body, 'AttributeValueChangeEvent', ask.cause)));
};

/** Organizations and individuals. */
export const partyCommands: Readonly<Record<string, Command>> = {
  createOrganization: create('organization'), patchOrganization: patch('organization'), createIndividual: create('individual'), patchIndividual: patch('individual'),
};

/** Organizations and individuals as they are. */
export const partyQueries: Readonly<Record<string, Query>> = { readOrganization: readQuery('organization'), readIndividual: readQuery('individual') };
