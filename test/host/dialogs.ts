/** Electron's `dialog`: answered from the test's queue, or, when a person runs the stand-in, by the terminal it was started from. */
import { existsSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { controlled, onOrder, report, type DialogKind } from './control.ts';
import { strict } from './strict.ts';

const queue: { dialog: DialogKind; answer: unknown }[] = [];
onOrder('answer', ({ dialog: kind, answer }) => queue.push({ dialog: kind, answer }));

type Options = {
  title?: string;
  message?: string;
  detail?: string;
  buttons?: string[];
  cancelId?: number;
  defaultId?: number;
  defaultPath?: string;
  properties?: string[];
};

/** Dialogs take an optional window first; it makes no difference here. */
const optionsOf = (values: unknown[]): Options => (values.length > 1 ? values[1] : (values[0] ?? {})) as Options;

async function answered<Answer>(
  kind: DialogKind,
  values: unknown[],
  byHand: (options: Options) => Promise<Answer>,
): Promise<Answer> {
  const options = optionsOf(values);
  report({ did: 'dialog', dialog: kind, options: JSON.parse(JSON.stringify(options)) });
  if (!controlled) return byHand(options);
  const next = queue.shift();
  if (!next) throw new Error(`${kind} was opened and the test queued no answer for it`);
  if (next.dialog !== kind) throw new Error(`${kind} was opened but the test expected ${next.dialog}`);
  return next.answer as Answer;
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const line = await terminal.question(question);
  terminal.close();
  return line.trim();
}

function freePath(wanted: string | undefined): string {
  const documents = join(homedir(), 'Documents');
  const path = join(existsSync(documents) ? documents : homedir(), basename(wanted ?? 'steward-export'));
  const ending = extname(path);
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? path : `${path.slice(0, path.length - ending.length)} (${count})${ending}`;
    if (!existsSync(candidate)) return candidate;
  }
}

type Opened = { canceled: boolean; filePaths: string[] };

/** What the app asks for; Electron has more, and another one would be passed over in silence. */
const openProperties = ['openFile', 'openDirectory', 'createDirectory'];

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

export const dialog = strict('dialog', {
  showOpenDialog: async (...values: unknown[]) => {
    const { properties = [] } = optionsOf(values);
    const unknown = properties.find((property) => !openProperties.includes(property));
    if (unknown !== undefined) throw new Error(`the Electron stand-in does not have showOpenDialog's ${unknown}`);
    const wantsFolder = properties.includes('openDirectory');
    const answer: Opened = await answered<Opened>('showOpenDialog', values, async ({ title }) => {
      const path = await ask(`${title ?? 'Open'}: path of the ${wantsFolder ? 'folder' : 'file'} (empty cancels): `);
      if (path === '') return { canceled: true, filePaths: [] };
      if (!wantsFolder || isFolder(path)) return { canceled: false, filePaths: [path] };
      process.stderr.write(`there is no folder ${path}\n`);
      return { canceled: true, filePaths: [] };
    });
    // A dialog for folders cannot be answered with anything else.
    const other = wantsFolder ? answer.filePaths.find((path) => !isFolder(path)) : undefined;
    if (other !== undefined) throw new Error(`showOpenDialog was to give a folder, not ${other}`);
    return answer;
  },
  showSaveDialog: (...values: unknown[]) =>
    answered('showSaveDialog', values, async ({ defaultPath }) => {
      const filePath = freePath(defaultPath);
      process.stderr.write(`saving to ${filePath}\n`);
      return { canceled: false, filePath };
    }),
  showMessageBox: (...values: unknown[]) =>
    answered('showMessageBox', values, async ({ message, detail, buttons = ['OK'], cancelId = 0 }) => {
      const choices = buttons.map((button, index) => `  ${index + 1} ${button}`).join('\n');
      const choice = Number(await ask(`${message ?? ''}\n${detail ?? ''}\n${choices}\nnumber (empty cancels): `)) - 1;
      return { response: buttons[choice] === undefined ? cancelId : choice, checkboxChecked: false };
    }),
  showErrorBox(title: string, content: string) {
    report({ did: 'dialog', dialog: 'showErrorBox', options: { title, content } });
    process.stderr.write(`${title}: ${content}\n`);
  },
});
