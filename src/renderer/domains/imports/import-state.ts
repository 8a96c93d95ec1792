/** The import under way: the file looked at, what was decided, and the run itself. It goes on when somebody looks at another page. */
import { create } from 'zustand';
import type { Delimiter, Encoding, ImportLook, ImportReport, ProfileName } from '#shared/domains/imports/model';
import type { Failure } from '#shared/kernel/failures';
import type { Progress } from '#shared/kernel/operations';
import { ask, failureOf, listen } from '../../app/ask';
import { type Decisions, dropUndecided, toColumns } from './mapping';

export type Options = {
  readonly profile: ProfileName | 'auto';
  readonly encoding: Encoding | 'auto';
  readonly delimiter: Delimiter | 'auto';
  readonly sheet?: string;
  readonly defaultCountry?: string;
  readonly sameEmailOtherName: 'keep-apart' | 'merge';
};

type ImportState = {
  readonly look: ImportLook | null;
  readonly decisions: Decisions;
  readonly options: Options;
  readonly isLooking: boolean;
  readonly failure: Failure | null;
  readonly run: {
    readonly task: string;
    readonly fileName: string;
    readonly progress: Progress | null;
    readonly isCancelling: boolean;
  } | null;
  /** Asks for a file and looks into it; false when nobody chose one. */
  choose(): Promise<boolean>;
  decide(column: number, field: string | null): void;
  dropRest(): void;
  setOptions(options: Partial<Options>): void;
  start(): Promise<ImportReport | null>;
  cancel(): void;
  forget(): void;
};

const freshOptions: Options = {
  profile: 'auto',
  encoding: 'auto',
  delimiter: 'auto',
  sameEmailOtherName: 'keep-apart',
};
const fresh = { look: null, decisions: {}, options: freshOptions, isLooking: false, failure: null, run: null } as const;

/** Only the answer to the latest look counts. */
let looks = 0;

export const useImportState = create<ImportState>()((set, get) => {
  async function lookAgain(): Promise<void> {
    const { look, options, decisions } = get();
    if (look === null) return;
    const turn = (looks += 1);
    set({ isLooking: true, failure: null });
    try {
      const again = await ask('imports', 'look', {
        file: look.file,
        options,
        columns: toColumns(look.columns, decisions),
      });
      // What the look says about a column must stay a suggestion: our decisions would come back as its own.
      if (turn === looks) set({ look: { ...again, columns: keptSuggestions(look, again) }, isLooking: false });
    } catch (error) {
      if (turn === looks) set({ isLooking: false, failure: failureOf(error) });
    }
  }
  let later: ReturnType<typeof setTimeout> | undefined;
  const lookSoon = (): void => {
    clearTimeout(later);
    later = setTimeout(() => void lookAgain(), 200);
  };
  return {
    ...fresh,
    choose: async () => {
      const turn = (looks += 1);
      set({ isLooking: true, failure: null });
      try {
        const look = await ask('imports', 'look', { options: freshOptions });
        if (turn === looks) set({ look, decisions: {}, options: freshOptions, isLooking: false });
        return true;
      } catch (error) {
        const failure = failureOf(error);
        const changedMind = failure.code === 'unavailable' && failure.resource === 'cancelled';
        set({ isLooking: false, failure: changedMind ? null : failure });
        return false;
      }
    },
    decide: (column, field) => {
      set({ decisions: { ...get().decisions, [column]: field } });
      lookSoon();
    },
    dropRest: () => {
      const { look, decisions } = get();
      if (look) set({ decisions: dropUndecided(look.columns, decisions) });
      lookSoon();
    },
    setOptions: (options) => {
      // Other headers, other columns: what was decided about the old ones means nothing.
      const rereads = ['encoding', 'delimiter', 'sheet', 'profile'].some((name) => name in options);
      set({
        options: { ...get().options, ...options },
        ...(rereads ? { decisions: {}, look: withoutColumns(get().look) } : {}),
      });
      if (rereads) void lookAgain();
      else lookSoon();
    },
    start: async () => {
      const { look, decisions, options } = get();
      if (look === null || get().run !== null) return null;
      const task = crypto.randomUUID();
      set({ run: { task, fileName: look.fileName, progress: null, isCancelling: false }, failure: null });
      const stop = listen('progress', (progress) => {
        const { run } = get();
        if (progress.task === task && run) set({ run: { ...run, progress } });
      });
      try {
        const report = await ask(
          'imports',
          'run',
          { file: look.file, columns: toColumns(look.columns, decisions), options },
          task,
        );
        set({ ...fresh });
        return report;
      } catch (error) {
        const failure = failureOf(error);
        set({ run: null, failure });
        return null;
      } finally {
        stop();
      }
    },
    cancel: () => {
      const { run } = get();
      if (run === null) return;
      set({ run: { ...run, isCancelling: true } });
      void ask('tasks', 'cancel', { task: run.task });
    },
    forget: () => {
      looks += 1;
      clearTimeout(later);
      set({ ...fresh, run: get().run });
    },
  };
});

/** After a re-read in another encoding the old columns are not sent back as decisions. */
const withoutColumns = (look: ImportLook | null): ImportLook | null =>
  look === null ? null : { ...look, columns: [] };

function keptSuggestions(before: ImportLook, after: ImportLook): ImportLook['columns'] {
  const known = new Map(before.columns.map((column) => [column.index, column]));
  return after.columns.map((column) => {
    const old = known.get(column.index);
    return old && old.header === column.header
      ? { ...column, field: old.field, decision: old.decision, because: old.because }
      : column;
  });
}

// Samples of the file must not stay in memory after the vault was locked.
listen('session', ({ state }) => {
  if (state !== 'open') useImportState.getState().forget();
});
