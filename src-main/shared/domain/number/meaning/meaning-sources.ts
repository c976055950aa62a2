import type { CustomerDraft } from '../../applicant/customer.ts';
import { parsePhone } from '../../applicant/phone.ts';
import { isPlainDate } from '../../calendar/plain-date.ts';
import type { MeaningFacts } from './meaning-facts.ts';
import { nameSources } from './meaning-name.ts';
import { rhymes } from './meaning-rhymes.ts';
import type { MeaningSource, MeaningText } from './meaning.ts';

/** What is read of a customer: the organisation's own facts. No identity number and no mobile of a person is ever a source (personal data, no purpose here). */
export type MeaningCustomer = Pick<CustomerDraft, 'name' | 'creditCode' | 'phone' | 'handlerPhone' | 'address' | 'foundedOn' | 'stockCode' | 'purpose' | 'businessScope'>;

/** Every digits that could mean something to this customer, its own facts first; what everybody knows comes last and fits any. */
export function meaningSources(customer: MeaningCustomer, facts: MeaningFacts): readonly MeaningSource[] {
  const sources: readonly MeaningSource[] = [
    ...years(customer), ...registered(customer.foundedOn), ...doors(customer.address), ...landlines(customer), ...stock(customer.stockCode),
    ...licence(customer.creditCode), ...nameSources(customer.name, facts),
    ...known(customer, facts), { kind: 'rhyme', from: '', texts: rhymes },
  ];
  return sources.filter(({ texts }) => texts.length > 0);
}

/** The year of registration, and years that the name or the scope speaks of. */
function years({ foundedOn, name, businessScope }: MeaningCustomer): readonly MeaningSource[] {
  const written = [...`${name} ${businessScope}`.matchAll(/(?<!\d)(?:19[4-9]\d|20[0-4]\d)(?!\d)/g)].map(([year]) => year);
  const own = isPlainDate(foundedOn) ? [foundedOn.slice(0, 4)] : [];
  return [...new Set([...own, ...written])].slice(0, 3).map((year, at) => ({ kind: 'founded-year', from: year, texts: [{ digits: year, from: year, fit: at === 0 ? 80 : 65 }] }));
}

/** 2009-03-18 as 090318, 0318 and 318. */
function registered(foundedOn: string): readonly MeaningSource[] {
  if (!isPlainDate(foundedOn)) return [];
  const monthDay = foundedOn.slice(5).replace('-', '');
  const short = monthDay.replace(/^0/, '');
  const texts = [text(foundedOn.slice(2, 4) + monthDay, foundedOn, 88), text(monthDay, foundedOn, 66), ...(short === monthDay ? [] : [text(short, foundedOn, 50)])];
  return [{ kind: 'registered-date', from: foundedOn, texts }];
}

const DOOR_FIT: Readonly<Record<number, number>> = { 5: 75, 4: 70, 3: 58, 2: 26 };

/** Numbers before 号, 栋, 室… and one that ends the address. */
function doors(address: string): readonly MeaningSource[] {
  const found = [...address.normalize('NFKC').matchAll(/(?<!\d)(\d{2,5})\s*(号楼|号院|号|弄|栋|幢|座|室|层|单元|楼|$)/g)].slice(0, 4);
  return found.map(([, digits = '', unit = '']) => ({ kind: 'door-number', from: `${digits}${unit}`, texts: [text(digits, `${digits}${unit}`, DOOR_FIT[digits.length] ?? 0)] }));
}

const TAIL_FIT: Readonly<Record<number, number>> = { 7: 98, 6: 92, 5: 84, 4: 72 };

/** Landlines only: a mobile is a person's. */
function landlines({ phone, handlerPhone }: MeaningCustomer): readonly MeaningSource[] {
  const locals = [phone, handlerPhone].flatMap((written) => {
    const read = parsePhone(written);
    return read.ok && read.value.areaCode !== null ? [read.value.digits.slice(read.value.areaCode.length)] : [];
  });
  return [...new Set(locals)].map((local) => ({
    kind: 'landline-tail', from: local, texts: [7, 6, 5, 4].map((length) => text(local.slice(-length), local, TAIL_FIT[length] ?? 0)),
  }));
}

function stock(code: string): readonly MeaningSource[] {
  return /^\d{6}$/.test(code) ? [{ kind: 'stock-code', from: code, texts: [text(code, code, 96), text(code.slice(-4), code, 68), text(code.slice(-3), code, 52)] }] : [];
}

/** Runs of digits in the part of the code that is the organisation's own (places 9 to 18). */
function licence(creditCode: string): readonly MeaningSource[] {
  const runs = [...creditCode.normalize('NFKC').trim().slice(8, 18).matchAll(/\d{3,}/g)].map(([run]) => run);
  return runs.slice(0, 2).map((run) => {
    const lengths = [5, 4, 3].filter((length) => length <= run.length);
    return { kind: 'licence-digits', from: run, texts: lengths.slice(0, 2).map((length) => text(run.slice(-length), run, 30 + 3 * length)) };
  });
}

/** Readings that suit the customer's trade, by the words that tell it, and those that suit any. */
function known({ name, purpose, businessScope }: MeaningCustomer, facts: MeaningFacts): readonly MeaningSource[] {
  const about = `${name} ${purpose} ${businessScope}`;
  const words = [...new Set(facts.known.flatMap((each) => each.for))].filter((word) => about.includes(word));
  const ofTrade = facts.known.filter((each) => each.for.some((word) => words.includes(word)));
  const ofAny = facts.known.filter((each) => each.for.length === 0);
  const texts = (from: typeof ofAny, base: number): readonly MeaningText[] => from.map(({ digits, reading }) => text(digits, reading, base + 14 * Math.min(4, digits.length)));
  return [{ kind: 'known-meaning', from: words.slice(0, 3).join('、'), texts: texts(ofTrade, 26) }, { kind: 'known-meaning', from: '', texts: texts(ofAny, 2) }];
}

const text = (digits: string, from: string, fit: number): MeaningText => ({ digits, from, fit });
