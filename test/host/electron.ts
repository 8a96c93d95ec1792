/**
 * What `import … from 'electron'` gives main under the stand-in: these members and no others (docs/host.md has the table).
 * An import of anything else fails to link; a member that is not there throws, naming itself.
 */
import { onOrder, report } from './control.ts';
import { strict, StrictEmitter } from './strict.ts';

export { app } from './app.ts';
export { ipcMain } from './contents.ts';
export { dialog } from './dialogs.ts';
export { protocol, session } from './session.ts';
export { BrowserWindow } from './window.ts';

let idleSeconds = 0;
const power = new StrictEmitter('powerMonitor', ['suspend', 'resume', 'lock-screen', 'unlock-screen']);
onOrder('power', ({ event }) => power.emit(event));
onOrder('idle', ({ seconds }) => (idleSeconds = seconds));
export const powerMonitor = strict('powerMonitor', Object.assign(power, { getSystemIdleTime: () => idleSeconds }));

const opened = (how: string, what: string) => {
  report({ did: 'open', what: `${how} ${what}` });
  process.stderr.write(`the Electron stand-in does not open other programs: ${how} ${what}\n`);
};
export const shell = strict('shell', {
  // eslint-disable-next-line require-await
  openExternal: async (url: string) => opened('openExternal', url),
  openPath: async (path: string) => {
    opened('openPath', path);
    return '';
  },
  showItemInFolder: (path: string) => opened('showItemInFolder', path),
});

/** Menus are built and kept, never drawn; clicking an item is the test's or nobody's. */
class StandInMenu {
  readonly items: object[];
  constructor(items: object[]) {
    this.items = items;
  }
}
let applicationMenu: StandInMenu | null = null;
export const Menu = strict('Menu', {
  buildFromTemplate: (template: object[]) => new StandInMenu(template),
  setApplicationMenu: (menu: StandInMenu | null) => void (applicationMenu = menu),
  getApplicationMenu: () => applicationMenu,
});

export const nativeTheme = strict(
  'nativeTheme',
  Object.assign(new StrictEmitter('nativeTheme', ['updated']), { shouldUseDarkColors: false, themeSource: 'system' }),
);

let copied = '';
export const clipboard = strict('clipboard', {
  writeText: (text: string) => void (copied = text),
  readText: () => copied,
  clear: () => void (copied = ''),
});
