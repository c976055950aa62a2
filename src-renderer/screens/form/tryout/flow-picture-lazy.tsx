import { lazy, type ReactNode, Suspense } from 'react';
import type { TryoutProps } from './trial.ts';

const Picture = lazy(async () => ({ default: (await import('./flow-picture.tsx')).FlowPicture }));

/** The form's picture; its library is loaded when it is looked at for the first time. */
export const FlowPicture = (props: TryoutProps & { readonly live?: boolean }): ReactNode => <Suspense fallback={<div className="flow-picture" />}><Picture {...props} /></Suspense>;
