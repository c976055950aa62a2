import type { FormKind, FormPaper, PaperPerson } from '#domain/agreement/form-paper.ts';
import { fieldList } from '../sheet/fields.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, RIGHT, column, span } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { stateBox, tickBox } from '../sheet/marks.ts';
import { type TableColumn, openTable } from '../sheet/open-table.ts';
import { dateWords, groupedNumber } from '../sheet/wording.ts';

const KINDS: readonly (readonly [FormKind, string])[] = [
  ['open', '开户'], ['change-destinations', '改落地号码'], ['change-rules', '改规则'], ['restore', '恢复'], ['cancel', '撤销'],
];

const DESTINATIONS: readonly TableColumn[] = [
  { head: '代号', x: LEFT, width: 22, face: 'sansBold', size: 9.5 },
  { head: '号码', x: 85, width: 84, face: 'sansBold', size: 9.5, tight: true },
  { head: '终端', x: 173, width: 44 },
  { head: '登记名称', x: 223, width: 90, tight: true },
  { head: '与客户关系', x: 322, width: 50 },
  { head: '权属证明', x: 380, width: 88 },
  { head: '核验', x: 476, width: RIGHT - 476 },
];

/** What the form is for, number, customer and the phones that answer. */
export function formFirstPage(flow: Flow, paper: FormPaper): void {
  titleRow(flow.ink, paper);
  hero(flow.ink, paper);
  flow.y = 190;
  flow.sectionHead('客户', '证照由营业员核对，随本单留存');
  flow.rule(1);
  flow.y = customerBlock(flow.ink, flow.y + 14, paper) + 8;
  const { destinations } = paper;
  flow.sectionHead('落地号码', `${destinations.length}个，核验情况见“核验”栏`);
  const rows = destinations.map(({ letter, number, terminal, owner, relation, proof, checkedBy }) =>
    [letter, number, terminal, owner, relation, proof.join('\n'), checkedBy]);
  flow.y = openTable(flow.ink, flow.y, DESTINATIONS, rows, flow.turn);
}

function titleRow(ink: Ink, { formKind, date }: FormPaper): void {
  let x = LEFT + ink.text(LEFT, 90, '400业务受理单', { face: 'serifBold', size: 20 }) + 14;
  for (const [kind, word] of KINDS) {
    tickBox(ink, x, 90, kind === formKind);
    x += 12 + ink.text(x + 12, 90, word, { face: kind === formKind ? 'sansBold' : 'sans', size: 9 }) + 9;
  }
  ink.text(RIGHT, 90, dateWords(date), { face: 'sans', size: 9, align: 'right' });
  ink.rule(LEFT, 102, MEASURE, 1);
}

function hero(ink: Ink, { number, planName, scope, due, purpose }: FormPaper): void {
  ink.text(LEFT, 115, '400号码', { face: 'sans', size: 8 });
  const width = ink.text(LEFT - 1, 141.5, groupedNumber(number.digits), { face: 'sansBold', size: 27, tight: true });
  if (number.provisional) stateBox(ink, LEFT + width + 8, 138, '待确认', 10);
  const approval = number.approvalNumber === undefined ? '' : `，审批单${number.approvalNumber}已批准`;
  ink.text(LEFT, 157, number.special ? `特殊号码${approval}` : '普通号码', { face: 'sans', size: 8.5 });
  const expected = due.expected || number.provisional;
  const facts = [[column(3), 76, '套餐', planName], [column(3) + 82, 54, '业务范围', scope], [column(3) + 140, RIGHT - column(3) - 140, expected ? '预计开通' : '最迟开通', dateWords(due.date)]] as const;
  for (const [x, wide, label, value] of facts) {
    ink.text(x, 115, label, { face: 'sans', size: 8 });
    const size = Math.min(11, (11 * wide) / ink.widthOf(value, { face: 'sansBold', size: 11 }));
    ink.text(x, 130, value, { face: 'sansBold', size });
  }
  ink.text(column(3), 152, '用途', { face: 'sans', size: 8 });
  ink.paragraph(column(3) + 24, 152, purpose, { face: 'sans', size: 9.5, leading: 12.5, width: span(3) - 24 });
}

function customerBlock(ink: Ink, y: number, { customer }: FormPaper): number {
  const left = fieldList(ink, LEFT, y, [
    { label: '单位名称', value: customer.name }, { label: '信用代码', value: customer.creditCode }, { label: '住所', value: customer.address },
    { label: '单位电话', value: customer.phone }, { label: '付款方式', value: customer.payment },
  ], { offset: 48, step: 15, width: span(3) });
  const right = fieldList(ink, column(3), y, [
    ...person('法定代表人', customer.legalPerson), ...person('经办人', customer.handler), { label: '授权书', value: customer.authorisation },
  ], { offset: 55, step: 15, width: span(3) });
  return Math.max(left, right);
}

function person(label: string, { name, identity, mobile }: PaperPerson): { readonly label: string; readonly value: string }[] {
  return [{ label, value: `${name}\u3000身份证 ${identity}` }, { label: '', value: mobile === '' ? '' : `${mobile.startsWith('1') ? '手机' : '电话'} ${mobile}` }];
}
