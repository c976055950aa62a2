import { BrowserWindow, screen } from 'electron';
import { pagePreferences } from './open-window.ts';
import { customerUrl } from './origin.ts';

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** All of another display than the console's; where there is one display only, a window in its right half. */
export function customerPlace(displays: readonly { readonly bounds: Box; readonly workArea: Box }[], console: Box): { readonly box: Box; readonly frame: boolean } {
  const [x, y] = [console.x + console.width / 2, console.y + console.height / 2];
  const holdsConsole = ({ bounds }: { readonly bounds: Box }): boolean => x >= bounds.x && x < bounds.x + bounds.width && y >= bounds.y && y < bounds.y + bounds.height;
  const other = displays.find((display) => !holdsConsole(display));
  if (other !== undefined && displays.some(holdsConsole)) return { box: other.bounds, frame: false };
  const area = (displays.find(holdsConsole) ?? displays[0])?.workArea ?? console;
  const width = Math.floor(area.width / 2);
  return { box: { x: area.x + area.width - width, y: area.y, width, height: area.height }, frame: true };
}

/** The window turned to the customer. It never takes the focus: the clerk goes on typing in the console. */
export function openCustomerWindow({ preloadPath, beside }: { readonly preloadPath: string; readonly beside: BrowserWindow }): BrowserWindow {
  const { box, frame } = customerPlace(screen.getAllDisplays(), beside.getBounds());
  const window = new BrowserWindow({ title: '400 号码', ...box, frame, show: false, backgroundColor: '#ffffff', webPreferences: pagePreferences(preloadPath) });
  window.once('ready-to-show', () => window.showInactive());
  void window.loadURL(customerUrl);
  return window;
}

/** At most one customer's window. `closedByHand`: somebody closed it who is not the console. */
export function keepCustomerWindow(open: () => BrowserWindow, closedByHand: () => void): { readonly show: () => void; readonly close: () => void } {
  let current: BrowserWindow | null = null;
  return {
    show: () => {
      if (current !== null) return;
      const window = open();
      current = window;
      window.once('closed', () => {
        if (current !== window) return;
        current = null;
        closedByHand();
      });
    },
    close: () => {
      const window = current;
      current = null;
      window?.close();
    },
  };
}
