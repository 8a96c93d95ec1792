/** No personal data in the trail: keyed hashes that die with their key, facts that are closed, and operations that can only record closed facts. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appendTrail, destroySubjectKey, subjectTag, tagFits } from '#main/domains/trail/public';
import { contract } from '#shared/contract';
import { isToken, openFact } from '#shared/domains/trail/closed-facts';
import { leafKinds } from '#shared/domains/trail/leaf-kinds';
import type { Operation, Operations } from '#shared/kernel/operations';
import type { Instant } from '#shared/kernel/time';
import { naughtyStrings } from '#test/support/naughty-strings';
import { testBench, type TestBench } from '#test/support/workbench';

const now = '2026-11-24T09:00:00.000Z' as Instant;

describe('keyed hashes', () => {
  let bench: TestBench;
  beforeEach(async () => {
    bench = await testBench();
  });
  afterEach(() => bench.end());

  it('fit their value, their subject and what was said, and nothing else', async () => {
    const tag = await bench.workbench.write((db) => subjectTag(db, 'C-1', 'email', 'rosa@example.org', now));
    expect(tag).toMatch(/^[0-9a-f]{64}$/);
    const fits = (subject: string, what: string, value: string) =>
      tagFits(bench.workbench.read(), subject, what, value, tag);
    expect(await fits('C-1', 'email', 'rosa@example.org')).toBe(true);
    expect(await fits('C-1', 'email', 'rosa@example.com')).toBe(false);
    expect(await fits('C-1', 'name', 'rosa@example.org')).toBe(false);
    expect(await fits('C-2', 'email', 'rosa@example.org')).toBeNull();
    await bench.workbench.write(async (db) => {
      expect(await subjectTag(db, 'C-1', 'email', 'rosa@example.org', now)).toBe(tag);
      expect(await subjectTag(db, 'C-2', 'email', 'rosa@example.org', now)).not.toBe(tag);
      // The same letters, written in two ways.
      expect(await subjectTag(db, 'C-1', 'name', 'José', now)).toBe(await subjectTag(db, 'C-1', 'name', 'José', now));
    });
  });

  it('say nothing any more once the key is destroyed, and the trail verifies as before', async () => {
    const tag = await bench.workbench.write(async (db) => {
      const made = await subjectTag(db, 'C-1', 'email', 'rosa@example.org', now);
      const entry = { at: now, actor: 'owner', origin: 'page' as const, event: 'customers.changed', about: ['C-1'] };
      await appendTrail(db, [{ ...entry, facts: { email: made } }]);
      return made;
    });
    const before = await bench.ask('trail', 'verify', {});
    await bench.workbench.write((db) => destroySubjectKey(db, 'C-1', now));
    expect(await bench.ask('trail', 'verify', {})).toEqual({ ...before, sound: true });
    expect(await tagFits(bench.workbench.read(), 'C-1', 'email', 'rosa@example.org', tag)).toBeNull();
    const keys = await bench.workbench.read().driver.all('select key, destroyed_at from trail_subject_keys');
    expect(keys).toEqual([{ key: null, destroyed_at: now }]);
    await expect(bench.workbench.write((db) => subjectTag(db, 'C-1', 'email', 'x', now))).rejects.toMatchObject({
      failure: { rule: 'trail.subject-erased' },
    });
    // Also for somebody who never had a key.
    await bench.workbench.write((db) => destroySubjectKey(db, 'C-3', now));
    await expect(bench.workbench.write((db) => subjectTag(db, 'C-3', 'email', 'x', now))).rejects.toThrow();
  });

  it('are the only form in which a value gets in: free text in a fact stops the whole change', async () => {
    const entry = { at: now, actor: 'owner', origin: 'page' as const, event: 'customers.changed', about: ['C-1'] };
    const { entries } = await bench.ask('trail', 'verify', {});
    for (const wrong of [
      { ...entry, facts: { note: 'Rosa Delgado' } },
      { ...entry, facts: { note: 'rosa@example.org' } },
      { ...entry, facts: { notes: ['ok', 'Rosa Delgado'] } },
      { ...entry, facts: { 'Rosa Delgado': 1 } },
      { ...entry, about: ['Rosa Delgado'], facts: {} },
      { ...entry, actor: 'Rosa Delgado', facts: {} },
    ])
      await expect(bench.workbench.write((db) => appendTrail(db, [wrong]))).rejects.toThrow(/closed|by id only/);
    expect((await bench.ask('trail', 'verify', {})).entries).toBe(entries);
  });
});

describe('closed facts', () => {
  it('take ids, slugs, digests, editions and numbers', () => {
    for (const text of [
      'C-1042',
      'gdpr:art-30.1',
      'measure:training',
      'gdpr/2026-01',
      'a'.repeat(64),
      'shopify-customers',
    ])
      expect(isToken(text)).toBe(true);
    expect(openFact({ rows: 3, on: true, format: 'pdf', codes: ['a', 'b'] })).toBeNull();
  });

  it('take no sentence, no address, no naughty string with a space, a quote or a letter of its own', () => {
    for (const text of [
      '',
      ' ',
      'a b',
      'rosa@example.org',
      'Müller',
      '日本',
      'a\nb',
      "o'neill",
      'x'.repeat(129),
      '<b>',
    ])
      expect(isToken(text)).toBe(false);
    for (const text of naughtyStrings.filter((one) => /[\s"'<>@;\u0080-\uffff]/.test(one)))
      expect(isToken(text)).toBe(false);
    expect(openFact({ rows: Number.NaN })).toBe('rows');
  });
});

/** Where a fact comes from: answers every question with a note of the way there. */
const pathTo = (path: readonly string[]): unknown =>
  new Proxy(() => undefined, { get: (_target, name) => (name === 'path' ? path : pathTo([...path, String(name)])) });
const pathOf = (value: unknown): readonly string[] | undefined =>
  typeof value === 'function' ? (value as unknown as { path: readonly string[] }).path : undefined;

type Def = {
  type: string;
  shape?: Record<string, z.ZodType>;
  innerType?: z.ZodType;
  options?: z.ZodType[];
  element?: z.ZodType;
  in?: z.ZodType;
  checks?: { _zod: { def: { check: string; format?: string; pattern?: RegExp } } }[];
  format?: string;
};
const defOf = (schema: z.ZodType): Def => schema.def as unknown as Def;

function schemasAt(schema: z.ZodType, path: readonly string[]): z.ZodType[] {
  const def = defOf(schema);
  if (def.innerType !== undefined) return schemasAt(def.innerType, path);
  if (def.in !== undefined) return schemasAt(def.in, path);
  if (def.options !== undefined) return def.options.flatMap((option) => schemasAt(option, path));
  const [name, ...rest] = path;
  if (name === undefined) return [schema];
  // How many there are is a number, whatever they are.
  if (name === 'length' && def.type === 'array') return [z.int()];
  const next = def.shape?.[name];
  return next === undefined ? [] : schemasAt(next, rest);
}

/** Texts that only the operation's handler makes: names from packs and lists that come with Steward, and digests. */
const ownTexts = new Set([
  'applicability.answered question',
  'law.edition-installed edition',
  'law.edition-installed before',
  'applicability.memo-written digest',
  'evidence.added sha256',
]);

/** A schema that only lets through numbers, yes and no, and names from a list or of a fixed form. */
function isClosedSchema(schema: z.ZodType): boolean {
  const def = defOf(schema);
  if (['number', 'int', 'boolean', 'enum', 'literal'].includes(def.type)) return true;
  if (def.type === 'array' && def.element !== undefined) return isClosedSchema(def.element);
  if (def.type !== 'string') return false;
  const patterns = (def.checks ?? []).filter(
    ({ _zod }) => _zod.def.pattern !== undefined || _zod.def.format === 'regex',
  );
  const isLength = (def.checks ?? []).some(({ _zod }) => _zod.def.check === 'length_equals');
  return patterns.length > 0 || isLength;
}

describe('every operation', () => {
  const recording = Object.entries(contract as Record<string, Operations>).flatMap(([domain, operations]) =>
    Object.values(operations).flatMap((operation: Operation) =>
      operation.kind === 'query' || operation.facts === undefined
        ? []
        : [{ event: `${domain}.${operation.records}`, operation, facts: operation.facts }],
    ),
  );

  it.each(recording)('records only closed facts: $event', ({ event, operation, facts }) => {
    const said: unknown = facts(pathTo(['input']) as never, pathTo(['output']) as never);
    const whole = pathOf(said);
    const named: [string, readonly string[]][] =
      whole === undefined
        ? Object.entries(said as object).map(([name, value]) => [name, pathOf(value) ?? []])
        : Object.keys((operation.output as z.ZodObject).shape).map((name) => [name, ['output', name]]);
    expect(named.length).toBeGreaterThan(0);
    for (const [name, [root, ...path]] of named) {
      if (ownTexts.has(`${event} ${name}`)) continue;
      // What was worked out on the way is a yes or no, a number, or one of the words of the code itself.
      const worked = whole === undefined ? (said as Record<string, unknown>)[name] : undefined;
      if (typeof worked === 'boolean' || typeof worked === 'number') continue;
      if (typeof worked === 'string' && isToken(worked)) continue;
      const schemas = schemasAt(root === 'input' ? operation.input : operation.output, path);
      expect([name, schemas.length > 0 && schemas.every(isClosedSchema)]).toEqual([name, true]);
    }
  });

  it('and every kind of leaf has closed facts as well', () => {
    for (const { facts } of Object.values(leafKinds))
      for (const schema of Object.values(facts.shape)) expect(schemasAt(schema, []).every(isClosedSchema)).toBe(true);
  });

  it('would be caught when it recorded free text', () => {
    expect(isClosedSchema(z.string())).toBe(false);
    expect(isClosedSchema(z.string().max(80))).toBe(false);
    expect(isClosedSchema(z.array(z.string()))).toBe(false);
    expect(isClosedSchema(z.string().regex(/^a$/))).toBe(true);
  });
});
