import type { RoutingForm } from '../routing-form.ts';
import type { RoutingContext, RoutingProblem } from '../routing-problem.ts';
import { somebodyRings } from './group-problems.ts';

/** Fewer digits are guessed at once. */
const PASSWORD_MIN_DIGITS = 4;

/** Password, ceilings, recording and ring-back that cannot work or may not be so; and whether any phone rings at all. */
export function featureProblems(form: RoutingForm, { limits }: RoutingContext): readonly RoutingProblem[] {
  const problems: RoutingProblem[] = [];
  const tell = (code: RoutingProblem['code'], field: string, severity: RoutingProblem['severity'] = 'error', facts?: RoutingProblem['facts']) =>
    problems.push({ code, severity, place: { part: 'features', field }, ...(facts && { facts }) });
  if (form.passwordOn) {
    const wrong = passwordProblem(form.password, limits.passwordDigits.value);
    if (wrong !== null) tell(wrong, 'password', 'error', wrong === 'password-length' ? { least: PASSWORD_MIN_DIGITS, most: limits.passwordDigits.value } : undefined);
  }
  if (form.monthlyCap !== null && form.monthlyCap < 1) tell('monthly-cap-zero', 'monthlyCap');
  if (form.concurrentCap !== null && form.concurrentCap < 1) tell('concurrent-cap-zero', 'concurrentCap');
  const lines = form.destinations.reduce((sum, { capacity }) => sum + capacity, 0);
  if (form.concurrentCap !== null && lines > 0 && form.concurrentCap > lines && form.menus.length === 0) tell('concurrent-over-capacity', 'concurrentCap', 'warning', { cap: form.concurrentCap, lines });
  if (form.recording && !form.recordingNotice) tell('recording-without-notice', 'recordingNotice');
  if (form.ringBack && form.menus.length > 0) tell('ring-back-with-menu', 'ringBack');
  if (form.destinations.length > 0 && form.otherwise !== '' && !somebodyRings(form)) problems.push({ code: 'nobody-rings', severity: 'error', place: { part: 'form' } });
  return problems;
}

function passwordProblem(password: string, most: number): 'password-missing' | 'password-length' | 'password-trivial' | null {
  if (password === '') return 'password-missing';
  if (!/^\d+$/.test(password) || password.length < PASSWORD_MIN_DIGITS || password.length > most) return 'password-length';
  return isTrivial(password) ? 'password-trivial' : null;
}

/** One digit repeated, a run upwards or downwards, or two digits in turn. */
function isTrivial(password: string): boolean {
  const steps = [...password].slice(1).map((digit, index) => Number(digit) - Number(password[index]));
  const alternates = [...password].every((digit, index) => digit === password[index % 2]);
  return alternates || steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
