import type { ReactNode } from 'react';
import type { Bridge } from '../bridge/bridge.ts';
import { CustomerWindow } from '../screens/customer-window/customer-window.tsx';
import { BridgeContext } from '../stores/bridge-context.ts';
import { ErrorBoundary } from './error-boundary.tsx';

/** The second window, facing the customer: no session, no stores, no keys. */
export const CustomerApp = ({ bridge }: { readonly bridge: Bridge }): ReactNode => (
  <BridgeContext value={bridge}><ErrorBoundary><CustomerWindow /></ErrorBoundary></BridgeContext>
);
