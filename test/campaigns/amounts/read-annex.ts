import { amountsIn, dayNumber, liOf, liOfCapitals, oneAmountIn, type Reading, reading } from './reading.ts';
import { lineOnPaper, rateOnPaper } from './line-names.ts';
import { asText, type Word, wordAt } from './pdf-words.ts';

const heads = ['序', '项目', '算法', '何时收', '今日应付（元）', '规则编号', '今日', '合计（元）'];
const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 2.5;

type Columns = { readonly no: number; readonly item: number; readonly calc: number; readonly when: number; readonly dueRight: number; readonly rule: number; readonly y: number };
type Row = { readonly item: string; readonly calc: string; readonly when: string; readonly due: string; readonly rule: string };

/** 附件一 of an agreement: rows with amount and calculation, their total in figures and capitals, and the fixed cost over the term. */
export function readAnnex(words: readonly Word[]): readonly Reading[] {
  const title = wordAt(words, ({ text }) => text === '价目明细', '附件一');
  const body = words.filter(({ y }) => y > title.y && y % 1000 > 75 && y % 1000 < 765);
  const columns = columnsOf(body);
  const total = wordAt(body, ({ text, x, y }) => text === '合计' && isNear(x, columns.item) && y > columns.y, 'total of 附件一');
  const rows = rowsOf(body.filter(({ y }) => y < total.y - 4), columns);
  const beside = body.filter(({ y }) => isNear(y, total.y) || Math.abs(y - total.y) < 6);
  const rowSum = rows.reduce((sum, { due }) => sum + liOf(due), 0);
  return [
    ...rows.flatMap(readRow),
    reading('annex', 'due now', liOf(wordAt(beside, ({ right }) => isNear(right, columns.dueRight), 'total').text)),
    reading('annex words', 'due now', liOfCapitals(wordAt(beside, ({ text }) => text.startsWith('人民币'), 'total in capitals').text)),
    reading('annex words', 'due now', rowSum),
    ...readTerm(body.filter(({ y }) => y > total.y + 6), columns.no),
  ];
}

function columnsOf(body: readonly Word[]): Columns {
  const head = (text: string): Word => wordAt(body, (word) => word.text === text, `column ${text}`);
  return { no: head('序').x, item: head('项目').x, calc: head('算法').x, when: head('何时收').x, dueRight: head('今日应付（元）').right, rule: head('规则编号').x, y: head('序').y };
}

function rowsOf(body: readonly Word[], { no, item, calc, when, dueRight, rule, y: top }: Columns): readonly Row[] {
  const starts: Word[] = [];
  for (const word of body.toSorted((a, b) => a.y - b.y)) if (word.y > top && isNear(word.x, no) && word.text === String(starts.length + 1)) starts.push(word);
  const cells = body.filter(({ text, y }) => y > top + 4 && !heads.includes(text));
  return starts.map((start, at) => {
    const own = cells.filter(({ y }) => y > start.y - 4 && y < (starts[at + 1]?.y ?? Infinity) - 4);
    const cell = (is: (word: Word) => boolean): string => asText(own.filter(is));
    const isDue = ({ x, right }: Word): boolean => x > when && isNear(right, dueRight);
    return {
      item: cell(({ x }) => x > item - 2 && x < calc - 2), calc: cell(({ x }) => x > calc - 2 && x < when - 2), when: cell((word) => word.x > when - 2 && word.x < rule - 2 && !isDue(word)),
      due: cell(isDue), rule: cell(({ x }) => x > rule - 2),
    };
  });
}

/** What is due today says its amount twice, in the column and in words; what comes later in words only. */
function readRow({ item, calc, when, due, rule }: Row): readonly Reading[] {
  const rate = rateOnPaper[rule];
  if (rate !== undefined) return [reading('annex', `rate ${rate}`, oneAmountIn(calc, '^#元×'))];
  if (rule === 'CALL-CAP') return [];
  const line = lineOnPaper(item);
  const isNow = line === 'opening-fee' || line === 'prepayment';
  const said = due !== '－' && liOf(due) === 0 ? 0 : calculated(line, calc);
  if (!isNow && due !== '－' && liOf(due) !== 0) throw new Error(`${item} (${when}) is due today on paper: ${due}`);
  return isNow ? [reading('annex', line, liOf(due)), reading('annex words', line, said)] : [reading('annex', line, said)];
}

function calculated(line: string, calc: string): number {
  const largest = (around: string): number => Math.max(0, ...amountsIn(calc, around));
  switch (line) {
    case 'opening-fee': return oneAmountIn(calc, '^按套餐价目，#元');
    case 'prepayment': return largest('(?<=(?<![×\\d])套餐|＝|至少)#');
    case 'bonus': return oneAmountIn(calc, '另赠#元');
    case 'commitment': return oneAmountIn(calc, '通话费满#元');
    case 'monthly-minimum': return largest('(?<![\\d,.])#元／月');
    default: return calc.includes('＝') ? oneAmountIn(calc, '＝#元') : (amountsIn(calc, '#元')[0] ?? oneAmountIn(calc, '#元'));
  }
}

/** `term 月功能费 1-12`: each cell of the table, with the bills that its column stands for. */
function readTerm(words: readonly Word[], left: number): readonly Reading[] {
  const title = words.find(({ text }) => /^\d+个月总费用/.test(text));
  if (!title) return [];
  const day = /按(\d+)年(\d+)月(\d+)日开通/.exec(asText(words.filter(({ y }) => Math.abs(y - title.y) < 8)));
  const sum = wordAt(words, ({ text, y }) => text === '合计（元）' && y > title.y, 'column of sums');
  const columns = words.filter(({ y, text }) => isNear(y, sum.y) && (text === '今日' || /^第\d+～\d+期$/.test(text)))
    .map(({ text, right }) => ({ right, name: text === '今日' ? 'now' : (/(\d+)～(\d+)/.exec(text)?.slice(1) ?? []).join('-') }));
  const rows: Word[] = [];
  for (const word of words.toSorted((a, b) => a.y - b.y)) {
    if (!isNear(word.x, left) || word.y < sum.y + 4 || rows.at(-1)?.text === '合计') continue;
    rows.push(word);
  }
  const cells = rows.flatMap((row) => {
    const line = row.text === '合计' || row.text.startsWith('由') ? row.text : lineOnPaper(row.text);
    const amountAt = (right: number): number => liOf(wordAt(words, (word) => Math.abs(word.y - row.y) < 3 && isNear(word.right, right), `cell of ${row.text}`).text);
    const own = columns.map(({ name, right }) => reading('annex', `term ${line} ${name}`, amountAt(right)));
    // The sum of a row is the table's own; it has to be that of its cells.
    return [...own, reading('annex', `term ${line} sum`, amountAt(sum.right)), reading('annex words', `term ${line} sum`, own.reduce((all, { li }) => all + li, 0))];
  });
  return [...cells, ...(day ? [reading('annex', 'opening day', dayNumber(day[1] ?? 0, day[2] ?? 0, day[3] ?? 0))] : [])];
}
