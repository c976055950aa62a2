/** May the call come in at all: section 1 of resources/reference/routing-rules.md, of the blind test oracle. */
import type { RefusalReason, Step } from '#domain/routing/call.ts';
import type { RoutingPlace } from '#domain/routing/routing-problem.ts';
import { type Ledger, note, regionHolds } from './reference-ledger.ts';
import { mostSpecific } from './reference-lists.ts';

export function mayComeIn(ledger: Ledger): RefusalReason | null {
  return monthsCeiling(ledger) ?? origin(ledger) ?? lists(ledger) ?? regionBlocking(ledger) ?? passwordAccess(ledger) ?? callsAtOnce(ledger) ?? recordingNotice(ledger);
}

function refuse(ledger: Ledger, reason: RefusalReason, code: Step['code'], place: RoutingPlace): RefusalReason {
  note(ledger, code, place);
  return reason;
}

// 1.1
function monthsCeiling(ledger: Ledger): RefusalReason | null {
  const cap = ledger.form.monthlyCap;
  if (typeof cap !== 'number' || ledger.state.callsThisMonth < cap) return null;
  return refuse(ledger, 'monthly-cap', 'monthly-cap-reached', { part: 'features', field: 'monthlyCap' });
}

// 1.2
function origin(ledger: Ledger): RefusalReason | null {
  const province = ledger.call.caller.province;
  const closed = province === '710000' || province === '810000' || province === '820000' || province === 'abroad';
  return closed ? refuse(ledger, 'not-open', 'not-open', { part: 'form' }) : null;
}

// 1.3
function lists(ledger: Ledger): RefusalReason | null {
  const { form, call } = ledger;
  const black = mostSpecific(form.blackList, call);
  const white = mostSpecific(form.whiteList, call);
  // Black before white when both are as specific.
  if (black !== null && (white === null || black.weight >= white.weight)) return refuse(ledger, 'black-list', 'black-listed', { part: 'blackList', index: black.index });
  if (white !== null) {
    ledger.listed = true;
    ledger.priority = form.whiteListKind === 'priority';
    note(ledger, 'white-listed', { part: 'whiteList', index: white.index });
    return null;
  }
  if (form.whiteListKind === 'only' && form.whiteList.length > 0) return refuse(ledger, 'not-white-listed', 'not-white-listed', { part: 'whiteList' });
  return null;
}

// 1.4
function regionBlocking(ledger: Ledger): RefusalReason | null {
  if (ledger.listed) return null;
  const { form, call } = ledger;
  for (const [index, region] of form.deniedRegions.entries()) {
    if (regionHolds(region, call.caller)) return refuse(ledger, 'region-denied', 'region-denied', { part: 'regions', field: 'denied', index });
  }
  if (!form.allowOnly) return null;
  if (form.allowedRegions.some((region) => regionHolds(region, call.caller))) return null;
  return refuse(ledger, 'region-not-allowed', 'region-not-allowed', { part: 'regions', field: 'allowed' });
}

// 1.5
function passwordAccess(ledger: Ledger): RefusalReason | null {
  const { form, call } = ledger;
  if (!form.passwordOn) return null;
  const place: RoutingPlace = { part: 'features', field: 'password' };
  if (form.password === '' || call.password !== form.password) return refuse(ledger, 'password', 'password-wrong', place);
  note(ledger, 'password-right', place);
  return null;
}

// 1.6
function callsAtOnce(ledger: Ledger): RefusalReason | null {
  const cap = ledger.form.concurrentCap;
  if (typeof cap !== 'number' || ledger.state.ongoingCalls < cap) return null;
  return refuse(ledger, 'concurrent-cap', 'concurrent-cap-reached', { part: 'features', field: 'concurrentCap' });
}

// 1.7
function recordingNotice(ledger: Ledger): null {
  if (ledger.form.recording && ledger.form.recordingNotice) note(ledger, 'recording-notice', { part: 'features', field: 'recordingNotice' });
  return null;
}
