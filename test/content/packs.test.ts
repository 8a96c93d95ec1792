/** Every pack parses, is signed, loads fast, and every name in it resolves both ways. */
import { describe, expect, it } from 'vitest';
import type { Condition, Step } from '#shared/content/clock-data';
import { openContent } from '#main/content/open-content';
import { contentFolder, packs, regulations } from './harness';

const obligations = new Set(packs.flatMap((pack) => pack.obligations.map(({ name }) => name)));
const places = packs.flatMap((pack) => pack.calendars?.places ?? []);
const calendars = packs.flatMap((pack) => pack.calendars?.calendars ?? []);

const conditionsOf = (step: Step): string[] => (step.when ? [step.when.fact] : []);
function factsOf(step: Step): string[] {
  switch (step.do) {
    case 'fresh-start':
      return [...step.from, ...step.waits.flatMap(({ asked, answered }) => [asked, answered])];
    case 'pause':
      return step.spans.flatMap(({ asked, answered }) => [asked, answered]);
    case 'count-from':
      return [step.fact];
    case 'latest':
    case 'earliest':
    case 'threshold':
    case 'threshold-at':
      return [...step.facts];
    case 'no-number':
      return step.earliest ?? [];
    case 'business-days':
      return ['calendar'];
    case 'months':
    case 'weeks':
    case 'days':
      return step.extended === undefined ? [] : ['extended'];
    case 'hours':
    case 'roll':
    case 'year-end':
    case 'day-of-year':
    case 'fixed':
    case 'no-duty':
    case 'safe':
    case 'note':
      return [];
  }
}

describe('the packs', () => {
  it('are all there, signed by a key we trust, and load within 200 ms', () => {
    const content = openContent({ folders: [contentFolder] });
    // Processor time, the best of three: what loading costs, not what else the machine was doing.
    const took = Math.min(
      ...[1, 2, 3].map(() => {
        const started = process.cpuUsage();
        openContent({ folders: [contentFolder] });
        const { user, system } = process.cpuUsage(started);
        return (user + system) / 1_000;
      }),
    );
    console.log(`packs loaded in ${took.toFixed(0)} ms`);
    expect(content.refused).toEqual([]);
    expect(content.packs.map(({ manifest }) => manifest.regulation).toSorted()).toEqual([...regulations].toSorted());
    expect(took).toBeLessThan(200);
  });

  it('say of every law fact that no lawyer reviewed it, where none did', () => {
    const facts = packs.flatMap((pack) => [
      ...pack.obligations.map(({ law }) => law),
      ...pack.clocks.flatMap(({ rules }) => rules.map(({ law }) => law)),
      ...pack.values.map(({ law }) => law),
    ]);
    expect(facts.length).toBeGreaterThan(400);
    expect(facts.filter(({ reviewer }) => reviewer !== 'not reviewed by a lawyer')).toEqual([]);
    expect(facts.filter(({ status, until }) => status === 'superseded' && until === undefined)).toEqual([]);
  });

  it('name every clock, obligation, checklist, letter, value and place once', () => {
    const names = packs.flatMap((pack) => [
      ...[
        ...pack.obligations,
        ...pack.checklists,
        ...pack.letters,
        ...pack.values,
        ...pack.authorities,
        ...pack.questionnaire,
        ...pack.severity,
      ].map(({ name }) => name),
      ...pack.clocks.map(({ name }) => name),
    ]);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    const codes = places.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    for (const pack of packs) {
      const own = [
        ...pack.obligations,
        ...pack.checklists,
        ...pack.letters,
        ...pack.values,
        ...pack.authorities,
        ...pack.questionnaire,
        ...pack.severity,
      ];
      expect(own.filter(({ name }) => !name.startsWith(`${pack.manifest.regulation}:`))).toEqual([]);
    }
  });

  it('point only at obligations that exist', () => {
    const missing = packs
      .flatMap((pack) => [...pack.clocks, ...pack.checklists, ...pack.letters])
      .flatMap(({ name, obligations: wanted }) =>
        wanted.filter((one) => !obligations.has(one)).map((one) => `${name} → ${one}`),
      );
    expect(missing).toEqual([]);
  });

  it('ask the questions that bring every label, and bring no label nobody needs', () => {
    const unmatched = packs.flatMap((pack) => {
      const brought = new Set(pack.questionnaire.flatMap(({ brings }) => brings.map(({ label }) => label)));
      const needed = new Set(pack.obligations.flatMap(({ appliesWhen }) => appliesWhen.flat()));
      return [...needed.symmetricDifference(brought)].map((label) => `${pack.manifest.regulation} ${label}`);
    });
    expect(unmatched).toEqual([]);
  });

  it('ask the same question once, of the same kind, in another pack that asks it itself', () => {
    const all = packs.flatMap((pack) => pack.questionnaire);
    const byName = new Map(all.map((question) => [question.name, question]));
    const copies = all.filter(({ sameAs }) => sameAs !== undefined);
    expect(copies.length).toBeGreaterThan(3);
    for (const { name, sameAs = '', answer } of copies) {
      const original = byName.get(sameAs);
      expect([name, original?.answer, original?.sameAs, sameAs.split(':')[0] === name.split(':')[0]]).toEqual([
        name,
        answer,
        undefined,
        false,
      ]);
    }
  });

  it('use only facts the pack defines, and define the same fact alike', () => {
    const undefinedFacts = packs.flatMap((pack) => {
      const known = new Set(pack.facts.map(({ name }) => name));
      return pack.clocks.flatMap(({ name, rules }) => {
        const conditions: Condition[] = rules.flatMap(({ when }) => (when ? [when] : []));
        const steps = rules.flatMap((rule) => rule.steps);
        const used = [
          ...conditions.map(({ fact }) => fact),
          ...steps.flatMap((step) => [...conditionsOf(step), ...factsOf(step)]),
        ];
        return used.filter((fact) => !known.has(fact)).map((fact) => `${name} → ${fact}`);
      });
    });
    expect(undefinedFacts).toEqual([]);
    const definitions = Map.groupBy(
      packs.flatMap((pack) => pack.facts),
      ({ name }) => name,
    );
    const unlike = [...definitions.values()].filter((all) => new Set(all.map((one) => JSON.stringify(one))).size > 1);
    expect(unlike).toEqual([]);
  });

  it('use only places and calendars that exist', () => {
    const groups = new Set(places.flatMap((place) => place.groups));
    const names = new Set(calendars.map(({ name }) => name));
    const codes = new Set(places.map(({ code }) => code));
    const clocks = packs.flatMap((pack) => pack.clocks);
    const steps = clocks.flatMap(({ rules }) => rules.flatMap((rule) => rule.steps));
    expect(clocks.flatMap((clock) => clock.places).filter((group) => !groups.has(group))).toEqual([]);
    const outside = clocks.flatMap((clock) =>
      clock.rules
        .flatMap((rule) => rule.places ?? [])
        .filter(
          (code) => !places.find((place) => place.code === code)?.groups.some((group) => clock.places.includes(group)),
        )
        .map((code) => `${clock.name} ${code}`),
    );
    expect(outside).toEqual([]);
    const used = [
      ...steps.flatMap((step) => (step.do === 'business-days' ? [step.calendar, step.safeCalendar] : [])),
      ...places.map(({ calendar }) => calendar),
    ];
    expect(used.filter((name) => typeof name === 'string' && !names.has(name))).toEqual([]);
    expect(places.filter(({ partOf }) => partOf !== undefined && !codes.has(partOf))).toEqual([]);
  });

  it('let letters use only fields they declare, and declare none they do not use', () => {
    const unmatched = packs
      .flatMap((pack) => pack.letters)
      .flatMap((letter) =>
        Object.values(letter.body).flatMap((body) => {
          const used = new Set([...(body ?? '').matchAll(/\{\{([A-Za-z]+)\}\}/g)].map((match) => match[1] ?? ''));
          return [...used.symmetricDifference(new Set(letter.fields))].map((field) => `${letter.name} ${field}`);
        }),
      );
    expect(unmatched).toEqual([]);
  });

  it('have every clock by the names other parts rely on', () => {
    const names = new Set(packs.flatMap((pack) => pack.clocks.map(({ name }) => name)));
    const wanted =
      `gdpr.request.respond gdpr.request.extension-notice gdpr.notice.indirect gdpr.consultation.advice gdpr.breach.authority
      gdpr.objection.marketing uk.request.respond uk.complaint.acknowledge uk.breach.authority uk.pecr.breach ccpa.request.confirm
      ccpa.request.respond ccpa.optout.cease ccpa.limit.cease ccpa.admt-optout.cease ccpa.optout.resolicit-after
      ccpa.correction.refusal-through ccpa.request.retain-until ccpa.policy.review ccpa.metrics.publish ccpa.risk.update ccpa.risk.produce
      ccpa.risk.review ccpa.preservation.hold-until breach.individuals breach.regulator breach.agencies hipaa.access.act hipaa.amendment.act
      hipaa.accounting.provide hipaa.breach.individuals hipaa.breach.hhs hipaa.breach.media hipaa.breach.associate
      hipaa.document.retain-until hipaa.law-enforcement.oral-delay us-privacy.request.respond us-privacy.appeal.decide`.split(
        /\s+/,
      );
    expect(wanted.filter((name) => !names.has(name))).toEqual([]);
  });

  it('cover every State, the District and Puerto Rico with one rule for each day', () => {
    const states = places.filter(({ groups }) => groups.includes('us-state')).map(({ code }) => code);
    expect(states).toHaveLength(52);
    const clocks = packs.flatMap((pack) => pack.clocks);
    for (const name of ['breach.individuals', 'breach.regulator', 'breach.agencies', 'breach.vendor']) {
      const rules = clocks.find((clock) => clock.name === name)?.rules ?? [];
      for (const state of states) {
        const ofState = rules.filter((rule) => rule.places?.includes(state));
        expect(ofState.length, `${name} ${state}`).toBeGreaterThan(0);
        expect(
          ofState.filter((rule) => rule.from === undefined),
          `${name} ${state}`,
        ).toHaveLength(1);
        expect(
          ofState.filter((rule) => rule.until === undefined),
          `${name} ${state}`,
        ).toHaveLength(1);
      }
    }
  });
});
