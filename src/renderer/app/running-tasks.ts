/** The long tasks under way in this window: what they are, where they were begun, how far they are. */
import { create } from 'zustand';
import type { Failure } from '#shared/kernel/failures';
import type { Progress } from '#shared/kernel/operations';

export type RunningTask = {
  readonly id: string;
  /** `customers.export` */
  readonly name: string;
  /** The part of the app it was begun in; its own pages show it there themselves. */
  readonly place: string;
  readonly begunAt: number;
  readonly progress: Progress | null;
  readonly isCancelling: boolean;
};

export type EndedTask = { readonly task: RunningTask; readonly at: number; readonly failure: Failure | null };

type RunningTasks = {
  readonly tasks: readonly RunningTask[];
  /** The one that ended last, for those who want to tell about it. */
  readonly ended: EndedTask | null;
  begin(id: string, name: string): void;
  moved(progress: Progress): void;
  cancelling(id: string, isCancelling: boolean): void;
  end(id: string, failure: Failure | null): void;
};

/** `#/imports/new` is a place of `imports`. */
export const placeOf = (hash: string): string => /^#\/([^/?]*)/.exec(hash)?.[1] ?? '';

export const useRunningTasks = create<RunningTasks>()((set) => {
  const change = (id: string, next: Partial<RunningTask>): void =>
    set(({ tasks }) => ({ tasks: tasks.map((task) => (task.id === id ? { ...task, ...next } : task)) }));
  return {
    tasks: [],
    ended: null,
    begin: (id, name) =>
      set(({ tasks }) => ({
        tasks: [
          ...tasks,
          { id, name, place: placeOf(window.location.hash), begunAt: Date.now(), progress: null, isCancelling: false },
        ],
      })),
    moved: (progress) => change(progress.task, { progress }),
    cancelling: (id, isCancelling) => change(id, { isCancelling }),
    end: (id, failure) =>
      set(({ tasks, ended }) => {
        const task = tasks.find((one) => one.id === id);
        return { tasks: tasks.filter((one) => one !== task), ended: task ? { task, at: Date.now(), failure } : ended };
      }),
  };
});
