import { fail, ok } from '#domain/result.ts';
import type { Command, Query } from '../http/ask.ts';
import { refusal } from '../http/refusal.ts';
import type { Body } from '../store/resource-rows.ts';
import { listIn, objectIn } from '../tmf/body.ts';
import { changeResource, createResource } from '../tmf/create-resource.ts';
import { addressedForPatch, allKnown, readQuery } from '../tmf/find-resource.ts';
import { served } from '../tmf/served.ts';

const statusOf = (body: Body): string => {
  const states = listIn(body, 'agreementAuthorization').map((authorization) => authorization['state']);
  if (states.includes('rejected')) return 'rejected';
  return states.every((state) => state === 'approved') ? 'approved' : 'inProcess';
};

const documentIds = (body: Body): readonly string[] => listIn(body, 'relatedDocument').map((related) => String(objectIn(related, 'document')['id']));

const createAgreement: Command = (desk, ask) => {
  const documents = allKnown(desk, ask, 'document', documentIds(ask.body));
  if (!documents.ok) return documents;
  const created = createResource(desk, ask, 'agreement', { body: { ...ask.body, status: statusOf(ask.body) } });
  return created.ok ? ok(served(201, 'agreement', created.value)) : created;
};

const patchAgreement: Command = (desk, ask) => {
  const found = addressedForPatch(desk, ask, 'agreement');
  if (!found.ok) return found;
  if (found.value.body['status'] !== 'inProcess') return fail(refusal('stateConflict', 'a signed agreement does not change', { state: String(found.value.body['status']) }));
  const body = { ...found.value.body, ...ask.body, id: found.value.id };
  const documents = allKnown(desk, ask, 'document', documentIds(body));
  if (!documents.ok) return documents;
  return ok(served(200, 'agreement', changeResource(desk, 'agreement', found.value.id, { ...body, status: statusOf(body) }, 'AttributeValueChangeEvent', ask.cause)));
};

/** Agreements; immutable once every authorization is approved. */
export const agreementCommands: Readonly<Record<string, Command>> = { createAgreement, patchAgreement };

/** Agreements as they are. */
export const agreementQueries: Readonly<Record<string, Query>> = { readAgreement: readQuery('agreement') };
