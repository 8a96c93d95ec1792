/** The duties from a terminal: what applies, what is recorded, what shows it, what is due, and a law that is refused. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const program = join(process.cwd(), 'out/cli/index.js');
const root = mkdtempSync(join(tmpdir(), 'steward-cli-duties-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const env: NodeJS.ProcessEnv = {
  ...process.env,
  INIT_CWD: root,
  DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent',
  STEWARD_PASSPHRASE: 'terminal passphrase of a test',
};
const steward = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args, '--vault', 'vault'], {
    env,
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
};
const said = <T>(...args: string[]): T => {
  const ran = steward(...args, '--json');
  expect([args, ran.err, ran.code]).toEqual([args, '', 0]);
  return JSON.parse(ran.out) as T;
};
const no = (...args: string[]) => {
  const ran = steward(...args, '--json');
  expect([args, ran.code, ran.out]).toEqual([args, 1, '']);
  return (JSON.parse(ran.err) as { error: { code: string; rule?: string; message: string } }).error;
};

beforeAll(() => {
  said('init');
});

describe('the duties from a terminal', () => {
  it('are answered, recorded, shown and due', () => {
    expect(said<unknown[]>('applicability', 'questions').length).toBeGreaterThan(20);
    expect(said<{ next: { kind: string } }>('obligations', 'next').next.kind).toBe('answer-question');
    said('applicability', 'answer', 'gdpr:q-decides', 'yes');
    said('applicability', 'answer', 'ccpa:q-consumers', '100000');
    const decisions = said<{ regulation: string; applies: string }[]>('applicability', 'decisions');
    expect(decisions.filter(({ applies }) => applies === 'yes').map(({ regulation }) => regulation)).toEqual(
      expect.arrayContaining(['gdpr', 'ccpa']),
    );

    expect(no('obligations', 'record', 'gdpr:art-30.1', '--state', 'not-applicable')).toMatchObject({
      rule: 'obligations.reason-needed',
    });
    expect(
      said(
        'obligations',
        'record',
        'gdpr:art-30.1',
        '--state',
        'in-place',
        '--owner',
        'Ina',
        '--reviewed',
        '2020-01-31',
      ),
    ).toMatchObject({ revision: 1, state: 'expired' });
    // What is not said again stays as it was.
    expect(said('obligations', 'record', 'gdpr:art-30.1', '--reviewed', 'none')).toMatchObject({
      revision: 2,
      state: 'in-place',
    });
    writeFileSync(join(root, 'record.txt'), 'what we do with data');
    const { id } = said<{ id: string }>(
      'evidence',
      'add',
      'record.txt',
      '--for',
      'gdpr:art-30.1',
      '--for',
      'ccpa:CC-01',
      '--for',
      'measure:training',
      '--expires',
      '2099-12-31',
    );
    expect(said('obligations', 'show', 'gdpr:art-30.1')).toMatchObject({
      state: 'evidenced',
      owner: 'Ina',
      linked: [{ id }],
    });
    expect(said<{ state: string }[]>('obligations', 'list', '--state', 'evidenced').length).toBeGreaterThan(1);
    expect(
      said<{ measure: string; evidence: number }[]>('obligations', 'measures').find(
        ({ measure }) => measure === 'training',
      )?.evidence,
    ).toBe(1);

    expect(said<{ items: unknown[] }>('today').items).toHaveLength(1);
    expect(said('today', 'calendar', '--out', 'due.ics')).toMatchObject({ events: 1 });
    expect(readFileSync(join(root, 'due.ics'), 'utf8')).toContain('20991231');
    expect(said('applicability', 'memo', '--out', 'memo.json')).toMatchObject({
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });

    said('evidence', 'export', id, '--out', 'copy.txt');
    expect(readFileSync(join(root, 'copy.txt'), 'utf8')).toBe('what we do with data');
    const [kept = ''] = readdirSync(join(root, 'vault/evidence'));
    expect(said('evidence', 'check')).toEqual({ checked: 1, damaged: [] });
    writeFileSync(join(root, 'vault/evidence', kept), 'damaged');
    const damaged = steward('evidence', 'check', '--json');
    expect([damaged.code, JSON.parse(damaged.out)]).toEqual([1, { checked: 1, damaged: [id] }]);
    said('evidence', 'remove', id);
    expect(readdirSync(join(root, 'vault/evidence'))).toEqual([]);
    expect(said<{ sound: boolean }>('audit', 'verify').sound).toBe(true);
  }, 120_000);

  it('refuse a file that is not what it says, and an edition that was changed, by name', () => {
    writeFileSync(join(root, 'fake.pdf'), 'no PDF');
    expect(no('evidence', 'add', 'fake.pdf')).toMatchObject({ rule: 'evidence.not-what-it-says' });
    const folder = join(process.cwd(), 'resources/content/gdpr');
    const [edition = ''] = readdirSync(folder);
    const parts = Object.fromEntries(
      readdirSync(join(folder, edition)).map((name) => [
        name.slice(0, -5),
        JSON.parse(readFileSync(join(folder, edition, name), 'utf8')) as Record<string, unknown>,
      ]),
    );
    const { signature, ...content } = parts;
    writeFileSync(join(root, 'edition.json'), JSON.stringify({ parts: { ...content, values: [] }, signature }));
    const refused = no('law', 'install', 'edition.json');
    expect(refused).toMatchObject({ code: 'rule', rule: 'law.edition-tampered' });
    expect(refused.message).toContain(`gdpr/${edition}`);
    expect(said('law', 'changes', 'gdpr')).toMatchObject({ before: null });
    expect(steward('law', 'list').out).toContain('not reviewed by a lawyer');
  }, 60_000);

  it.each([
    [['obligations']],
    [['obligations', 'list', '--state', 'compliant']],
    [['obligations', 'record', 'gdpr:art-30.1', '--due', 'soon']],
    [['evidence', 'add']],
    [['evidence', 'export', 'evi_1', '--out', 'x']],
    [['evidence', 'add', 'record.txt', '--for', '../x']],
    [['applicability', 'answer', 'gdpr:q-decides', 'maybe']],
    [['applicability', 'answer', 'ccpa:q-consumers', 'many']],
    [['law', 'delete']],
    [['today', 'tomorrow']],
  ])('say how %j is said, with 2', (args) => {
    expect(steward(...args).code).toBe(2);
  });
});

describe('clocks from a terminal', () => {
  const line = (id: number): string =>
    `{"id":${id},"clock":"gdpr.request.respond","place":"IE","start":"2026-03-05"}\n`;

  it('are answered while the other side waits', async () => {
    const child = spawn(process.execPath, [program, 'clock'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdout.setEncoding('utf8');
    for (const id of [1, 2]) {
      child.stdin.write(line(id));
      const [answer] = (await once(child.stdout, 'data')) as [string];
      expect(JSON.parse(answer)).toMatchObject({ id, due: '2026-04-07' });
    }
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('end quietly when nobody reads on, and keep the order of very many', () => {
    const input = Array.from({ length: 40_000 }, (_, id) => line(id)).join('');
    const cut = spawnSync('sh', ['-c', `"${process.execPath}" "${program}" clock | head -1`], {
      input,
      encoding: 'utf8',
    });
    expect([cut.status, cut.stderr, cut.stdout.split('\n').length]).toEqual([0, '', 2]);
    const begun = performance.now();
    const all = spawnSync(process.execPath, [program, 'clock'], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
    const seconds = (performance.now() - begun) / 1_000;
    const ids = all.stdout
      .trim()
      .split('\n')
      .map((answer) => (JSON.parse(answer) as { id: number }).id);
    expect(ids).toEqual(Array.from({ length: 40_000 }, (_, id) => id));
    expect(40_000 / seconds).toBeGreaterThan(20_000 / 4);
  }, 60_000);
});

describe('training from a terminal', () => {
  it('is begun, listed, imported and exported', () => {
    const { taken } = said<{ taken: string[] }>('training', 'begin');
    expect(taken).toContain('training:phishing');
    expect(said<{ standings: unknown[] }>('training').standings).toHaveLength(taken.length);
    const list = join(root, 'attendance.csv');
    writeFileSync(list, 'Name,Course,Date\nOwner,First aid,2026-05-03\nNobody,First aid,2026-05-03\n');
    expect(said('training', 'import', list)).toMatchObject({
      taken: 1,
      refused: 1,
      rows: [{ row: 3, problem: 'nobody-by-that-name' }],
    });
    writeFileSync(list, 'a,b\n');
    expect(no('training', 'import', list)).toMatchObject({ rule: 'training.attendance-columns' });
    const out = join(root, 'training.csv');
    expect(said('training', 'export', '--out', out)).toMatchObject({ rows: taken.length });
    expect(readFileSync(out, 'utf8').split('\r\n')).toHaveLength(taken.length + 2);
    expect(steward('training', 'export').code).toBe(2);
  });
});

describe('the audit programme from a terminal', () => {
  it('is begun, recorded with a finding, and refuses a reason that is missing', () => {
    const record = (...args: string[]) => ['audits', 'record', 'audits:restore', ...args] as const;
    expect(no(...record('--state', 'fine'))).toMatchObject({ code: 'not-found' });
    expect(said<{ taken: string[] }>('audits', 'begin').taken).toContain('audits:restore');
    expect(no(...record('--state', 'could-not'))).toMatchObject({ rule: 'audits.reason-needed' });
    const finding = ['--reason', 'Three customers are missing', '--severity', 'high', '--due', '2031-02-01'];
    expect(said(...record('--state', 'findings', '--reviewed', '2026-01-15', ...finding))).toMatchObject({
      record: { result: 'findings', on: '2026-01-15' },
      findings: [{ severity: 'high', dueOn: '2031-02-01', state: 'open' }],
    });
    const { checks, findings } = said<{ checks: { name: string; last: unknown[] }[]; findings: unknown[] }>('audits');
    expect([findings.length, checks.find(({ name }) => name === 'audits:restore')?.last.length]).toEqual([1, 1]);
    expect(steward('audits', 'record', 'restore', '--state', 'fine').code).toBe(2);
    expect(steward(...record('--state', 'fine', '--severity', 'high')).code).toBe(2);
  });
});
