/** The line to the process that started the host (Node's own IPC channel, no port): dialog answers and power events in, what happened out. */

export type ToHost =
  | { do: 'answer'; dialog: DialogKind; answer: unknown }
  | { do: 'power'; event: 'suspend' | 'lock-screen' | 'resume' | 'unlock-screen' }
  | { do: 'idle'; seconds: number }
  | { do: 'send-from'; frame: string; channel: string; values: unknown[]; id: number }
  | { do: 'quit' };
export type FromHost =
  | { did: 'window'; endpoint: string }
  | { did: 'console'; text: string }
  | { did: 'network'; url: string }
  | { did: 'dialog'; dialog: DialogKind; options: unknown }
  | { did: 'open'; what: string }
  | { did: 'sent-from'; id: number; answer: unknown; error?: string };
export type DialogKind = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox';

/** True under a test: dialogs need a queued answer, and nothing waits for a person. */
export const controlled = process.send !== undefined;

/** Tells the test what happened; nobody listens in interactive use. */
export function report(message: FromHost): void {
  if (process.connected) process.send?.(message);
}

/** Calls `hear` for each order of this kind. */
export function onOrder<Kind extends ToHost['do']>(
  kind: Kind,
  hear: (order: Extract<ToHost, { do: Kind }>) => void,
): void {
  process.on('message', (message: ToHost) => {
    if (message.do === kind) hear(message as Extract<ToHost, { do: Kind }>);
  });
}
