/**
 * The whole test run: set-up, build, checks, unit and integration tests (Vitest), end-to-end tests (Playwright).
 * Every step runs even when one before it failed; the last line sums all runners up.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { findElectron } from './find-electron.mjs';
import { runWithKeyring } from './keyring.mjs';
import { commandFile, nodeBinary, onPath, root } from './paths.mjs';
import { setUp } from './setup.mjs';

const results = join(root, 'test-results');
const total = { passed: 0, failed: 0, skipped: 0 };
/** What failed or needed a second chance, told once more at the end, where people look. */
const remarks = [];

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** Sums one runner's report; a runner that ended badly without naming a failed test, or left no report, counts as one failure. */
function addReport(code, file, read) {
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, 'utf8'))) : { failed: 1 };
  add(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);
}

async function runVitest() {
  const file = join(results, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runWithKeyring(nodeBinary, [commandFile('vitest'), ...args], { input: 'ignore' });
  addReport(code, file, (report) => {
    for (const { name, status, message, assertionResults } of report.testResults) {
      const failed = assertionResults.filter((test) => test.status === 'failed');
      if (status === 'failed' && failed.length === 0) remarks.push(`failed: ${relative(root, name)}\n${message}`);
      for (const test of failed)
        remarks.push(`failed: ${relative(root, name)}: ${test.fullName}\n${test.failureMessages.join('\n')}`);
    }
    const crashedFiles = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + crashedFiles.length,
      skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    };
  });
}

async function runPlaywright() {
  const folder = join(root, 'test/e2e');
  if (!existsSync(folder) || !readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.e2e.ts')))
    return;
  const file = join(results, 'playwright.json');
  const args = [commandFile('@playwright/test', 'playwright'), 'test', '--config', 'playwright.config.ts'];
  const needsDisplay =
    process.platform === 'linux' && findElectron() && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
  const [program, ...words] =
    needsDisplay && onPath('xvfb-run') ? ['xvfb-run', '-a', nodeBinary, ...args] : [nodeBinary, ...args];
  const code = await runWithKeyring(program, words, { input: 'ignore', env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } });
  addReport(code, file, ({ stats, suites }) => {
    for (const { title, file: place, tests } of specsOf(suites))
      for (const { status, results: runs } of tests)
        if (status === 'unexpected' || status === 'flaky')
          remarks.push(
            `${status === 'flaky' ? 'needed a second chance' : 'failed'}: ${place}: ${title}\n${runs.find(({ error }) => error)?.error.message ?? ''}`,
          );
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** Every test of Playwright's nested report. */
function specsOf(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [...specs, ...specsOf(inner)]);
}

let finished = false;
// However this ends (a set-up that stops included), the last line is the sum.
process.on('exit', () => {
  if (!finished) add({ failed: 1 });
  for (const remark of remarks) process.stdout.write(`\n${remark.slice(0, 2_000)}\n`);
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
});

await setUp({ browser: true, test: true });
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
for (const target of ['app', 'cli']) if (!(await build(target, { endOnFailure: false }))) add({ failed: 1 });
add(await check());
await runVitest();
await runPlaywright();
finished = true;
process.exitCode = total.failed === 0 ? 0 : 1;
