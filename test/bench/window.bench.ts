/** The unlock screen of the built app, started several times: when it is painted, and how much script it loads first. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { firstScreen } from '#test/support/first-screen';
import { launchSteward } from '#test/support/launch';
import { testBench } from '#test/support/workbench';

const rounds = 5;
const targets = { painted: 1_000, kilobytes: 400 };

const folder = mkdtempSync(join(tmpdir(), 'steward-window-'));
try {
  const vault = join(folder, 'vault');
  await (await testBench('open', vault)).workbench.lock();
  const painted: number[] = [];
  let kilobytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const app = await launchSteward({
      userData: join(folder, `profile-${round}`),
      args: ['--keychain=off', `--vault=${vault}`],
    });
    await app.page.locator('input[type=password]').waitFor();
    const seen = await firstScreen(app.page);
    painted.push(seen.painted);
    kilobytes = seen.bytes / 1_000;
    await app.quit();
  }
  painted.sort((one, other) => one - other);
  const median = painted[Math.floor(rounds / 2)] ?? Infinity;
  const range = `${Math.round(painted[0] ?? 0)} to ${Math.round(painted.at(-1) ?? 0)}`;
  for (const [name, value, target, more] of [
    ['first paint of the unlock screen, ms', median, targets.painted, `, ${rounds} starts: ${range}`],
    ['scripts before it, kB gzip', kilobytes, targets.kilobytes, ''],
  ] as const) {
    if (value > target) process.exitCode = 1;
    process.stdout.write(
      `  ${value <= target ? 'ok  ' : 'OVER'}  ${name}: ${Math.round(value)} (target ${target})${more}\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
