import { agreementBody } from '../bodies/agreement-body.ts';
import { contentDigest, documentBody } from '../bodies/document-body.ts';
import { outcomeOf } from '../carrier/carrier-http.ts';
import { itemPath, paths } from '../carrier/paths.ts';
import { endCreate } from './already-there.ts';
import { outcome, park, type Sender } from './delivery.ts';

/** Facts first, then the bytes: the carrier checks them against the digest it was told. */
export const sendDocument: Sender<'file-document'> = async (body, exchange) => {
  const file = await exchange.file(body.fileId);
  if (!file.ok) return park(file.error.code, '');
  const facts = await endCreate(exchange, await exchange.send('document', 'POST', paths.document, () => documentBody(body, exchange.caseId)), body.documentId);
  if (facts.kind !== 'outcome' || facts.outcome.kind === 'no-answer' || facts.outcome.status >= 300) return facts;
  const path = `${itemPath(paths.document, body.documentId)}/attachment/1/content`;
  return outcome(outcomeOf(await exchange.upload(path, body.mime, contentDigest(body.sha256), file.value)));
};

export const sendAgreement: Sender<'file-agreement'> = async (body, exchange) => {
  const answer = await exchange.send('agreement', 'POST', paths.agreement, () => agreementBody({
    ...body, customerId: exchange.remote(`party:${body.customerId}`, body.customerId), handlerId: exchange.remote(`party:${body.handlerId}`, body.handlerId),
  }, exchange.hallCode));
  return endCreate(exchange, answer, body.agreementId);
};
