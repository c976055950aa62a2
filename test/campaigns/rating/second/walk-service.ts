import { civilOf, lastOfSpan, monthLength, sameDayLater, textOf, type DayNumber } from './day-count.ts';
import type { RatedBill, RatedLine, RatedTerm } from '../rating-case.ts';
import { addOnLines, callLines, feeLines, includedIn, shortfallLine, startLines, sumOf, topUpLines, type Page } from './lines.ts';
import type { Service } from './service.ts';

/** What is carried from bill to bill. */
type Purse = {
  cashLi: number;
  bonusLi: number;
  bonusUsedLi: number;
  countedLi: number;
  metInBill: number | null;
  shortfallLi: number;
  /** The commitment has been settled: at its last day, or by leaving. */
  settled: boolean;
};

function turnPage(service: Service, index: number, from: DayNumber): Page {
  const { year, month, day } = civilOf(from);
  const length = monthLength(year, month);
  const days = Math.min(from + length - day, service.last) - from + 1;
  const included = includedIn(service, days, length);
  return { index, from, days, length, included, left: included, rung: { local: 0, fixed: 0, mobile: 0 }, years: [] };
}

/** Rules 5.2 to 5.4 for the bill whose other lines are there. */
function settle(service: Service, page: Page, lines: readonly RatedLine[], purse: Purse): RatedLine[] {
  const { commitment } = service.plan;
  if (commitment === null || purse.settled) return [];
  for (const what of commitment.counts)
    purse.countedLi += { calls: sumOf(lines, 'calls', 'call-cap'), 'package-fee': sumOf(lines, 'monthly-fee'), 'minimum-top-up': sumOf(lines, 'minimum-top-up') }[what];
  if (purse.metInBill === null && purse.countedLi >= commitment.li) purse.metInBill = page.index + 1;
  const promisedTo = lastOfSpan(service.opened, commitment.months);
  const to = page.from + page.days - 1;
  const reached = promisedTo <= to;
  if (!reached && !(service.leaves && to === service.last)) return [];
  purse.settled = true;
  purse.shortfallLi = Math.max(0, commitment.li - purse.countedLi);
  return purse.shortfallLi > 0 ? [shortfallLine(purse.shortfallLi, !reached)] : [];
}

/** Rules 7.1 and 7.2. */
function pay(service: Service, page: Page, lines: readonly RatedLine[], purse: Purse): Omit<RatedBill, 'period' | 'lines'> {
  const { bonus } = service.plan;
  if (bonus !== null && page.from > lastOfSpan(service.opened, bonus.lapsesAfterMonths)) purse.bonusLi = 0;
  const creditable = Math.max(0, sumOf(lines, 'calls', 'call-cap', 'minimum-top-up', 'commitment-shortfall', 'early-exit'));
  const byCashLi = Math.min(purse.cashLi, creditable);
  const byBonusLi = Math.min(purse.bonusLi, creditable - byCashLi);
  purse.cashLi -= byCashLi;
  purse.bonusLi -= byBonusLi;
  purse.bonusUsedLi += byBonusLi;
  const totalLi = lines.reduce((sum, { li }) => sum + li, 0);
  return { totalLi, byCashLi, byBonusLi, payableLi: totalLi - byCashLi - byBonusLi, cashLeftLi: purse.cashLi, bonusLeftLi: purse.bonusLi };
}

function closePage(service: Service, page: Page, purse: Purse): RatedBill {
  const calls = callLines(service, page);
  const fees = feeLines(service, page);
  const usual = [...calls, ...topUpLines(service, page, calls, fees), ...fees, ...addOnLines(service, page)];
  const lines = [...usual, ...settle(service, page, usual, purse)];
  const period = { from: textOf(page.from), to: textOf(page.from + page.days - 1), days: page.days, daysInMonth: page.length };
  return { period, lines, ...pay(service, page, lines, purse) };
}

/** Rings of the day take what is left of the included minutes; the rest is charged (rule 3.2). */
function ringOn(service: Service, day: DayNumber, page: Page): number {
  if (service.traffic.kind !== 'rings') return 0;
  const rings = service.traffic.byDay.get(day) ?? [];
  for (const { minutes, who } of rings) {
    const free = Math.min(page.left, minutes);
    page.left -= free;
    page.rung[who] += minutes - free;
  }
  return rings.length;
}

/** Walks the service from its first day to its last and closes a bill at each end of a month. */
export function walkService(service: Service): RatedTerm {
  const { plan, opened, last, traffic } = service;
  const bonusLi = plan.bonus?.bonusLi ?? 0;
  const purse: Purse = { cashLi: service.cashLi, bonusLi, bonusUsedLi: 0, countedLi: 0, metInBill: null, shortfallLi: 0, settled: false };
  const bills: RatedBill[] = [];
  let page = turnPage(service, 0, opened);
  let year = 0;
  let anniversary = opened;
  let inside = 0;
  for (let day = opened; day <= last; day += 1) {
    if (day === anniversary) {
      page.years.push(year);
      year += 1;
      anniversary = sameDayLater(opened, 12 * year);
    }
    inside += ringOn(service, day, page);
    if (day !== page.from + page.days - 1) continue;
    bills.push(closePage(service, page, purse));
    if (day < last) page = turnPage(service, bills.length, day + 1);
  }
  const start = startLines(service);
  const chargesLi = [...start.map(({ li }) => li), ...bills.map(({ totalLi }) => totalLi)].reduce((sum, li) => sum + li, 0);
  const all = traffic.kind === 'rings' ? [...traffic.byDay.values()].reduce((sum, rings) => sum + rings.length, 0) : 0;
  return {
    openedOn: textOf(opened), endsOn: textOf(last), start, bills, cashLi: service.cashLi, bonusLi, bonusLapsedLi: bonusLi - purse.bonusUsedLi,
    commitment: plan.commitment && { li: plan.commitment.li, countedLi: purse.countedLi, metInBill: purse.metInBill, shortfallLi: purse.shortfallLi },
    chargesLi, costLi: chargesLi - purse.bonusUsedLi, callsOutside: all - inside,
  };
}
