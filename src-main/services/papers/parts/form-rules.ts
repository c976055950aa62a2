import type { FormPaper, FormRule } from '#domain/agreement/form-paper.ts';
import { assert } from '#domain/assert.ts';
import type { Policy } from '#domain/policy.ts';
import type { Group, RoutingForm } from '#domain/routing/routing-form.ts';
import { expectedShares } from '#domain/routing/strategy.ts';
import { behaviourWords, diagramWords, shareWords, whoWords, windowWords } from '../wording/routing-words.ts';

/** A, B, C… by the place on the form; AA follows Z. */
export const letterOf = (index: number): string => (index < 26 ? '' : String.fromCharCode(64 + Math.floor(index / 26))) + String.fromCharCode(65 + (index % 26));

/** The phone that takes over on busy or no answer; empty where none does. */
export const busyForward = ({ busyForwardTo }: Pick<RoutingForm, 'busyForwardTo'>): string => busyForwardTo ?? '';

/** A letter stays with its share. */
const NBSP = '\u00a0';

/** What rules are put into words with. */
type Words = { readonly form: RoutingForm; readonly letter: (destinationId: string) => string; readonly limits: Policy['routing'] };
type Target = Pick<FormRule, 'who' | 'behaviour' | 'share' | 'sharePerDestination'> & { readonly title: string; readonly ends?: true };

/** 来话怎么接: the time rules in the order of the form, everything else, and what happens when nobody answers. */
export function formRules(form: RoutingForm, limits: Policy['routing']): readonly FormRule[] {
  const letters = new Map(form.destinations.map(({ id }, index) => [id, letterOf(index)]));
  const words: Words = {
    form, limits,
    letter: (id) => {
      const letter = letters.get(id);
      assert(letter !== undefined, 'formRules: a rule cites no destination of the form');
      return letter;
    },
  };
  const timed = form.timeRules.map((rule): FormRule => {
    const window = windowWords(rule);
    const name = rule.name.trim();
    return ruleOf(targetOf(words, rule.groupId), name === '' ? window : `${window}（${name}）`, window);
  });
  const rest = form.timeRules.length === 0 ? '任何时间' : '其余时间';
  return [...timed, ruleOf(targetOf(words, form.defaultGroupId), rest, rest), ...(form.groups.length > 0 ? [lastResort(words)] : [])];
}

function ruleOf({ title, ends, ...target }: Target, when: string, condition: string): FormRule {
  return { when, ...target, diagram: { title, condition, ...(ends && { ends }) }, fallback: false };
}

function targetOf(words: Words, id: string): Target {
  if (id === 'voicemail') return endOf('请来电人留言，存入语音信箱。', '语音信箱');
  if (id === 'announcement') return endOf('播放提示音后挂断，不转接。', '提示音');
  const group = words.form.groups.find((candidate) => candidate.id === id);
  assert(group, 'formRules: a rule cites no group of the form');
  return groupTarget(words, group);
}

const endOf = (who: string, title: string): Target => ({ who, behaviour: '', share: '全部', sharePerDestination: [`${title} 100%`], title, ends: true });

function groupTarget({ letter, limits }: Words, group: Group): Target {
  const letters = group.destinationIds.map(letter);
  const shares = expectedShares(group);
  const ordered = shares.some(({ share }) => share === undefined);
  return {
    who: whoWords(group.strategy, letters, limits.ringTimeoutSeconds.value), behaviour: behaviourWords(group),
    share: letters.length === 1 ? '全部' : ordered ? '按次序' : '均分',
    sharePerDestination: shares.map(({ destinationId, rank, share }) => (share === undefined ? `第${rank}${NBSP}${letter(destinationId)}` : `${letter(destinationId)}${NBSP}${shareWords(share)}`)),
    title: diagramWords(group.strategy, letters),
  };
}

/** What follows when the phones of a rule are busy or nobody answers. */
function lastResort({ form, letter, limits }: Words): FormRule {
  const { forwardsPerCall, ringTimeoutSeconds } = limits;
  const forward = busyForward(form);
  const over = forward === '' ? '' : letter(forward);
  const end = '请来电人稍后再打';
  return {
    when: `以上电话都不通：占线，或${ringTimeoutSeconds.value}秒没人接`, behaviour: '', fallback: true,
    who: over === '' ? `播“暂时无法接通”，${end}。` : `转到${over}；${over}也不通，播“暂时无法接通”。每次来话最多转接${forwardsPerCall.value}次。`,
    share: '不通时', sharePerDestination: [over === '' ? '提示音' : `${over} 接不通的来话`],
    diagram: { title: over === '' ? '暂时无法接通' : `转到${over}`, condition: '前面都不通' },
  };
}

/** Which rows reach each phone; the shares of different rows cannot be added, because nobody knows how many calls each row gets. */
export function formShares(form: RoutingForm): FormPaper['shares'] {
  const rows = [...form.timeRules.map(({ groupId }) => groupId), form.defaultGroupId];
  const reached = form.destinations.map(({ id }, index) => {
    const hits = rows.flatMap((groupId, row) => (form.groups.find((group) => group.id === groupId)?.destinationIds.includes(id) ? [String(row + 1)] : []));
    const lines = [...hits, ...(form.busyForwardTo === id ? [String(rows.length + 1)] : [])];
    return `${letterOf(index)} ${lines.length === 0 ? '没有用到' : `接第${lines.join('、')}行`}`;
  });
  return { totals: reached.join('\u3000'), basis: '占比是该行来话的分配；队列呼叫只列次序' };
}
