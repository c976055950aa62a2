import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, powerMonitor, safeStorage, session } from 'electron';
import type { RequestChannel } from '#contract/channels.ts';
import type { Answer, Request } from '#contract/contract.ts';
import { assert } from '#domain/assert.ts';
import { toInstant } from '#domain/calendar/shanghai-time.ts';
import { type Console, openConsole } from './console.ts';
import { choosePrinterOf } from './devices/choose-printer.ts';
import type { Audience } from './ipc/audience.ts';
import { openPushes } from './ipc/push.ts';
import { registerDoor } from './ipc/register.ts';
import type { Guard } from './ipc/sender.ts';
import { makeSetUpDesk, type SetUpDesk } from './ipc/set-up-desk.ts';
import { openLogFile } from './log/log-file.ts';
import { createLog } from './log/log.ts';
import type { CallService } from './services/wiring.ts';
import { trainingPassword, trainingStaff } from './services/hall/set-up.ts';
import { confirmRecoveryKey, loadOrMakeDataKey, recoverDataKey } from './shell/data-key.ts';
import { keepCustomerWindow, openCustomerWindow } from './shell/customer-window.ts';
import { openMachineSide } from './shell/device-side.ts';
import { openWindow, prepareShell } from './shell/open-window.ts';
import { appOrigin } from './shell/origin.ts';
import { guardSession } from './shell/permissions.ts';
import { registerAppScheme, serveRenderer } from './shell/serve-renderer.ts';
import { startTrainingCarrier, type TrainingCarrier, trainingCarrierUrl } from './shell/training-carrier.ts';
import { windowsHands } from './shell/windows-print.ts';

// Variables of tests and support count only for an unpackaged console.
const setting = (name: string): string | undefined => (app.isPackaged ? undefined : process.env[name]);
const userData = setting('CONSOLE_USER_DATA');
if (userData !== undefined) app.setPath('userData', userData);
const mode = app.isPackaged ? (process.argv.includes('--training') ? 'training' : 'real') : setting('CONSOLE_MODE') === 'real' ? 'real' : 'training';
// Training and real data never share a folder, a key or a certificate.
const dataDir = join(app.getPath('userData'), mode);
const resourcesDir = app.isPackaged ? join(process.resourcesPath, 'resources') : join(__dirname, '../../resources');
const version = app.getVersion();

prepareShell();
registerAppScheme();
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

async function start(): Promise<void> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const log = createLog({ write: openLogFile(join(dataDir, 'logs'), () => new Date()), now: () => new Date() });
  const windows = new Map<number, Audience>();
  const guard: Guard = { origin: appOrigin, audienceOf: (id) => windows.get(id) ?? null };
  const pushes = openPushes({ ipcMain, guard });
  let console: Console | null = null;
  const preloadPath = join(__dirname, '../preload/index.js');
  let main: BrowserWindow | null = null;
  const admit = (window: BrowserWindow, audience: Audience): BrowserWindow => {
    const { id } = window.webContents;
    windows.set(id, audience);
    pushes.addWindow(window.webContents, audience);
    window.once('closed', () => windows.delete(id));
    return window;
  };
  const customer = keepCustomerWindow(
    () => { assert(main !== null, 'customer window: without the console'); return admit(openCustomerWindow({ preloadPath, beside: main }), 'customer'); },
    () => void (console?.call as CallService | undefined)?.('customer/show', { caseId: null, lit: null }),
  );
  let carrier: TrainingCarrier | null = null;
  const desk: SetUpDesk = makeSetUpDesk({
    mode, version, demoStaff: mode === 'training' ? trainingStaff.map((staff) => ({ ...staff, password: trainingPassword })) : [],
    loadKey: () => loadOrMakeDataKey({ dir: dataDir, safeStorage, hasData: existsSync(join(dataDir, 'hall400.db')), acceptsBasicText: !app.isPackaged }),
    recoverKey: (recoveryKey) => recoverDataKey(dataDir, recoveryKey, safeStorage),
    confirmRecoveryKey: () => confirmRecoveryKey(dataDir),
    open: async (key) => {
      carrier = mode === 'training' && setting('CONSOLE_CARRIER_URL') === undefined ? trainingCarrier(key) : null;
      const opened = await openConsole({
        mode, version, dataDir, resourcesDir, key, log, emit: pushes.emit,
        workers: { search: join(__dirname, 'search-worker.js'), paper: join(__dirname, 'paper-worker.js'), calls: join(__dirname, 'call-worker.js') },
        carrier: mode === 'training' ? { baseUrl: setting('CONSOLE_CARRIER_URL') ?? trainingCarrierUrl, token: 'WJ.desk-3.training-console-secret' } : null,
        fetch: carrier?.fetch ?? fetch, now: () => toInstant(Date.now()), newId: randomUUID, random: Math.random,
        printer: choosePrinterOf({ platform: process.platform, training: mode === 'training', cups: setting('CONSOLE_CUPS'), folder: setting('CONSOLE_PRINT_FOLDER') ?? join(tmpdir(), 'hall400-printed'), windows: windowsHands }),
        device: await openMachineSide(dataDir, safeStorage), leases: 'automatic',
        saveAs, passwordCost: 15,
        customerWindow: {
          show: (scene) => {
            if (main === null) return;
            customer.show();
            pushes.emit('customer/changed', scene);
          },
          close: customer.close,
        },
      });
      if (opened.ok) console = opened.value;
      return opened;
    },
    log,
  });

  serveRenderer(join(__dirname, '../renderer'));
  guardSession(session.defaultSession);
  const call = async <C extends RequestChannel>(channel: C, request: Request<C>): Promise<Answer<C>> => {
    if (channel.startsWith('setup/')) return desk.call(channel, request);
    await desk.opened();
    if (console === null || !console.isSetUp()) return { ok: false, error: { code: 'not-set-up' } };
    return (console.call as unknown as (channel: C, request: Request<C>) => Promise<Answer<C>>)(channel, request);
  };
  registerDoor({ ipcMain, guard, call, log, elapsed: () => performance.now() });
  main = admit(openWindow({ preloadPath }), 'console');
  main.once('closed', () => {
    main = null;
    customer.close();
  });
  void desk.start();
  powerMonitor.on('lock-screen', () => void (console?.call as CallService | undefined)?.('session/lock', undefined));
  app.on('second-instance', () => main?.focus());
  app.on('window-all-closed', () => app.quit());
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    ended = true;
    void Promise.allSettled([console?.close(), carrier?.stop()]).then(() => app.quit());
  });
}

function trainingCarrier(key: Uint8Array): TrainingCarrier {
  const args = ['--hall', 'WJ', '--time-scale', setting('CONSOLE_TIME_SCALE') ?? '8640', '--pool', setting('CONSOLE_POOL') ?? '2000000', '--seed', '1'];
  return startTrainingCarrier({
    modulePath: join(__dirname, 'carrier.js'), dataDir: join(dataDir, 'carrier'), resourcesDir, args, onExit: () => undefined,
    key: createHash('sha256').update('training carrier').update(key).digest('hex'),
  });
}

async function saveAs(fileName: string, bytes: Uint8Array): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: fileName });
  if (canceled || !filePath) return null;
  await writeFile(filePath, bytes, { mode: 0o600 });
  return filePath;
}
