/** Answers about long work that is under way. */
import type { tasks } from '#shared/domains/tasks/operations';
import type { Handlers } from '../../ipc/context';

export const tasksHandlers: Handlers<typeof tasks> = {
  cancel: async ({ workbench }, { task }) => ({ found: workbench.cancelTask(task) }),
};
