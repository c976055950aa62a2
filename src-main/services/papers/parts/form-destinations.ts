import type { FormDestination } from '#domain/agreement/form-paper.ts';
import { maskPersonName } from '#domain/applicant/mask.ts';
import { formatPhone, parsePhone } from '#domain/applicant/phone.ts';
import type { Destination } from '#domain/routing/routing-form.ts';
import { letterOf } from '#domain/routing/words/part-words.ts';
import type { LoadedCase } from '../../cases/load-case.ts';

const RELATIONS = { unit: '本单位', 'legal-person': '法定代表人', employee: '员工', 'related-unit': '关联单位' } as const;

/** The phones that answer: numbers in full because the customer checks them, private owners by their first character. */
export function formDestinations({ row, documents }: LoadedCase): readonly FormDestination[] {
  const judged = documents.needed.find(({ kind }) => kind === 'destination-proof')?.status === 'matches';
  return row.form.destinations.map((destination, index) => ({
    letter: letterOf(index), ...lineOf(destination), owner: ownerOf(destination, row.customer.name.trim()), relation: RELATIONS[destination.ownerKind],
    proof: [proofOf(destination)], checkedBy: destination.proof === 'none' ? '没有证明' : judged ? '证明已核对' : '证明待核对',
  }));
}

function lineOf({ number, terminal, capacity }: Destination): { readonly number: string; readonly terminal: string } {
  const parsed = parsePhone(number);
  const kind = terminal === 'fax' ? '传真机' : terminal === 'switchboard' ? '小交换机' : !parsed.ok ? '电话' : parsed.value.kind === 'mobile' ? '手机' : '固话';
  return { number: parsed.ok ? formatPhone(parsed.value) : number.trim(), terminal: capacity > 1 ? `${kind}${capacity}路` : kind };
}

function ownerOf({ ownerKind, ownerName }: Destination, customerName: string): string {
  const name = ownerName.trim();
  if (ownerKind === 'employee' || ownerKind === 'legal-person') return maskPersonName(name);
  return name === customerName ? '本单位' : name;
}

function proofOf({ proof, proofMonth }: Destination): string {
  switch (proof) {
    case 'bill': return `话费账单${proofMonth.trim() === '' ? '，月份待补' : proofMonth.trim()}`;
    case 'contract': return '入网合同';
    case 'letter': return '承诺书';
    default: return '待补，核验前不接通';
  }
}
