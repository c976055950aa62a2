import sharp from 'sharp';
import { creditCodeCheckCharacter } from '#domain/applicant/credit-code.ts';
import type { CustomerDraft } from '#domain/applicant/customer.ts';
import { identityCheckCharacter } from '#domain/applicant/identity-number.ts';
import { emptyForm, type RoutingForm } from '#domain/routing/routing-form.ts';

/** An enterprise's code in a division that does not exist, so that it names nobody; both of its checks hold. */
export function inventedCreditCode(sequence: number): string {
  const body = String(sequence).padStart(8, '0');
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const value = 11 - (weights.reduce((sum, weight, at) => sum + weight * Number(body[at]), 0) % 11);
  const first17 = `91999999${body}${value === 10 ? 'X' : value % 11}`;
  return first17 + creditCodeCheckCharacter(first17);
}

/** An identity number of a county that does not exist. */
export function inventedIdentityNumber(born: string, sequence: number): string {
  const first17 = `119999${born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
}

/** A complete customer with characters that only good fonts and good code survive; nothing to mend on 2026-11-24. */
export function sampleCustomer(sequence = 1): CustomerDraft {
  return {
    name: `北京㛃禾智联第${sequence}科技有限公司`, licenceKind: 'enterprise', creditCode: inventedCreditCode(sequence), licenceTerm: 'not-shown', licenceUntil: '',
    phone: '010-5920 6688', address: '北京市虚构区䶮里路88号', foundedOn: '2009-03-18', stockCode: '', legalName: '阿卜杜·热合曼', legalIdNumber: inventedIdentityNumber('1980-01-01', sequence % 1000), legalPhone: '139 0100 2748',
    handlerName: '陈㛃', handlerIdNumber: inventedIdentityNumber('1985-03-17', sequence % 1000), handlerPhone: '186 1177 5102', handlerRelation: 'employee',
    handlerIdFrom: '2018-06-12', handlerIdTo: '2038-06-12', purpose: '冷链运输客户服务与报修', businessScope: '道路货物运输；冷链仓储', toldCallerPays: true, consents: true,
  };
}

/** A form with two phones, a group by turns in office hours, and the handler's mobile for the rest. */
export function sampleForm(customer: CustomerDraft): RoutingForm {
  const owner = { ownerName: customer.name, ownerKind: 'unit', proof: 'bill', proofMonth: '2026-10', terminal: 'phone', capacity: 1 } as const;
  return {
    ...emptyForm,
    destinations: [{ id: 'd1', number: '010-5920 6688', ...owner }, { id: 'd2', number: '010-5920 6689', ...owner }],
    groups: [
      { id: 'g1', name: '工作时间', strategy: 'roundRobin', destinationIds: ['d1', 'd2'], shares: [], onBusy: '', onNoAnswer: '' },
      { id: 'g2', name: '值班', strategy: 'priority', destinationIds: ['d2'], shares: [], onBusy: '', onNoAnswer: '' },
    ],
    rules: [{ id: 'r1', name: '工作日', days: 'weekdays', weekdays: [1, 2, 3, 4, 5], dates: [], from: '09:00', to: '18:00', regions: [], lineKind: 'any', goal: 'g1' }],
    otherwise: 'g2', blackList: [{ kind: 'prefix', pattern: '0085' }],
  };
}

/** A page as a document camera takes it: print on paper, no two alike. */
export async function samplePhoto(seed: number): Promise<Uint8Array> {
  const lines = Array.from({ length: 24 }, (_, row) => `<rect x="80" y="${90 + row * 30}" width="${300 + ((seed * 131 + row * 977) % 500)}" height="12" fill="#222"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="900"><rect width="1000" height="900" fill="#d8d5cc"/>${lines}</svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer());
}

/** A handler's signature: two strokes. */
export const sampleStrokes = [
  [{ x: 0.1, y: 0.2, t: 0, p: 0.4 }, { x: 0.3, y: 0.25, t: 40, p: 0.6 }, { x: 0.5, y: 0.18, t: 90, p: 0.5 }],
  [{ x: 0.55, y: 0.1, t: 200, p: 0.5 }, { x: 0.6, y: 0.3, t: 260, p: 0.7 }],
];
