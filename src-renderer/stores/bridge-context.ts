import { createContext, useContext } from 'react';
import { assert } from '#domain/assert.ts';
import type { Bridge } from '../bridge/bridge.ts';

export const BridgeContext = createContext<Bridge | null>(null);

/** The bridge handed in at the root, so that a screen can be shown on a fake one. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  assert(bridge, 'useBridge: no bridge above this screen');
  return bridge;
}
