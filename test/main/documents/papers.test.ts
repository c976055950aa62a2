import { beforeAll, describe, expect, test } from 'vitest';
import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import { completedByHand } from '#domain/agreement/paper-content.ts';
import { openPaperDesk } from '../../../src-main/documents/paper-desk.ts';
import type { MadePaper, PaperOffice } from '../../../src-main/documents/paper-office.ts';
import { makeTrainingCertificate } from '../../../src-main/documents/seal/training-certificate.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { formCoverage, formDiagram } from '../../../src-main/services/papers/parts/form-tryout.ts';
import { FONTS_DIR, agreement, clauses, form, receipt, routing, tables } from '../../fixtures/paper-samples.ts';
import { pdfFonts, pdfText, pdfTextAsSet, pdfTool } from '../../support/pdf-tools.ts';

const NOW = new Date('2026-09-24T02:16:40Z');
const SEAL = { reason: '受理并签署', location: '示例市' };
let office: PaperOffice;

beforeAll(async () => {
  office = openPaperDesk({ fontsDir: FONTS_DIR, clauses: clauses() });
  const { p12 } = makeTrainingCertificate({ hallName: '示例市人民路营业厅', password: '训练口令', now: NOW });
  expect(await office.useCertificate(p12, '训练口令')).toMatchObject({ ok: true, value: { subject: '训练 示例市人民路营业厅' } });
});

async function made(reply: ReturnType<PaperOffice['makeAgreement']>): Promise<MadePaper> {
  const result = await reply;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const pagesOf = (pdf: Uint8Array): number => Number(/Pages:\s+(\d+)/.exec(pdfTool('pdfinfo', pdf, '{}'))?.[1]);

function expectSoundAndSealed(pdf: Uint8Array): void {
  const told = pdfTool('pdfsig', pdf, '{}');
  expect(told).toContain('Signature is Valid');
  expect(told).toContain('Total document signed');
  expect(told).toContain('Signature Field Name: supervisor');
  expectSound(pdf);
}

function expectSound(pdf: Uint8Array): void {
  expect(pdfTool('qpdf', pdf, '--check', '{}')).toContain('No syntax or stream encoding errors');
  const fonts = pdfFonts(pdf);
  expect(fonts.length).toBeGreaterThan(2);
  expect(fonts.every(({ embedded, unicode }) => embedded && unicode)).toBe(true);
}

const wordsOf = (pdf: Uint8Array): { readonly top: number; readonly bottom: number; readonly word: string }[] =>
  [...pdfTool('pdftotext', pdf, '-bbox', '{}', '-').matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, word]) => ({ top: Number(top), bottom: Number(bottom), word: word ?? '' }));

type Half = 'upper' | 'lower';

/** Where words that contain a text stand on the first page: lowest bottom and highest top, in points. */
function placesOf(pdf: Uint8Array): (text: string, half: Half) => { readonly top: number; readonly bottom: number } {
  const words = wordsOf(pdf);
  return (text, half) => {
    const found = words.filter(({ word, top }) => word.includes(text) && (top < 421) === (half === 'upper'));
    expect(found.length).toBeGreaterThan(0);
    return { top: Math.min(...found.map(({ top }) => top)), bottom: Math.max(...found.map(({ bottom }) => bottom)) };
  };
}

describe('the agreement', () => {
  test('is sealed over the whole file and gives back names, number, plan and amounts exactly', async () => {
    const { pdf, contentDigest } = await made(office.makeAgreement(agreement, { createdAt: NOW, seal: SEAL }));
    expectSoundAndSealed(pdf);
    expect(pagesOf(pdf)).toBeGreaterThanOrEqual(3);
    const text = pdfText(pdf);
    for (const value of [
      '示例市朔方冷链物流有限公司', '91990100MA7YB0016Y', '陈𫖯喆', '王䶮', '990101********0019', '400-600-1688', '3000套餐', '¥3,760.00', '3,760.00',
      '人民币叁仟柒佰陆拾元整', '2026年10月12日', '拨打400电话，不是免费的', '训练 不具效力', 'PRE-GRADE-5', '第 1 页／共 5 页', '协议编号 XY-990101-20260924-0017',
      contentDigest.slice(0, 12).toUpperCase().replaceAll(/(.{4})(?!$)/g, '$1 '),
    ]) expect(text).toContain(value);
  });

  test('holds all twenty clauses', async () => {
    const { pdf } = await made(office.makeAgreement(agreement, { createdAt: NOW }));
    const text = pdfTextAsSet(pdf).replaceAll(/\s/g, '');
    const items = clauses().clauses.flatMap((clause) => clause.items);
    expect(clauses().clauses).toHaveLength(20);
    // Pages turn between items, so each stands in one piece.
    for (const { text: item } of items) expect(text).toContain(item.replaceAll(/\*\*|!!|\s/g, ''));
  });

  test('is the same to the byte when made again from the same values', async () => {
    const again = (): Promise<MadePaper> => made(office.makeAgreement(agreement, { createdAt: NOW, seal: SEAL }));
    const [first, second] = [await again(), await again()];
    expect(Buffer.compare(first.pdf, second.pdf)).toBe(0);
    expect(first.fileDigest).toBe(second.fileDigest);
  });

  test('says 待确认 and names the fallbacks when the number was picked offline', async () => {
    const provisional: AgreementPaper = { ...agreement, number: { ...agreement.number, provisional: { fallbacks: ['4006001699', '4006661680'] } } };
    const text = pdfText((await made(office.makeAgreement(provisional, { createdAt: NOW }))).pdf);
    for (const value of ['待确认', '①400-600-1699', '②400-666-1680', '预计开通（联网确认后为准）']) expect(text).toContain(value);
  });

  test('marks a reprint as a copy with its count, under the same content code', async () => {
    const [original, copy] = [await made(office.makeAgreement(agreement, { createdAt: NOW })), await made(office.makeAgreement(agreement, { createdAt: NOW, print: { count: 3 } }))];
    expect(pdfText(copy.pdf)).toContain('副本 第3次');
    expect(pdfText(original.pdf)).not.toContain('副本');
    expect(copy.contentDigest).toBe(original.contentDigest);
  });

  test('names every state that holds, none left out for want of room', async () => {
    const all: AgreementPaper = { ...agreement, head: { ...agreement.head, completedByHand: true }, number: { ...agreement.number, provisional: { fallbacks: ['4006001699', '4006661680', '4006001234'] } } };
    const { pdf } = await made(office.makeAgreement(all, { createdAt: NOW, print: { count: 2 } }));
    const text = pdfText(pdf);
    for (const state of ['训练 不具效力', '手写补填', '待确认', '副本 第2次']) expect(text).toContain(state);
  });

  test('takes the longest names and twenty price lines without leaving the page', async () => {
    const long: AgreementPaper = {
      ...agreement,
      customer: { ...agreement.customer, name: '示例省样本市虚构经济技术开发区国际冷链物流与供应链管理服务（集团）股份有限公司', address: '示例省样本市虚构经济技术开发区演示大道一百八十八号国际物流中心第五幢第十八层一八零一至一八二零室' },
      prices: { ...agreement.prices, lines: Array.from({ length: 20 }, () => agreement.prices.lines[0] ?? { item: '', calculation: '', when: '', dueToday: 0, ruleIds: [] }) },
    };
    const { pdf } = await made(office.makeAgreement(long, { createdAt: NOW }));
    const text = pdfText(pdf).replaceAll(/\s/g, '');
    expect(text).toContain(long.customer.name);
    expect(text).toContain(long.customer.address);
    expect(text.match(/PRE-GRADE-5/g)).toHaveLength(20);
  });

  test('never sets the annex’s total or its closing note on a page without a price, however many there are', async () => {
    const [line] = agreement.prices.lines;
    if (!line) throw new Error('no price');
    const { overTerm: _, ...prices } = agreement.prices;
    for (let count = 11; count <= 18; count++) {
      const paper: AgreementPaper = { ...agreement, prices: { ...prices, lines: Array.from({ length: count }, () => line) } };
      const { pdf } = await made(office.makeAgreement(paper, { createdAt: NOW }));
      const pages = pdfText(pdf).split('\f');
      for (const { bottom } of wordsOf(pdf).filter(({ word }) => word.includes('规则编号对应营业厅'))) expect(bottom).toBeLessThan(757);
      for (const last of ['人民币叁仟柒佰陆拾元整', '规则编号对应营业厅']) {
        const page = pages.findLast((text) => text.includes(last)) ?? '';
        expect(page.split('PRE-GRADE-5').length, `${last} with ${count} prices`).toBeGreaterThan(1);
      }
    }
  });

  test('sets the disclosure on the first page with seven add-on prices, and goes on below it where it has no room', async () => {
    const notes = Array.from({ length: 7 }, (_, i) => `附加业务${i + 1}每月100.00元／月`);
    const paper: AgreementPaper = { ...agreement, summary: { ...agreement.summary, addOns: { value: '彩铃、来电录音（年付）、增加电话、增加座席', notes } } };
    const pages = pdfText((await made(office.makeAgreement(paper, { createdAt: NOW }))).pdf).split('\f');
    for (const value of ['附加业务7每月100.00元／月', '拨打400电话，不是免费的', '营业员已逐字读出']) expect(pages[0]).toContain(value);
    const long: AgreementPaper = { ...paper, summary: { ...paper.summary, addOns: { value: '多项', notes: Array.from({ length: 30 }, () => notes[0] ?? '') } } };
    const turned = pdfText((await made(office.makeAgreement(long, { createdAt: NOW }))).pdf).split('\f');
    for (const value of ['拨打400电话，不是免费的', '第一条']) expect(turned[1]).toContain(value);
  });

  test('keeps asterisks and exclamation marks of a customer as they are', async () => {
    const odd: AgreementPaper = { ...agreement, customer: { ...agreement.customer, address: '甲**乙**丙!!丁!!路' } };
    expect(pdfText((await made(office.makeAgreement(odd, { createdAt: NOW }))).pdf)).toContain('甲**乙**丙!!丁!!路');
  });

  test('is refused with the characters named, and can be completed by hand', async () => {
    const unprintable: AgreementPaper = { ...agreement, customer: { ...agreement.customer, legalPerson: '陈\uE001喆\uE002' } };
    const refused = await office.makeAgreement(unprintable, { createdAt: NOW });
    expect(refused).toEqual({ ok: false, error: { code: 'missing-glyphs', characters: ['\uE001', '\uE002'] } });
    const text = pdfText((await made(office.makeAgreement(completedByHand(unprintable, ['\uE001', '\uE002']), { createdAt: NOW }))).pdf);
    expect(text).toContain('陈＿喆＿');
    expect(text).toContain('手写补填');
  });

  test('escapes a company\'s & in the file\'s metadata', async () => {
    const { pdf } = await made(office.makeAgreement({ ...agreement, head: { ...agreement.head, hall: { ...agreement.head.hall, branchName: 'A&B <样本>' } } }, { createdAt: NOW }));
    expect(pdfTool('pdfinfo', pdf, '-meta', '{}')).toContain('A＆B ＜样本＞');
  });
});

describe('the acceptance form', () => {
  test('is sealed and tells destinations, strategies with their behaviour, shares, lists and charges', async () => {
    const { pdf } = await made(office.makeForm(form, { createdAt: NOW, seal: SEAL }));
    expectSoundAndSealed(pdf);
    const text = pdfText(pdf);
    for (const value of [
      '示例市朔方冷链物流有限公司', '400-600-1688', '3000套餐', '0990-5555 0001', '139 0000 0007', '顺序呼叫：按次序循环，每部电话接到的一样多',
      '队列呼叫：总从第一部开始，排在前面的更忙', '52%', '黑名单', '录音600.00 ＋ 彩铃制作160.00 ＝ 760.00', '拨打400电话不是免费的',
    ]) expect(text).toContain(value);
  });

  test('without a list, a feature or a test call says so instead of leaving a gap', async () => {
    const bare = { ...form, lists: [], testCalls: [], featureCharge: { text: '', amount: 0 }, signing: undefined };
    const text = pdfText((await made(office.makeForm(bare, { createdAt: NOW }))).pdf);
    for (const value of ['没有设置名单', '没有试呼', '今日收取功能费']) expect(text).toContain(value);
  });

  test('a charge of two parts in the narrow middle column stays clear of the name', async () => {
    const features = form.features.map((feature, at) => (at === 8 ? { name: '彩铃', on: true, charge: '160.00，次年起120.00／年' } : { ...feature, name: `功能${at}`, charge: '' }));
    const words = wordsOf((await made(office.makeForm({ ...form, features }, { createdAt: NOW }))).pdf).map(({ word }) => word);
    expect(words).toEqual(expect.arrayContaining(['彩铃', '160.00，次年起120.00／年']));
  });

  test('draws forty rules with long conditions over several pictures, each with its whole words at a size that can be read', async () => {
    const rules = Array.from({ length: 40 }, (_, i): RoutingForm['rules'][number] => ({ id: `r${i}`, name: `总公司客户服务与投诉处理中心夜间值班${i}`, days: 'weekdays', weekdays: [1, 2, 4, 5, 7], dates: [], from: '22:00', to: '06:00', regions: [], lineKind: 'any', goal: 'far' }));
    const { pdf } = await made(office.makeForm({ ...form, diagram: formDiagram({ ...routing, rules }, tables) }, { createdAt: NOW }));
    const text = pdfTextAsSet(pdf).replaceAll(/\s/g, '');
    for (const { name } of rules) expect(text).toContain(name);
    expect(text).toContain('来话流程图（续）');
    const heights = wordsOf(pdf).filter(({ word }) => word.includes('次日6:00')).map(({ top, bottom }) => bottom - top);
    expect(heights.length).toBeGreaterThanOrEqual(40);
    expect(Math.min(...heights)).toBeGreaterThan(5);
    for (const { bottom, word } of wordsOf(pdf).filter((entry) => entry.word.includes('次日6:00'))) expect(bottom, word).toBeLessThan(757);
  });

  test('shows who is answered when, with the holes and the customer\'s ticks, on one page', async () => {
    const hollow = { ...routing, otherwise: 'announcement' };
    const { pdf } = await made(office.makeForm({ ...form, coverage: formCoverage(hollow, tables, '2026-09-24') }, { createdAt: NOW }));
    const text = pdfText(pdf);
    for (const value of ['接听覆盖图', '黑龙江', '未知归属', '10月1日 国庆节', '只有提示音', '没人接的时段', '其余来电：提示音，不接']) expect(text).toContain(value);
  });

  test('runs over pages with thirty destinations and twelve rules', async () => {
    const many = {
      ...form,
      destinations: Array.from({ length: 30 }, (_, i) => ({ ...(form.destinations[0] ?? { letter: '', number: '', terminal: '', owner: '', relation: '', proof: [], checkedBy: '' }), letter: `D${i}`, number: `0990-5555 1${String(i).padStart(3, '0')}` })),
      rules: Array.from({ length: 12 }, (_, i) => form.rules[i % 3] ?? { when: '', who: '', behaviour: '', share: '', sharePerDestination: [], fallback: false }),
    };
    const { pdf } = await made(office.makeForm(many, { createdAt: NOW, seal: SEAL }));
    expectSoundAndSealed(pdf);
    const text = pdfText(pdf);
    for (const { number } of many.destinations) expect(text).toContain(number);
  });
});

describe('the receipt', () => {
  test('stands twice on the sheet with number, payer, lines, total and capitals', async () => {
    const { pdf } = await made(office.makeReceipt(receipt, { createdAt: NOW }));
    expectSound(pdf);
    expect(pagesOf(pdf)).toBe(1);
    const text = pdfText(pdf);
    for (const value of ['SJ-990101-20260924-0031', '示例市朔方冷链物流有限公司', '400-600-1688', '¥3,760.00', '人民币叁仟柒佰陆拾元整', '正本，第1次打印', '拨打400电话不是免费的']) {
      expect(text.split(value)).toHaveLength(3);
    }
    for (const half of ['客户联', '存根联']) expect(text.split(half)).toHaveLength(2);
  });

  test('gives a long bank reference a line of its own above the table, whole, with two, three and five lines of money', async () => {
    const tender = `对公转账，9月22日到账，流水号${'CMB_0123'.repeat(7)}`;
    const [line] = receipt.lines;
    if (!line) throw new Error('no line');
    for (const count of [2, 3, 5]) {
      const paper = { ...receipt, tender, lines: Array.from({ length: count }, () => line) };
      const { pdf } = await made(office.makeReceipt(paper, { createdAt: NOW, seal: SEAL }));
      expect(pdfText(pdf).replaceAll(/\s/g, '').split('CMB_0123'.repeat(7))).toHaveLength(3);
      const at = placesOf(pdf);
      const halves = [0, 1].map((half) => ({ reference: at('CMB_', half === 0 ? 'upper' : 'lower'), head: at('说明', half === 0 ? 'upper' : 'lower') }));
      for (const { reference, head } of halves) expect(reference.bottom).toBeLessThan(head.top);
    }
  });

  test('printed again says 副本 and how often', async () => {
    const text = pdfText((await made(office.makeReceipt(receipt, { createdAt: NOW, print: { count: 2 } }))).pdf);
    expect(text).toContain('副本，第2次打印');
    expect(text).not.toContain('正本，');
  });
});
