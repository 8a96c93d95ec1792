/** The stand-in keeps Electron's promises: its refusals are tried for real, on a stock Chromium, with a small sample app. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchSteward, startStandIn, type LaunchedApp } from '#test/support/launch';

const appPath = join(import.meta.dirname, 'fixtures/sample');
const userData = mkdtempSync(join(tmpdir(), 'steward-host-test-'));
let app: LaunchedApp;

beforeAll(async () => {
  process.env['STEWARD_HOST'] = 'stand-in';
  app = await launchSteward({ userData, appPath });
  await app.page.waitForFunction(() => 'answer' in globalThis);
});
afterAll(async () => {
  await app.quit();
  rmSync(userData, { recursive: true, force: true });
});

/** Calls the sample's bridge in the page. */
const ask = (channel: string, ...values: unknown[]) =>
  app.page.evaluate(([name, given]) => (globalThis as any).sample.ask(name, ...(given as unknown[])), [
    channel,
    values,
  ] as const);

describe('the line between page and main', () => {
  test('values cross as structured clones, in both directions', async () => {
    const seen = await app.page.evaluate(async () => {
      const loop: any = { list: [1, 'two', null, undefined, -0, Number.NaN, 2n ** 70n] };
      loop.self = loop;
      const { value } = await (globalThis as any).sample.ask('echo', {
        loop,
        at: new Date(5),
        map: new Map([['key', new Set([1])]]),
        bytes: new Uint8Array([0, 255]),
        text: 'é\u0000😀',
        __proto__: undefined,
      });
      return {
        self: value.loop.self === value.loop,
        list: value.loop.list,
        at: value.at instanceof Date && Number(value.at),
        map: value.map instanceof Map && [...value.map.get('key')],
        bytes: value.bytes instanceof Uint8Array && [...value.bytes],
        text: value.text,
      };
    });
    expect(seen).toEqual({
      self: true,
      list: [1, 'two', null, undefined, -0, Number.NaN, 2n ** 70n],
      at: 5,
      map: [1],
      bytes: [0, 255],
      text: 'é\u0000😀',
    });
  });

  test('a function cannot be sent to main, nor come back from it', async () => {
    await expect(app.page.evaluate(() => (globalThis as any).sample.ask('echo', { run: () => 1 }))).rejects.toThrow(
      /could not be cloned/,
    );
    await expect(ask('function')).rejects.toThrow(/Error invoking remote method 'function': .*could not be cloned/);
  });

  test('what a handler throws arrives as Electron words it', async () => {
    await expect(ask('fail')).rejects.toThrow("Error invoking remote method 'fail': TypeError: no luck");
    await expect(ask('nobody')).rejects.toThrow(
      "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'",
    );
  });

  test('main sees the app:// address, and tells the main frame from a frame inside it', async () => {
    expect(await app.invokeFrom('main', 'echo', 1)).toEqual({
      value: 1,
      sender: { url: 'app://bundle/index.html', origin: 'app://bundle', isTop: true },
      isOurWindow: true,
      isMainFrame: true,
    });
    expect(await app.invokeFrom('child', 'echo', 2)).toEqual({
      value: 2,
      sender: { url: 'app://bundle/frame.html', origin: 'app://bundle', isTop: false },
      isOurWindow: true,
      isMainFrame: false,
    });
  });

  test('the preload lives in a world of its own; functions it exposes answer at once', async () => {
    expect(
      await app.page.evaluate(() => {
        const { sample, hidden } = globalThis as any;
        return {
          sum: sample.sum(1, 2),
          twice: sample.twice((value: number) => value + 1),
          hidden,
          isFrozen: Object.isFrozen(sample),
          process: sample.typeOfProcess,
        };
      }),
    ).toEqual({ sum: 3, twice: 3, hidden: undefined, isFrozen: true, process: 'undefined' });
    expect(await app.page.frames()[1]?.evaluate(() => 'sample' in globalThis)).toBe(false);
  });

  test('events reach the page until it stops listening', async () => {
    await app.emitPower('suspend');
    await app.page.waitForFunction(() => (globalThis as any).heard.length === 1);
    expect(await app.page.evaluate(() => (globalThis as any).heard.splice(0))).toEqual([['suspend']]);
    await app.page.evaluate(() => (globalThis as any).stop());
    await app.emitPower('suspend');
    await ask('log');
    expect(await app.page.evaluate(() => (globalThis as any).heard)).toEqual([]);
    await app.page.evaluate(() =>
      (globalThis as any).sample.listen((...values: unknown[]) => (globalThis as any).heard.push(values)),
    );
  });

  test('a call takes about a millisecond', async () => {
    const median = await app.page.evaluate(async () => {
      const times: number[] = [];
      for (let index = 0; index < 100; index += 1) {
        const begun = performance.now();
        await (globalThis as any).sample.ask('log');
        times.push(performance.now() - begun);
      }
      return times.toSorted((left, right) => left - right)[50]!;
    });
    expect(median).toBeLessThan(10);
  });
});

describe('refusals', () => {
  test('the content security policy of the response holds', async () => {
    expect(await app.page.evaluate(() => 'inlineRan' in globalThis)).toBe(false);
    expect(app.consoleErrors.join('\n')).toMatch(/inline script violates/);
    expect(await app.page.evaluate(() => getComputedStyle(document.querySelector('h1')!).color)).toBe('rgb(1, 2, 3)');
  });

  test('the network is out of reach, and every try is noted', async () => {
    const failed = await app.page.evaluate(() => fetch('/nothing.json').then((response) => response.status));
    expect(failed).toBe(404);
    // The frame has no content security policy, so only the interception is left to stop it.
    const reached = await app.page.frames()[1]?.evaluate(() =>
      fetch('https://example.com/data').then(
        () => true,
        () => false,
      ),
    );
    expect(reached).toBe(false);
    await expect.poll(() => app.networkAttempts).toContain('https://example.com/data');
  });

  test('leaving the app is shown to will-navigate and prevented', async () => {
    for (const leave of ['https://example.com/', 'about:blank']) {
      await app.page.evaluate((url) => void location.assign(url), leave);
      await expect.poll(() => ask('log').catch(() => [])).toContainEqual(['will-navigate', leave]);
      await expect.poll(() => app.page.url()).toMatch(/\/index\.html$/);
    }
  });

  test('a new window is shown to the handler and denied', async () => {
    await app.page.waitForLoadState();
    await app.page.click('#popup');
    await expect.poll(() => ask('log').catch(() => [])).toContainEqual(['window-open', 'https://example.com/popup']);
    await expect.poll(() => app.page.context().pages().length).toBe(1);
  });

  test('the permission handlers are asked and their no is kept', async () => {
    expect(await ask('log')).toContainEqual(['permission', 'geolocation']);
    expect(
      await app.page.evaluate(async () => (await navigator.permissions.query({ name: 'geolocation' })).state),
    ).toBe('denied');
  });

  test('a member that is not there throws its name; a window without a sandbox is refused', async () => {
    await expect(ask('unknown-member')).rejects.toThrow(/does not have app\.dock/);
    await expect(ask('insecure-window')).rejects.toThrow(/refuses a window with sandbox: false/);
    await expect(app.page.evaluate(() => (globalThis as any).sample.missing())).rejects.toThrow(
      /does not have ipcRenderer\.sendSync/,
    );
  });
});

describe('dialogs and printing', () => {
  test('a dialog without a queued answer is an error, with one it is that answer', async () => {
    await expect(ask('ask-file')).rejects.toThrow(/queued no answer/);
    await app.answerDialog('showOpenDialog', { canceled: false, filePaths: ['/a/b.csv'] });
    expect(await ask('ask-file')).toEqual({ canceled: false, filePaths: ['/a/b.csv'] });
    expect(await app.dialogs()).toContainEqual({ dialog: 'showOpenDialog', options: { title: 'A file' } });
  });

  test('a dialog for folders gives folders only, and an unknown property is a gap', async () => {
    const answer = { canceled: false, filePaths: [userData] };
    await app.answerDialog('showOpenDialog', answer);
    expect(await ask('ask-folder')).toEqual(answer);
    await app.answerDialog('showOpenDialog', { canceled: false, filePaths: [join(userData, 'nowhere')] });
    await expect(ask('ask-folder')).rejects.toThrow(/was to give a folder/);
    await expect(ask('ask-folder', 'treatPackageAsDirectory')).rejects.toThrow(/does not have showOpenDialog's/);
  });

  const hasPdfTools = spawnSync('pdfinfo', ['-v']).error === undefined;
  test.skipIf(!hasPdfTools)('printToPDF makes a tagged PDF of the page', async () => {
    const path = join(userData, 'page.pdf');
    await ask('print', path);
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-');
    expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' })).toContain('Sample page');
    expect(execFileSync('pdfinfo', [path], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
  });
});

describe('a second launch', () => {
  test('is told no, and the first hears its words', async () => {
    const second = startStandIn({ userData, appPath, args: ['--open=this'] });
    let output = '';
    second.stdout?.on('data', (data) => (output += String(data)));
    const [code] = await once(second, 'exit');
    expect({ code, output }).toEqual({ code: 0, output: 'second\n' });
    await app.page.waitForFunction(() => (globalThis as any).heard.length > 0);
    expect(await app.page.evaluate(() => (globalThis as any).heard.at(-1))).toEqual([
      'second-instance',
      '--open=this',
      expect.any(String),
      { extra: 'data' },
    ]);
  });

  test('a lock left by a killed process does not shut the next one out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'steward-host-test-'));
    const killed = await launchSteward({ userData: folder, appPath });
    process.kill(killed.pid, 'SIGKILL');
    await killed.quit();
    const next = await launchSteward({ userData: folder, appPath });
    expect(next.page.url()).toMatch(/index\.html$/);
    expect([await next.quit(), next.output()]).toEqual([0, '']);
    rmSync(folder, { recursive: true, force: true });
  });
});
