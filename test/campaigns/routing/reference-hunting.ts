/** Which phones of a group ring, in which order: sections 4 to 4.6 of resources/reference/routing-rules.md, of the blind test oracle. */
import type { Destination, Group } from '#domain/routing/routing-form.ts';
import { type Ledger, note } from './reference-ledger.ts';

type Phone = { readonly destination: Destination; readonly share: number };

/** How a hunt went: who answered (null: nobody), and which phone rang first (null: none rang). */
type Hunt = { readonly answered: Phone | null; readonly rangFirst: Phone | null };

/** 4: the group's phones in the order of `destinationIds`, each once. */
export function phonesOf(ledger: Ledger, group: Group): Phone[] {
  const phones: Phone[] = [];
  const seen: string[] = [];
  for (const [index, id] of group.destinationIds.entries()) {
    if (seen.includes(id)) continue;
    seen.push(id);
    const destination = ledger.form.destinations.find((one) => one.id === id);
    if (destination === undefined) continue;
    const share = group.shares[index] ?? 0;
    if (group.strategy === 'percentage' && !(share > 0)) continue;
    phones.push({ destination, share });
  }
  return phones;
}

export function huntByStrategy(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  switch (group.strategy) {
    case 'priority': return oneAfterAnother(ledger, group, phones);
    case 'roundRobin': return inTurns(ledger, group, phones);
    case 'ringAll': return allTogether(ledger, group, phones);
    default: return byDraws(ledger, group, phones);
  }
}

// 4.1
const isBusy = (ledger: Ledger, phone: Phone): boolean => (ledger.state.inCall[phone.destination.id] ?? 0) >= phone.destination.capacity;

const passBusy = (ledger: Ledger, phone: Phone): void => note(ledger, 'phone-busy', { part: 'destinations', id: phone.destination.id });

/** 4.1: passes every busy phone in order and gives the free ones. */
function passAllBusy(ledger: Ledger, phones: readonly Phone[]): Phone[] {
  const free: Phone[] = [];
  for (const phone of phones) {
    if (isBusy(ledger, phone)) passBusy(ledger, phone);
    else free.push(phone);
  }
  return free;
}

// 4.2
function ringAlone(ledger: Ledger, group: Group, phone: Phone): boolean {
  ledger.ringing.push({ groupId: group.id, destinationIds: [phone.destination.id] });
  return liftsReceiver(ledger, phone);
}

function liftsReceiver(ledger: Ledger, phone: Phone): boolean {
  const silent = ledger.state.silent.includes(phone.destination.id);
  note(ledger, silent ? 'phone-rang' : 'phone-answered', { part: 'destinations', id: phone.destination.id });
  return !silent;
}

// 4.3
function oneAfterAnother(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  let rangFirst: Phone | null = null;
  for (const phone of phones) {
    if (isBusy(ledger, phone)) passBusy(ledger, phone);
    else {
      rangFirst ??= phone;
      if (ringAlone(ledger, group, phone)) return { answered: phone, rangFirst };
    }
  }
  return { answered: null, rangFirst };
}

// 4.4
function inTurns(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  const count = phones.length;
  const turn = ledger.turns[group.id] ?? 0;
  const start = ((turn % count) + count) % count;
  const hunt = oneAfterAnother(ledger, group, [...phones.slice(start), ...phones.slice(0, start)]);
  if (hunt.rangFirst !== null) ledger.turns = { ...ledger.turns, [group.id]: (phones.indexOf(hunt.rangFirst) + 1) % count };
  return hunt;
}

// 4.5
function byDraws(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  let left = passAllBusy(ledger, phones);
  let rangFirst: Phone | null = null;
  while (left.length > 0) {
    const draw = nextDraw(ledger);
    const phone = group.strategy === 'percentage' ? drawnByShare(left, draw) : left[Math.floor(draw * left.length)];
    if (phone === undefined) throw new Error(`a draw must be from 0 up to but not 1: ${String(draw)}`);
    rangFirst ??= phone;
    if (ringAlone(ledger, group, phone)) return { answered: phone, rangFirst };
    left = left.filter((one) => one !== phone);
  }
  return { answered: null, rangFirst };
}

/** 4.5: 0 when `draws` has no more, counted all the same. */
function nextDraw(ledger: Ledger): number {
  const draw = ledger.state.draws[ledger.drawsUsed] ?? 0;
  ledger.drawsUsed += 1;
  return draw;
}

/** 4.5: the first whose running sum of shares is greater than the draw times the sum of the shares left. */
function drawnByShare(left: readonly Phone[], draw: number): Phone | undefined {
  let sum = 0;
  for (const phone of left) sum += phone.share;
  let running = 0;
  return left.find((phone) => {
    running += phone.share;
    return running > draw * sum;
  });
}

// 4.6
function allTogether(ledger: Ledger, group: Group, phones: readonly Phone[]): Hunt {
  const free = passAllBusy(ledger, phones);
  const rangFirst = free[0] ?? null;
  if (rangFirst === null) return { answered: null, rangFirst };
  ledger.ringing.push({ groupId: group.id, destinationIds: free.map((phone) => phone.destination.id) });
  for (const phone of free) {
    if (liftsReceiver(ledger, phone)) return { answered: phone, rangFirst };
  }
  return { answered: null, rangFirst };
}
