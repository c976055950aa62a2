import { ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Bridge } from '../bridge/bridge.ts';
import { BridgeContext } from '../stores/bridge-context.ts';
import { ConnectionContext, makeConnection } from '../stores/connection.ts';
import { makeNavigation, NavigationContext } from '../stores/navigation.ts';
import { makeOpenCase, OpenCaseContext } from '../stores/open-case.ts';
import { makeSession, SessionContext } from '../stores/session.ts';
import { themeFor } from '../styles/theme.ts';
import { KeyScope } from '../ui/keys/key-scope.tsx';
import { SavedContext } from '../ui/saved.ts';
import { ClockAheadContext } from '../ui/use-now.ts';
import { cspNonce } from './csp-nonce.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Stage } from './stage.tsx';
import { useDark } from './use-dark.ts';

dayjs.locale('zh-cn');

/** Builds the stores on the given bridge and puts them above everything. */
export function App({ bridge }: { readonly bridge: Bridge }): ReactNode {
  const [stores] = useState(() => ({
    session: makeSession(bridge), connection: makeConnection(bridge), openCase: makeOpenCase(bridge), navigation: makeNavigation(),
  }));
  const dark = useDark();
  const aheadMs = useStore(stores.connection, (state) => state.connection?.aheadMs ?? 0);
  const saved = useStore(stores.openCase, (state) => state.saved);
  useEffect(() => void stores.session.getState().start(), [stores]);
  return (
    <ConfigProvider locale={zhCN} theme={themeFor(dark)} csp={{ nonce: cspNonce() }} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <BridgeContext value={bridge}>
        <SessionContext value={stores.session}>
          <ConnectionContext value={stores.connection}>
            <OpenCaseContext value={stores.openCase}>
              <NavigationContext value={stores.navigation}>
                <SavedContext value={saved}>
                  <ClockAheadContext value={aheadMs}>
                    <KeyScope><ErrorBoundary><Stage /></ErrorBoundary></KeyScope>
                  </ClockAheadContext>
                </SavedContext>
              </NavigationContext>
            </OpenCaseContext>
          </ConnectionContext>
        </SessionContext>
      </BridgeContext>
    </ConfigProvider>
  );
}
