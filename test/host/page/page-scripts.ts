/** The two scripts each page is held for until they are in: one per world, as source text. */
import { makeBridge, makePack, makeUnpack } from './bridge.ts';
import { makeBytes, makeDecode, makeEncode } from './codec.ts';
import { connectWire, isolatedWorld, makeEmitterClass, preloadModules } from './isolated-world.ts';
import { expose, guardDevices, mainWorld, routePopups } from './main-world.ts';

const bridgeSource = `(node, me, peer) => (${makeBridge})(node, me, peer, ${makePack}, ${makeUnpack})`;
const codecSource = `((bytes) => ({ encode: (${makeEncode})(bytes), decode: (${makeDecode})(bytes) }))((${makeBytes})())`;
const modulesSource = `(wire, exposeApi) => (${preloadModules})(wire, exposeApi, (${makeEmitterClass})())`;

/** `hello` is a name no page script can guess: by it the isolated world hands its node to the main world. */
export function pageScripts(hello: string, info: object, preload: string): { readonly main: string; readonly isolated: string } {
  const name = JSON.stringify(hello);
  return {
    main: `(${mainWorld})(${name}, ${bridgeSource}, ${expose}, ${routePopups}, ${guardDevices});`,
    isolated: `(${isolatedWorld})(${name}, ${bridgeSource}, ${connectWire}, ${codecSource}, ${modulesSource}, ${JSON.stringify(info)},
      function (require, module, exports, process) {\n${preload}\n});`,
  };
}
