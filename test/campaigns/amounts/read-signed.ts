import { amountsIn, oneAmountIn, type Reading, reading } from './reading.ts';
import { addOnLine } from './line-names.ts';
import { asText, type Word, wordAt } from './pdf-words.ts';

const source = 'read out';

/** What was read out before the signature, as the agreement's last page keeps it. */
export function readReadOut(words: readonly Word[]): readonly Reading[] {
  const head = words.filter(({ text }) => text === '号码与套餐').at(-1);
  if (!head) throw new Error('the agreement has no list of what was read out');
  const labels = words.filter(({ x, y }) => Math.abs(x - head.x) < 1.5 && y >= head.y).toSorted((a, b) => a.y - b.y);
  const said = (label: string): string => {
    const at = labels.findIndex(({ text }) => text === label);
    const from = wordAt(labels, ({ text }) => text === label, `${label} among what was read out`);
    const until = labels[at + 1]?.y ?? Infinity;
    // Behind the words stands the time of each tick.
    return asText(words.filter(({ x, y, text }) => x > from.right && y > from.y - 4 && y < until - 4 && !/^\d\d:\d\d:\d\d$/.test(text)));
  };
  const [fees, minimum, promised, due] = [said('资费'), said('月最低消费'), said('承诺与期限'), said('今日应付')];
  return [
    reading(source, 'monthly fixed', fees.endsWith('每月固定费用无') ? 0 : oneAmountIn(fees, '每月固定费用#元／月$')),
    reading(source, 'monthly-minimum', minimum.startsWith('无') ? 0 : oneAmountIn(minimum, '^#元／月')),
    ...(promised.startsWith('承诺消费无') ? [] : [reading(source, 'commitment', oneAmountIn(promised, '^承诺消费\\d+个月满#元'))]),
    reading(source, 'due now', due === '无' ? 0 : oneAmountIn(due, '^#元')),
    ...amountsIn(due, '开户费#元').map((li) => reading(source, 'opening-fee', li)), ...amountsIn(due, '预存款#元').map((li) => reading(source, 'prepayment', li)),
  ];
}

const features: Readonly<Record<string, readonly string[]>> = {
  录音: ['recording-monthly', 'recording-yearly'], 彩铃: ['ring-back'], 语音导航录制: ['ivr-recording'], 增加电话: ['extra-phone'], 增加座席: ['seat'],
};

/** The paid features of the acceptance form: `增加座席×7 … 1,806.00／月`, `彩铃 … 160.00，次年起120.00／年`. */
export function readForm(words: readonly Word[]): readonly Reading[] {
  const title = wordAt(words, ({ text }) => text === '功能', 'features on the form');
  const end = wordAt(words, ({ text, y }) => text === '今日收取功能费' && y > title.y, 'end of the features');
  const table = words.filter(({ y }) => y > title.y + 4 && y < end.y - 4);
  return table.flatMap((name) => {
    const ids = features[name.text.replace(/×\d+$/, '')];
    if (!ids) return [];
    // Further right stands the next column.
    const charge = table.filter(({ x, y }) => x > name.right && Math.abs(y - name.y) < 3).toSorted((a, b) => a.x - b.x)[0]?.text ?? '';
    return charge.split('，').flatMap((part) => {
      const when = part.endsWith('／月') ? 'monthly' : part.endsWith('／年') ? 'yearly' : 'once';
      const id = ids.find((one) => ids.length === 1 || one.endsWith(when)) ?? name.text;
      return amountsIn(part, '^(?:次年起)?#(?:／[年月])?$').map((li) => reading('form', addOnLine(id, when), li));
    });
  });
}
