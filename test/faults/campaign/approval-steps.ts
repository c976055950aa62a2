import { trainingPassword } from '../../../src-main/services/hall/set-up.ts';
import { admin, clerk, decisionOn, supervisor } from '../../support/special-case.ts';
import { makeSpecial } from '../../support/publish-rules.ts';
import type { Caller } from '../../support/test-console.ts';
import type { CampaignStep } from './campaign-step.ts';
import type { Standing } from './standing.ts';

/** Somebody else sits down at the desk for a moment; the clerk is back afterwards. */
async function as<T>(call: Caller, staffNo: string, work: () => Promise<T>): Promise<T> {
  await call('session/sign-in', { staffNo, password: trainingPassword });
  const done = await work();
  await call('session/sign-in', { staffNo: clerk, password: trainingPassword });
  return done;
}

/** A number that the case makes special in the hall's table; nobody is offered it. */
const ownNumber = ({ view }: Standing): string => `40090${view.caseNo.replaceAll(/\D/g, '').slice(-5)}`;

export const publishRules: CampaignStep = {
  name: 'publish rules', facet: 'rules', isDone: (standing) => standing.hall.ruleIds.includes(`OWN-${ownNumber(standing)}`),
  run: async ({ call }, standing) => as(call, admin, () => makeSpecial(call, ownNumber(standing))),
};

export const letSignerIn: CampaignStep = {
  name: 'let the supervisor\'s key in', facet: 'signers', isDone: ({ hall }) => hall.signers.length > 0,
  run: async ({ call }) => {
    const { text } = await as(call, supervisor.staffNo, () => call('approval/signer', { password: trainingPassword }));
    await as(call, admin, () => call('approval/trust', { text }));
  },
};

const wasAsked = ({ view }: Standing): boolean => view.approval.state === 'requested' || view.approval.state === 'approved';
export const isApproved = ({ view }: Standing): boolean => view.approval.state === 'approved';

export const askForApproval: CampaignStep = {
  name: 'ask for approval', facet: 'approval', isDone: wasAsked, run: async ({ call }, { view }) => void (await call('approval/request', { caseId: view.caseId, reason: '客户自用多年的尾号' })),
};

export const decideBeside: CampaignStep = {
  name: 'decide beside the clerk', facet: 'approval', isDone: isApproved, run: async ({ call }, { view }) => void (await call('approval/decide', decisionOn(view, supervisor))),
};

/** The request is carried to the supervisor's desk and signed there: here both desks are one PC. */
export const signToken: CampaignStep = {
  name: 'sign the carried request', facet: 'none', isDone: (standing) => isApproved(standing) || standing.token !== null,
  run: async ({ call }, { view }) => {
    const { text } = await call('approval/export-request', { caseId: view.caseId, asFile: false });
    const words = { request: text, decision: 'approve', reasons: [], note: '', password: trainingPassword, asFile: false } as const;
    return as(call, supervisor.staffNo, async () => {
      const { text: token } = await call('approval/sign-token', words);
      // A lost code is shown again, never a second one.
      if ((await call('approval/sign-token', words)).text !== token) throw new Error('one request was signed twice');
      return token;
    });
  },
};

export const importToken: CampaignStep = {
  name: 'take the token in', facet: 'approval', isDone: isApproved, run: async ({ call }, { token }) => void (await call('approval/import-token', { text: token ?? '' })),
};

export const offerTokenAgain: CampaignStep = {
  // Not worth doing once the agreement is signed: the case has moved on.
  name: 'offer the token again', facet: 'none', isDone: ({ view, token }) => token === null || view.agreement.status === 'signed',
  run: async ({ call }, { token }) => {
    const second = await call('approval/import-token', { text: token ?? '' }).then(() => 'taken in', (error: unknown) => String((error as Error).message));
    if (!second.includes('token-used')) throw new Error(`a token opened twice: ${second}`);
  },
};
