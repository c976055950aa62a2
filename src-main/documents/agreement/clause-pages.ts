import type { AgreementClauses, Clause, ClauseItem } from '#domain/agreement/clauses.ts';
import type { Flow } from '../sheet/flow.ts';
import { BODY, RIGHT, column } from '../sheet/grid.ts';
import { ordinalWord } from '../sheet/wording.ts';

const TEXT_X = column(1) + 22;
const ITEM = { face: 'serif', bold: 'serifBold', size: 10.5, leading: 16, width: RIGHT - TEXT_X, justify: true } as const;

/** The clauses: side heads in the first column, items beside them; a clause may run over a page, an item never does. */
export function clausePages(flow: Flow, { clauses }: AgreementClauses): void {
  // A disclosure that found no room on the first page has begun a second one: the clauses go on below it.
  if (flow.ink.doc.bufferedPageRange().count > 1) flow.y += 34;
  else flow.newPage();
  flow.partTitle('条\u3000款', '加粗文字与贵单位的权利、责任关系重大，请特别留意');
  for (const clause of clauses) setClause(flow, clause);
}

function setClause(flow: Flow, clause: Clause): void {
  let fresh = true;
  clause.items.forEach((item, i) => {
    const height = flow.ink.linesOf(item.text, ITEM) * ITEM.leading;
    if (flow.y + height > BODY.last) {
      flow.newPage();
      flow.y = BODY.first - 14;
      fresh = true;
    }
    if (fresh) sideHead(flow, clause, i > 0);
    fresh = false;
    setItem(flow, item);
  });
  flow.y += 6.4;
}

// The rule stands at flow.y; the first baseline 13.5 below it.
function sideHead(flow: Flow, { number, title }: Clause, continued: boolean): void {
  flow.rule(0.4);
  const y = flow.y + 13.5;
  if (continued) flow.ink.text(column(0), y, `第${number}条（续）`, { face: 'sans', size: 8.5 });
  else {
    flow.ink.text(column(0), y, `第${ordinalWord(number)}条`, { face: 'sansBold', size: 8.5 });
    flow.ink.text(column(0), y + 13, title, { face: 'sansBold', size: 8.5 });
  }
  flow.y += 13.5 - ITEM.leading;
}

function setItem(flow: Flow, { id, text }: ClauseItem): void {
  flow.y += ITEM.leading;
  flow.ink.text(column(1), flow.y, id, { face: 'sans', size: 9 });
  flow.y = flow.ink.paragraph(TEXT_X, flow.y, text, ITEM);
}
