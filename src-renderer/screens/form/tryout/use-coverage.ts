import { useEffect, useState } from 'react';
import { callLimits } from '#domain/routing/call-limits.ts';
import type { CoverageReport } from '#domain/routing/coverage/coverage-report.ts';
import type { RoutingForm } from '#domain/routing/routing-form.ts';
import { type CoverageOffice, openCoverageOffice } from '../../../coverage/coverage-office.ts';
import type { TryoutProps } from './trial.ts';

/** The newest coverage of a form; while the next one is worked out the last one stays. `of` is the form that it belongs to. */
export type Coverage = { readonly report: (CoverageReport & { readonly of: RoutingForm }) | null; readonly state: 'working' | 'ready' | 'failed' };

export function useCoverage({ edit: { form }, context }: Pick<TryoutProps, 'edit' | 'context'>, destinationId: string | null): Coverage {
  const [office, setOffice] = useState<CoverageOffice | null>(null);
  const [coverage, setCoverage] = useState<Coverage>({ report: null, state: 'working' });
  useEffect(() => {
    const opened = openCoverageOffice();
    setOffice(opened);
    return () => opened.close();
  }, []);
  useEffect(() => {
    if (office === null || context.today === undefined) return;
    setCoverage((before) => ({ ...before, state: 'working' }));
    void office.ask({ form, regions: context.regions, limits: callLimits(context.limits), today: context.today, destinationId }).then((answer) => {
      if (answer.ok) setCoverage({ report: { ...answer.value, of: form }, state: 'ready' });
      else if (answer.error.code === 'coverage-stopped') setCoverage((before) => ({ ...before, state: 'failed' }));
    });
  }, [office, form, context, destinationId]);
  return coverage;
}
