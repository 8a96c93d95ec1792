/** The system's own dialogs for choosing files and folders; a page cannot press their buttons. */
import { type BrowserWindow, dialog } from 'electron';
import type { FileKind } from '../ipc/context';
import type { Dialogs } from '../ipc/workbench';

const filtersOf = (kinds: readonly FileKind[]) =>
  kinds.map((kind) => ({ name: kind.name, extensions: [...kind.extensions] }));

export function systemDialogs(window: () => BrowserWindow | null): Dialogs {
  return {
    openFile: async (kinds) => {
      const options = { properties: ['openFile' as const], filters: filtersOf(kinds) };
      const parent = window();
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    openFolder: async (startsIn) => {
      const options = { defaultPath: startsIn, properties: ['openDirectory' as const, 'createDirectory' as const] };
      const parent = window();
      const answer = await (parent ? dialog.showOpenDialog(parent, options) : dialog.showOpenDialog(options));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    saveFile: async (suggestedName, kinds) => {
      const options = { defaultPath: suggestedName, filters: filtersOf(kinds) };
      const parent = window();
      const answer = await (parent ? dialog.showSaveDialog(parent, options) : dialog.showSaveDialog(options));
      return answer.canceled || !answer.filePath ? null : answer.filePath;
    },
  };
}
