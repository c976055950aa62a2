import type { Facet } from './campaign-step.ts';
import type { HallStanding } from './standing.ts';

/** Holds the hall's rules, block and keys against what was acknowledged last; `underWay` is what the interrupted step would have changed. */
export function compareHall(acknowledged: HallStanding, underWay: Facet | null, now: HallStanding): readonly string[] {
  return [...compareRules(acknowledged, underWay, now), ...compareBlock(acknowledged, underWay, now), ...compareSigners(acknowledged, now)];
}

function compareRules(acknowledged: HallStanding, underWay: Facet | null, now: HallStanding): readonly string[] {
  const more = now.rulesVersion - acknowledged.rulesVersion;
  const rules = now.ruleIds.length - acknowledged.ruleIds.length;
  if (acknowledged.ruleIds.some((id) => !now.ruleIds.includes(id))) return ['an acknowledged rule is gone'];
  if (more === 0) return rules === 0 ? [] : ['the rules changed without a version'];
  return underWay === 'rules' && more === 1 && rules === 1 ? [] : [`the rules are version ${now.rulesVersion}, acknowledged was ${acknowledged.rulesVersion}`];
}

/** No kill may look like a restored database, lose a pick, open a closed block again or close one that was open. */
function compareBlock({ lease: was }: HallStanding, underWay: Facet | null, { lease: is }: HallStanding): readonly string[] {
  if (is.state === 'frozen') return ['the block is frozen after a kill'];
  if (was.epoch === null || was.epoch !== is.epoch) return was.state === 'active' && underWay !== 'lease' ? [`the block of epoch ${was.epoch} is not the one that is read back (${is.epoch})`] : [];
  const back = is.picked < was.picked || is.claimed < was.claimed ? [`epoch ${is.epoch}: picked or claimed went back`] : [];
  const closed = was.state !== 'active' && is.state === 'active' ? [`epoch ${is.epoch}: a closed block is open again`] : [];
  const open = was.state === 'active' && is.state !== 'active' && underWay !== 'lease' ? [`epoch ${is.epoch}: an open block is ${is.state}`] : [];
  return [...back, ...closed, ...open];
}

const compareSigners = (acknowledged: HallStanding, now: HallStanding): readonly string[] =>
  acknowledged.signers.filter((keyId) => !now.signers.includes(keyId)).map((keyId) => `the trust in key ${keyId} is gone`);
