/** Asks this computer: fixed commands without a shell, each with a time limit, and files that everybody may read. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { UnknownReason } from '#shared/domains/devices/model';
import type { Heard, Probe, Said } from '#shared/domains/devices/posture';

const timeLimit = 10_000;
/** Posture fits in little; more is not what we asked for. */
const mostBytes = 1_048_576;

/** Answers in the system's own English, found where the system keeps its programs and nowhere else. */
function environment(): NodeJS.ProcessEnv {
  const kept = [
    'HOME',
    'USER',
    'XDG_RUNTIME_DIR',
    'DBUS_SESSION_BUS_ADDRESS',
    'SystemRoot',
    'SystemDrive',
    'windir',
    'TEMP',
  ];
  const systemRoot = process.env['SystemRoot'] ?? 'C:\\Windows';
  return {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    LC_ALL: 'C',
    PATH:
      process.platform === 'win32'
        ? `${systemRoot}\\System32;${systemRoot}\\System32\\WindowsPowerShell\\v1.0`
        : '/usr/bin:/bin:/usr/sbin:/sbin',
  };
}

/** Everything asked one after the other; what gave no answer says why. */
export async function hear(probes: readonly Probe[], signal: AbortSignal): Promise<Heard> {
  const heard: Record<string, Said> = {};
  for (const probe of probes) {
    signal.throwIfAborted();
    heard[probe.name] = 'file' in probe ? await readable(probe.file) : await run(probe.command, probe.args, signal);
  }
  return heard;
}

async function readable(file: string): Promise<Said> {
  try {
    return { text: await readFile(file, 'utf8') };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

function run(command: string, args: readonly string[], signal: AbortSignal): Promise<Said> {
  return new Promise((resolve) => {
    execFile(
      command,
      [...args],
      { timeout: timeLimit, maxBuffer: mostBytes, env: environment(), windowsHide: true, shell: false, signal },
      (error, stdout, stderr) => {
        const text = `${stdout}${stderr}`.replaceAll('\r\n', '\n');
        if (error === null) resolve({ text });
        else if (error.killed === true) resolve({ reason: 'timed-out' });
        // Some commands answer "no" with an exit code; the words are still there.
        else if (typeof error.code === 'number' && text.trim() !== '') resolve({ text });
        else resolve({ reason: reasonOf(error) });
      },
    );
  });
}

function reasonOf(error: unknown): UnknownReason {
  const { code } = error as { code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'not-found';
  if (code === 'EACCES' || code === 'EPERM') return 'no-permission';
  return 'unclear';
}
