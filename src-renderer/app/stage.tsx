import { type ReactNode, useEffect } from 'react';
import type { SetupState } from '#contract/session.ts';
import { FirstStartScreen } from '../screens/first-start/first-start-screen.tsx';
import { RecoverScreen } from '../screens/first-start/recover-screen.tsx';
import { RecoveryKeyScreen } from '../screens/first-start/recovery-key-screen.tsx';
import { SignInScreen } from '../screens/sign-in/sign-in-screen.tsx';
import { useSession } from '../stores/session.ts';
import { failureText } from '../text/failures.ts';
import { frameText } from '../text/frame.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { BareFrame } from './bare-frame.tsx';
import { Frame } from './frame.tsx';

/** Which of the outer screens is shown: set-up, recovery, sign-in, or the counter itself. */
export function Stage(): ReactNode {
  const { setup, session, failure } = useSession();
  useEffect(() => {
    document.title = setup?.mode === 'training' ? `${frameText.training} · 营业厅 400 受理台` : '营业厅 400 受理台';
  }, [setup?.mode]);
  if (!setup || setup.stage === 'opening' || (setup.stage === 'ready' && !session)) return <BareFrame>{failure ? <EmptyState {...failureText(failure)} /> : <p className="stage-wait hint">{frameText.opening}</p>}</BareFrame>;
  if (setup.stage === 'cannot-open') return <BareFrame><CannotOpen problem={setup.problem} /></BareFrame>;
  if (setup.stage === 'first-start') return <BareFrame><FirstStartScreen /></BareFrame>;
  if (setup.stage === 'needs-recovery') return <BareFrame><RecoverScreen /></BareFrame>;
  if (setup.recoveryKey !== null) return <BareFrame><RecoveryKeyScreen recoveryKey={setup.recoveryKey} /></BareFrame>;
  if (!session?.staff) return <BareFrame><SignInScreen setup={setup} /></BareFrame>;
  return <Frame key={session.staff.staffNo} setup={setup} session={session} staff={session.staff} />;
}

/** Data that cannot be opened: what is so, that nothing was changed, who helps. */
function CannotOpen({ problem }: { readonly problem: SetupState['problem'] }): ReactNode {
  const { title, next } = frameText.cannotOpen[problem?.code ?? 'damaged'];
  return <div className="panel"><EmptyState title={title} safe={frameText.nothingChanged} next={`${next}${problem?.detail ? `（${problem.detail}）` : ''}`} /></div>;
}
