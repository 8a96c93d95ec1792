/** Who is asking: the only place that takes messages from a page, and it refuses all senders but our own main frame. */
import { type BrowserWindow, ipcMain } from 'electron';
import type { Answer } from '#shared/kernel/failures';
import type { Topic, Topics } from '#shared/kernel/operations';
import { mayAsk } from './security';
import type { Caller } from './context';
import type { LocalLog } from './local-log';
import type { Serve } from './serve';

const askChannel = 'steward:ask';
const tellChannel = 'steward:tell';

type Parts = {
  readonly serve: Serve;
  readonly window: () => BrowserWindow | null;
  readonly caller: () => Caller;
  readonly log: LocalLog;
  readonly now: () => string;
};

export function listen({ serve, window, caller, log, now }: Parts): void {
  ipcMain.handle(askChannel, async (event, request: unknown): Promise<Answer<unknown>> => {
    const frame = event.senderFrame;
    const sender =
      frame === null
        ? null
        : { url: frame.url, isMainFrame: frame.parent === null, isOurWindow: event.sender === window()?.webContents };
    if (!mayAsk(sender)) {
      log.write({ at: now(), event: 'sender-refused', facts: {} });
      return { ok: false, failure: { code: 'forbidden', permission: 'ask' } };
    }
    const { domain, operation, input, task, alone } = fieldsOf(request);
    return serve({
      domain: typeof domain === 'string' ? domain : '',
      operation: typeof operation === 'string' ? operation : '',
      input,
      ...(alone === true ? { alone } : {}),
      ...(typeof task === 'string' && task.length <= 80 ? { task } : {}),
      caller: caller(),
    });
  });
}

/** Tells the page about one of the three topics. Nothing is said to a window that is gone. */
export function tell<T extends Topic>(window: BrowserWindow | null, topic: T, value: Topics[T]): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(tellChannel, topic, value);
}

/** Own properties only, whatever the page sent. */
function fieldsOf(request: unknown): Record<string, unknown> {
  return typeof request === 'object' && request !== null ? { ...request } : {};
}
