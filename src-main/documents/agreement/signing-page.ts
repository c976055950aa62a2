import type { AgreementPaper } from '#domain/agreement/agreement-paper.ts';
import type { PaperSignature } from '#domain/agreement/paper-head.ts';
import type { Flow } from '../sheet/flow.ts';
import { LEFT, MEASURE, column, span } from '../sheet/grid.ts';
import type { Ink } from '../sheet/ink.ts';
import { penStrokes, sealCorners, tickBox } from '../sheet/marks.ts';
import { type TableColumn, openTable } from '../sheet/open-table.ts';
import { clockOf, timeWords } from '../sheet/wording.ts';
import { type SealFace, hallSeal } from '../sheet/hall-seal.ts';

const COLUMNS: readonly TableColumn[] = [
  { head: '', x: LEFT, width: 18 },
  { head: '读出的事项', x: 83, width: 96, face: 'sansBold' },
  { head: '内容', x: 183, width: 230 },
  { head: '读出时间', x: 419, width: 56 },
  { head: '经办人确认', x: 485, width: 48 },
];

/** Nine items read out and ticked, both signatures, the place for the company's seal and the hall's seal. Returns the hall seal's place. */
export function signingPage(flow: Flow, paper: AgreementPaper, seal: SealFace | undefined): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
  const { ink } = flow;
  flow.newPage();
  flow.partTitle('逐项确认与签署', '营业员逐项读出，经办人听清后逐项勾选');
  const rows = paper.readOut.map(({ item, content }, i) => {
    const readAt = paper.signing?.readAt[i];
    const tick = (x: number, y: number): void => tickBox(ink, x + 16, y, readAt !== undefined);
    return [String(i + 1), item, content, readAt ? clockOf(readAt) : '', tick];
  });
  flow.y = openTable(ink, flow.y + 2, COLUMNS, rows, flow.turn, { padding: [3.5, 4] });
  flow.y += 17;
  flow.need(300);
  const top = flow.y;
  const { customer, head, signing } = paper;
  signatureColumn(ink, column(0), top, { party: '甲方', name: customer.name, label: '经办人签字', role: '职务', roleValue: customer.handler.position, ...(signing && { signature: signing.handler }) });
  signatureColumn(ink, column(3), top, { party: '乙方', name: head.hall.branchName, label: '营业员签字', role: '姓名工号', roleValue: `${head.clerk.name}\u3000${head.clerk.staffNumber}`, ...(signing && { signature: signing.clerk }) });
  sealCorners(ink, column(0), top + 127, span(3), 131);
  ink.text(column(0) + 8, top + 142, '甲方公章或合同专用章', { face: 'sans', size: 8 });
  ink.text(column(0) + 8, top + 250, '盖在此框内，不压签字；多页另盖骑缝章', { face: 'sans', size: 8 });
  const place = { x: column(3), y: top + 127, width: span(3), height: 131 };
  hallSeal(ink, place, head, seal, '业务受理专用章');
  ink.rule(LEFT, top + 269, MEASURE, 0.5);
  ink.text(LEFT, top + 282, '一式两份，甲乙双方各执一份。电子协议的签章覆盖全部页；纸面有任何改动，扫描页脚二维码即可与存档文件逐页比对。', { face: 'sans', size: 8 });
  flow.y = top + 282;
  return place;
}

type Party = { readonly party: string; readonly name: string; readonly label: string; readonly role: string; readonly roleValue: string; readonly signature?: PaperSignature };

function signatureColumn(ink: Ink, x: number, top: number, { party, name, label, role, roleValue, signature }: Party): void {
  ink.rule(x, top, span(3), 1);
  ink.text(x, top + 15.5, party, { face: 'sansBold', size: 10.5 });
  ink.paragraph(x + 28, top + 15.5, name, { face: 'serif', size: 10.5, leading: 13, width: span(3) - 28, tight: true });
  const lines: readonly (readonly [number, string, string])[] = [[66, label, ''], [92, '签字时间', signature ? timeWords(signature.at) : ''], [114, role, roleValue]];
  for (const [offset, caption, value] of lines) {
    ink.text(x, top + offset - 2, caption, { face: 'sans', size: 8 });
    ink.rule(x + 52, top + offset + 2, span(3) - 52, 0.5);
    ink.text(x + 56, top + offset - 2, value, { face: 'sans', size: 9.5, tight: true });
  }
  if (signature) penStrokes(ink, signature.strokes, { x: x + 62, y: top + 35, width: 120, height: 30 });
}
