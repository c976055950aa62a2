import type { AgreementPaper, PaperFact } from '#domain/agreement/agreement-paper.ts';

const NONE: PaperFact = { value: '无', notes: ['无'] };

/** The smallest agreement that touches every part of the drawing; it is thrown away. */
export const warmUpPaper: AgreementPaper = {
  kind: 'agreement',
  head: {
    documentNumber: 'WARM-UP', caseNumber: 'WARM-UP', template: { id: 'XY-400', version: '0' },
    hall: { name: '营业厅', code: '000000', branchName: '中国联通', city: '无', serviceLine: '10010' },
    clerk: { name: '无', staffNumber: '0' }, handlerName: '无', training: true, completedByHand: false,
  },
  signedOn: '2026-01-01',
  customer: { name: '无', creditCode: '0', legalPerson: '无', handler: { name: '无', identity: '0', position: '无' }, address: '无' },
  number: { digits: '4000000000', special: false, grade: 9, rules: [] },
  due: { date: '2026-01-01', expected: false, workingDays: 3, startsWith: 'payment', reason: '' },
  summary: {
    plan: NONE, rate: NONE, monthlyFee: NONE, monthlyMinimum: NONE, commitment: NONE, term: NONE, addOns: NONE, earlyExit: NONE, prepayment: NONE,
  },
  dueToday: { total: 0, parts: [{ label: '无', amount: 0 }] },
  prices: { catalogueVersion: '0', taxIncluded: true, lines: [{ item: '无', calculation: '无', when: '无', dueToday: 0, ruleIds: ['0'] }] },
  readOut: [{ item: '无', content: '无' }],
};
