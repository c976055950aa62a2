import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string): string => resolve(import.meta.dirname, path);

// package.json has no "type": "module": main and preload come out as CommonJS, which a sandboxed preload must be.
export default defineConfig({
  main: {
    build: {
      lib: {
        entry: {
          index: at('src-main/index.ts'), // Electron's main process
          console: at('src-main/console.ts'), // the same services without a window (campaigns, bench)
          'search-worker': at('src-main/pool/search-worker.ts'),
          'paper-worker': at('src-main/documents/paper-worker.ts'),
          'call-worker': at('src-main/services/plans/calls/call-worker.ts'),
          carrier: at('src-main/carrier/index.ts'),
        },
      },
      outDir: at('out/main'),
      externalizeDeps: true,
      sourcemap: true,
    },
  },
  preload: {
    build: {
      lib: { entry: { index: at('src-main/preload/index.ts') } },
      outDir: at('out/preload'),
      externalizeDeps: false,
      isolatedEntries: true,
      sourcemap: true,
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react()],
    html: { cspNonce: '__CSP_NONCE__' },
    build: {
      rolldownOptions: { input: { index: at('src-renderer/index.html') } },
      outDir: at('out/renderer'),
      minify: true,
      emptyOutDir: true,
    },
  },
});
