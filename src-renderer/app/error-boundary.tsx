import { Component, type ReactNode } from 'react';
import { frameText } from '../text/frame.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { QuietButton } from '../ui/quiet-button.tsx';

/** A bug in a screen ends here: what is saved is safe, and the page can be opened again. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    const { title, safe, next, again } = frameText.broken;
    return <EmptyState title={title} safe={safe} next={next} action={<QuietButton label={again} onClick={() => location.reload()} />} />;
  }
}
