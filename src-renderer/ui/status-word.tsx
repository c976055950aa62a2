import { CheckOutlined, CloseCircleOutlined, ExclamationCircleOutlined, InfoCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';

export type Tone = 'info' | 'success' | 'warning' | 'error' | 'quiet';

const icons: Readonly<Record<Tone, ReactNode>> = {
  info: <InfoCircleOutlined aria-hidden />, success: <CheckOutlined aria-hidden />, warning: <ExclamationCircleOutlined aria-hidden />,
  error: <CloseCircleOutlined aria-hidden />, quiet: null,
};

/** A state as icon and word; colour never stands alone. `boxed` draws it as a tag. `icon={null}` leaves the icon out. */
export function StatusWord({ tone, icon, boxed = false, children }: {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly boxed?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return <span className={boxed ? 'status-word boxed' : 'status-word'} data-tone={tone}>{icon === undefined ? icons[tone] : icon}<span>{children}</span></span>;
}
