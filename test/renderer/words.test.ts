/** Words where the compiler cannot look: every rule main can break and every task that can run behind a page has its own. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '#shared/contract';
import type { Operation } from '#shared/kernel/operations';
import { deFailures } from '../../src/renderer/locales/de/failures';
import { deTasks } from '../../src/renderer/locales/de/tasks';
import { enFailures } from '../../src/renderer/locales/en/failures';
import { enTasks } from '../../src/renderer/locales/en/tasks';

const root = join(import.meta.dirname, '../..');

/** Tasks a page answers at once: nobody goes elsewhere meanwhile. */
const isInstant = (domain: string): boolean => domain === 'vault' || domain === 'tasks';

function rulesOfMain(): string[] {
  const files = ['src/main', 'src/shared'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(root, folder, name)),
  );
  const rules = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/(?:brokenRule\(\s*|rule: )'([a-z-]+\.[a-z-]+)'/g)].map(
      ([, rule]) => rule ?? '',
    ),
  );
  return [...new Set(rules)].sort();
}

describe.each([
  ['English', enFailures, enTasks],
  ['German', deFailures, deTasks],
] as const)('%s', (_language, failures, tasks) => {
  it('explains every rule that can be broken', () => {
    const rules = rulesOfMain();
    expect(rules.length).toBeGreaterThan(4);
    expect(rules.filter((rule) => !Object.hasOwn(failures.rules, rule))).toEqual([]);
  });

  it('says what happened, what was kept and what to do next, in whole sentences', () => {
    for (const { happened, kept, next } of [...Object.values(failures.rules), ...Object.values(failures.unavailable)]) {
      expect(happened).toMatch(/^\p{Lu}.*[^.]$/u);
      expect(kept).toMatch(/[.!]$/);
      expect(next).toMatch(/[.!]$/);
    }
  });

  it('names every task that can go on behind another page', () => {
    const running = Object.entries(contract).flatMap(([domain, operations]) =>
      Object.entries(operations as Record<string, Operation>)
        .filter(([, operation]) => operation.kind === 'task' && operation.records !== null && !isInstant(domain))
        .map(([operation]) => `${domain}.${operation}`),
    );
    expect(running.length).toBeGreaterThan(5);
    expect(running.filter((name) => !Object.hasOwn(tasks.names, name))).toEqual([]);
  });
});
