import type { FormPaper, FormRule } from '#domain/agreement/form-paper.ts';
import type { Policy } from '#domain/policy.ts';
import { formLinks, reachable } from '#domain/routing/form-links.ts';
import type { RegionTable } from '#domain/routing/region-table.ts';
import type { Goal, Group, Menu, RoutingForm } from '#domain/routing/routing-form.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import { callerWords } from '#domain/routing/words/caller-words.ts';
import { goalWords, letterOf, phoneLetter } from '#domain/routing/words/part-words.ts';
import { windowWords } from '#domain/routing/words/time-words.ts';
import { behaviourWords, shareWords, whoWords } from '../wording/routing-words.ts';

/** A letter stays with its share. */
const NBSP = '\u00a0';

/** What rules are put into words with. */
type Words = { readonly form: RoutingForm; readonly limits: Policy['routing']; readonly regions: RegionTable };
type Target = Pick<FormRule, 'who' | 'behaviour' | 'share' | 'sharePerDestination'>;

/** 来话怎么接: the rules in the order of the form, everything else, the menus, and what happens when nobody answers. */
export function formRules(form: RoutingForm, limits: Policy['routing'], regions: RegionTable): readonly FormRule[] {
  const words: Words = { form, limits, regions };
  const reached = reachable(formLinks(form));
  const groups = form.groups.filter(({ id }) => reached.has(id));
  return [
    ...form.rules.map((rule): FormRule => {
      const name = rule.name.trim();
      const when = [windowWords(rule), callerWords(rule, regions)].filter((word) => word !== '').join('，');
      return { when: name === '' ? when : `${when}（${name}）`, ...targetOf(words, rule.goal), fallback: false };
    }),
    { when: form.rules.length === 0 ? '任何时间、任何来电' : '其余来电', ...targetOf(words, form.otherwise), fallback: false },
    ...form.menus.filter(({ id }) => reached.has(id)).map((menu) => menuRule(words, menu)),
    ...groups.flatMap((group) => overflowRules(words, group)),
    ...(groups.length > 0 ? [lastResort(words, groups.some(({ onBusy, onNoAnswer }) => onBusy !== '' || onNoAnswer !== ''))] : []),
  ];
}

function targetOf(words: Words, goal: Goal): Target {
  if (goal === 'voicemail') return endOf('请来电人留言，存入语音信箱。', '语音信箱');
  if (goal === 'fax') return endOf('收传真，存入传真信箱。', '传真信箱');
  if (goal === 'announcement') return endOf('播放提示音后挂断，不转接。', '提示音');
  const group = words.form.groups.find(({ id }) => id === goal);
  if (group) return groupTarget(words, group);
  return { who: `听${goalWords(words.form, goal)}，按键选择（见下面的菜单行）。`, behaviour: '', share: '全部', sharePerDestination: [] };
}

const endOf = (who: string, title: string): Target => ({ who, behaviour: '', share: '全部', sharePerDestination: [`${title} 100%`] });

function groupTarget({ form, limits }: Words, group: Group): Target {
  const letters = group.destinationIds.map((id) => phoneLetter(form, id));
  const shares = expectedShares(group);
  const ordered = shares.some(({ share }) => share === undefined);
  return {
    who: `${group.name.trim()}：${whoWords(group.strategy, letters, limits.ringTimeoutSeconds.value)}`, behaviour: behaviourWords(group), share: shareHead(group, ordered),
    sharePerDestination: shares.map(({ destinationId, rank, share }) => (share === undefined ? orderWords(group, rank, phoneLetter(form, destinationId)) : `${phoneLetter(form, destinationId)}${NBSP}${shareWords(share)}`)),
  };
}

const orderWords = ({ strategy }: Group, rank: number, letter: string): string => (strategy === 'ringAll' ? letter : `第${rank}${NBSP}${letter}`);

function shareHead({ strategy, destinationIds }: Group, ordered: boolean): string {
  if (destinationIds.length === 1) return '全部';
  if (strategy === 'percentage') return '按比例';
  return !ordered ? '均分' : strategy === 'ringAll' ? '同时响' : '按次序';
}

/** 按1销售：转客服；按0人工：…；不按：…；按错3次：…. */
function menuRule({ form }: Words, menu: Menu): FormRule {
  const ways = [
    ...menu.keys.map(({ key, label, goal }) => `按${key}${label.trim() === '' ? '' : `（${label.trim()}）`}：${goalWords(form, goal)}`),
    ...(menu.operator === '' ? [] : [`按0（人工）：${goalWords(form, menu.operator)}`]), `不按：${goalWords(form, menu.onTimeout)}`, `按错${menu.tries}次：${goalWords(form, menu.onInvalid)}`,
  ];
  return { when: `听到${goalWords(form, menu.id)}`, who: `${ways.join('；')}。`, behaviour: '', share: '按来电人所选', sharePerDestination: [], fallback: false };
}

/** Where calls of a group go that it cannot answer; one row where busy and no answer go the same way. */
function overflowRules({ form, limits }: Words, group: Group): readonly FormRule[] {
  const { onBusy, onNoAnswer } = group;
  const name = group.name.trim();
  const seconds = limits.ringTimeoutSeconds.value;
  const row = (when: string, goal: Goal): FormRule => ({ when, who: `转${goalWords(form, goal)}。`, behaviour: '', share: '不通时', sharePerDestination: [`${name} 接不通的来话`], fallback: true });
  if (onBusy !== '' && onBusy === onNoAnswer) return [row(`${name}都不通：占线，或${seconds}秒没人接`, onBusy)];
  return [...(onBusy === '' ? [] : [row(`${name}都占线`, onBusy)]), ...(onNoAnswer === '' ? [] : [row(`${name}响${seconds}秒没人接`, onNoAnswer)])];
}

/** What follows when the phones of a row are busy or nobody answers, and no other way is given. */
function lastResort({ limits: { forwardsPerCall, ringTimeoutSeconds } }: Words, forwards: boolean): FormRule {
  return {
    when: `以上电话都不通：占线，或${ringTimeoutSeconds.value}秒没人接`, behaviour: '', fallback: true, share: '不通时', sharePerDestination: ['提示音'],
    who: `播“暂时无法接通”，请来电人稍后再打。${forwards ? `每次来话最多转接${forwardsPerCall.value}次。` : ''}`,
  };
}

/** Which rows reach each phone; the shares of different rows cannot be added, because nobody knows how many calls each row gets. */
export function formShares(form: RoutingForm): FormPaper['shares'] {
  const rows = [...form.rules.map(({ goal }) => goal), form.otherwise];
  const reaches = (goal: Goal, id: string): boolean => form.groups.find((group) => group.id === goal)?.destinationIds.includes(id) ?? false;
  const links = formLinks(form);
  const reached = reachable(links);
  const told = form.destinations.map(({ id }, index) => {
    const lines = rows.flatMap((goal, row) => (reaches(goal, id) ? [String(row + 1)] : []));
    const byMenu = links.some(({ from, to, place }) => place.part === 'menus' && from !== null && reached.has(from) && reaches(to, id));
    const byOverflow = links.some(({ from, to, place }) => place.part === 'groups' && from !== null && reached.has(from) && reaches(to, id));
    const ways = [lines.length > 0 ? `接第${lines.join('、')}行` : '', byMenu ? '接菜单转来的' : '', byOverflow ? '接别组不通的' : ''].filter((way) => way !== '');
    return `${letterOf(index)} ${ways.length === 0 ? '没有用到' : ways.join('，')}`;
  });
  return { totals: told.join('\u3000'), basis: '占比是该行来话的分配；队列呼叫只列次序' };
}
