/** Menus are built but not drawn, and accelerators do not fire: tests click items, shortcuts live in the renderer. */
import { EventEmitter } from 'node:events';
import { emulated } from '../not-emulated.ts';
import { BrowserWindow } from '../window/browser-window.ts';
import { app } from './app.ts';

type ItemOptions = {
  readonly id?: string; readonly label?: string; readonly role?: string; readonly type?: string; readonly enabled?: boolean;
  readonly accelerator?: string; readonly submenu?: readonly ItemOptions[];
  readonly click?: (item: MenuItem, window: BrowserWindow | null, event: object) => void;
};

export class MenuItem {
  readonly id: string | undefined;
  readonly label: string;
  readonly role: string | undefined;
  readonly submenu: Menu | null;
  readonly click: () => void;
  enabled: boolean;

  constructor(options: ItemOptions) {
    this.id = options.id;
    this.label = options.label ?? '';
    this.role = options.role;
    this.enabled = options.enabled ?? true;
    this.submenu = options.submenu ? Menu.buildFromTemplate(options.submenu) : null;
    this.click = () => {
      if (options.click) options.click(this, BrowserWindow.getFocusedWindow(), {});
      else if (options.role === 'quit') app.quit();
    };
  }
}

let applicationMenu: Menu | null = null;

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void { this.items.push(item); }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const hit = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (hit) return hit;
    }
    return null;
  }

  static buildFromTemplate(template: readonly ItemOptions[]): Menu {
    const menu = new Menu();
    for (const options of template) menu.append(new MenuItem(options));
    return emulated('Menu', menu);
  }

  static setApplicationMenu(menu: Menu | null): void { applicationMenu = menu; }
  static getApplicationMenu(): Menu | null { return applicationMenu; }
}
