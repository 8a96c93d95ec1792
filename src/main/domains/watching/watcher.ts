/** Looks at the trail by itself, a moment after something was asked; never in anybody's way. */
import { AppError } from '#shared/kernel/failures';
import { traceOf } from '../../ipc/local-log';
import type { Serve } from '../../ipc/serve';
import type { Workbench } from '../../ipc/workbench';
import { look } from './look';

/** A burst of requests is looked at once. */
const wait = 2_000;

/** The same serve; after each answer the watch goes on where it was. */
export function watchful(workbench: Workbench, serve: Serve): Serve {
  let soon: NodeJS.Timeout | undefined;
  return async (request) => {
    const answer = await serve(request);
    if (soon === undefined && workbench.opened() !== null) {
      soon = setTimeout(() => {
        soon = undefined;
        void lookBehind(workbench);
      }, wait);
      soon.unref();
    }
    return answer;
  };
}

async function lookBehind(workbench: Workbench): Promise<void> {
  if (workbench.opened() === null) return;
  // As a task it is stopped and waited for when the vault is locked.
  const running = workbench.startTask(undefined);
  try {
    await look(workbench, running.signal);
  } catch (error) {
    // Locked or stopped meanwhile: the next look goes on. Anything else is a mistake, to be found in the log.
    if (!(error instanceof AppError))
      workbench.log.write({ at: workbench.clock.now(), event: 'watching-failed', facts: traceOf(error) });
  } finally {
    running.end();
  }
}
