import { useEffect, useMemo, useRef, useState } from 'react';
import { callLimits } from '#domain/routing/call-limits.ts';
import type { CoverageQuestion, CoverageReport } from '#domain/routing/coverage/coverage-report.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { type CoverageOffice, openCoverageOffice } from '../../../coverage/coverage-office.ts';
import type { TryoutProps } from './trial.ts';

/** The newest coverage of a form; while the next one is worked out the last one stays. `of` is the form that it belongs to. */
export type Coverage = { readonly report: (CoverageReport & { readonly of: RoutingForm }) | null; readonly state: 'working' | 'ready' | 'failed' };

export function useCoverage({ edit: { form }, context }: Pick<TryoutProps, 'edit' | 'context'>, destinationId: string | null): Coverage {
  const office = useRef<CoverageOffice | null>(null);
  const [report, setReport] = useState<Coverage['report']>(null);
  const [answered, setAnswered] = useState<{ readonly question: CoverageQuestion; readonly ok: boolean } | null>(null);
  const question = useMemo((): CoverageQuestion | null => (context.today === undefined ? null : { form, regions: context.regions, limits: callLimits(context.limits), today: context.today, destinationId }), [form, context, destinationId]);
  useEffect(() => {
    const opened = openCoverageOffice();
    office.current = opened;
    return () => opened.close();
  }, []);
  useEffect(() => {
    if (question === null) return;
    void office.current?.ask(question).then((answer) => {
      if (!answer.ok && answer.error.code === 'coverage-outdated') return;
      if (answer.ok) setReport({ ...answer.value, of: question.form });
      setAnswered({ question, ok: answer.ok });
    });
  }, [question]);
  return { report, state: question === null || answered?.question !== question ? 'working' : answered.ok ? 'ready' : 'failed' };
}
