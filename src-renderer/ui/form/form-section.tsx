import type { ReactNode } from 'react';

/** A named part of a form: 72 px name, then a grid of twelve columns. */
export function FormSection({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className="form-section" aria-label={title}>
      <h3 className="form-section-title">{title}</h3>
      <div className="form-grid">{children}</div>
    </section>
  );
}
