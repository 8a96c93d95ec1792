/** Everything that judges the source without running it: types, lint, borders, format. Each step runs even when another failed. */
import { pathToFileURL } from 'node:url';
import { tool } from './paths.mjs';
import { setUp } from './setup.mjs';

const steps = [
  ['types', () => tool('@typescript/native', ['-b'], { command: 'tsc' })],
  ['lint', () => tool('oxlint', ['--type-aware', '--deny-warnings', 'src', 'test', 'scripts'])],
  [
    'borders',
    () => tool('dependency-cruiser', ['--config', '.dependency-cruiser.mjs', 'src'], { command: 'depcruise' }),
  ],
  ['format', () => tool('prettier', ['--check', '--log-level', 'warn', 'src', 'test', 'scripts', '*.ts', '*.mjs'])],
];

/** @returns {Promise<{ passed: number, failed: number }>} how many of the steps found nothing to complain about */
export async function check() {
  const failed = [];
  for (const [name, step] of steps) {
    process.stdout.write(`check: ${name}\n`);
    if ((await step()) !== 0) failed.push(name);
  }
  process.stdout.write(failed.length === 0 ? 'check: all good\n' : `check: failed: ${failed.join(', ')}\n`);
  return { passed: steps.length - failed.length, failed: failed.length };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await setUp();
  process.exitCode = (await check()).failed === 0 ? 0 : 1;
}
