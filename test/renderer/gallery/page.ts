import { makeFakeBridge } from '../fake-bridge.ts';
import { scenes } from './scenes.ts';

// The page of the real renderer on a fake bridge: `?scene=NAME`.
const name = new URLSearchParams(location.search).get('scene') ?? 'workbench';
Object.defineProperty(window, 'counter', { value: makeFakeBridge(scenes[name]?.start ?? {}) });
await import('../../../src-renderer/main.tsx');
