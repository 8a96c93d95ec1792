/** The local log of mistakes: where in the code and which kind of error, never what anybody typed. */
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

export type LogLine = {
  readonly at: string;
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number>>;
};
export type LocalLog = { write(line: LogLine): void };

/** Nothing is kept; for terminals and tests that look at answers only. */
export const silentLog: LocalLog = { write: () => undefined };

const largest = 1_048_576;

/** JSON lines in `folder/steward.log`; at 1 MiB the file becomes `steward.1.log`. */
export function fileLog(folder: string): LocalLog {
  const file = join(folder, 'steward.log');
  let last: Promise<void> = Promise.resolve();
  return {
    write: (line) => {
      last = last.then(async () => {
        try {
          await mkdir(folder, { recursive: true, mode: 0o700 });
          const size = await stat(file).then(
            (found) => found.size,
            () => 0,
          );
          if (size > largest) await rename(file, join(folder, 'steward.1.log'));
          await appendFile(file, `${JSON.stringify(line)}\n`, { mode: 0o600 });
        } catch {
          // A log that cannot be written must not stop the work; the incident id is still shown.
        }
      });
    },
  };
}

/** What may be kept of an error: its kind, its code and the places in our code. Messages may quote values, so they stay out. */
export function traceOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { kind: typeof error };
  const places = (error.stack ?? '')
    .split('\n')
    .filter((place) => /^\s+at /.test(place))
    .slice(0, 12);
  const code = (error as { code?: unknown }).code;
  return {
    kind: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    places: places.map((place) => place.trim()).join(' < '),
  };
}
