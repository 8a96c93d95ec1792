/** Risks on paper: the register with its picture, and an assessment whole. */
import type { AssessmentTemplate } from '#shared/content/assessment';
import { type Language, wordsIn } from '#shared/content/words';
import type { Day } from '#shared/kernel/time';
import type { Block, Paper } from '#shared/papers/paper';
import type { Action, Assessment, Risk } from './model';
import { isAsked, isNeeded, leftLevel, levelOf } from './rules';
import { matrixSvg } from './matrix';
import { riskWords } from './words';

type Made = { readonly language: Language; readonly day: Day; readonly nameOf: (id: string | null) => string };

const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day.slice(0, 10)));

export function registerPaper(risks: readonly Risk[], actions: readonly Action[], made: Made, footer: string): Paper {
  const w = riskWords[made.language];
  const open = risks.filter(({ state }) => state === 'open');
  const level = ({ likelihood, impact }: { readonly likelihood: number; readonly impact: number }): string =>
    w.levels[levelOf(likelihood, impact)];
  const left = actions.filter(({ state }) => state === 'open');
  const blocks: Block[] = [
    { kind: 'paragraph', text: w.registerLead },
    { kind: 'heading', text: w.picture },
    {
      kind: 'picture',
      svg: matrixSvg(open, w),
      alt: w.pictureAlt(open.map((risk) => `${risk.title}: ${risk.likelihood} × ${risk.impact}`).join('; ')),
    },
    {
      kind: 'table',
      name: w.picture,
      headers: w.headers,
      rows: open.map((risk) => [
        risk.title,
        level(risk),
        risk.likelihood,
        risk.impact,
        w.treatments[risk.treatment],
        made.nameOf(risk.owner),
        risk.reviewOn,
      ]),
      numbers: [2, 3],
      widths: [4, 1.4, 1.3, 1.2, 1.6, 2, 1.8],
    },
    ...open.flatMap((risk): Block[] => [
      { kind: 'heading', text: risk.title, level: 3 },
      ...(risk.words === '' ? [] : [{ kind: 'paragraph' as const, text: risk.words }]),
      {
        kind: 'definitions',
        rows: [
          [w.measures, risk.measures === '' ? w.none : risk.measures],
          [
            w.left,
            risk.left === null ? w.undecided : `${level(risk.left)} (${risk.left.likelihood} × ${risk.left.impact})`,
          ],
        ],
      },
    ]),
    ...(left.length === 0
      ? []
      : [
          { kind: 'heading' as const, text: w.actions },
          {
            kind: 'table' as const,
            name: w.actions,
            headers: w.actionHeaders,
            rows: left.map(({ words, owner, dueOn }) => [words, made.nameOf(owner), dueOn]),
            numbers: [],
            widths: [5, 2, 1.6],
          },
        ]),
  ];
  const subtitle = dayIn(made.language, made.day);
  return { language: made.language, title: w.register, subtitle, blocks, footer, checkpoint: null, day: made.day };
}

export function assessmentPaper(assessment: Assessment, template: AssessmentTemplate, made: Made): Paper {
  const w = riskWords[made.language];
  const { content } = assessment;
  const say = (words: { readonly en: string; readonly de: string }): string => wordsIn(words, made.language);
  const needed = isNeeded(template, content);
  const texts = new Map(content.parts.map(({ name, text }) => [name, text]));
  const decided = new Map(content.items.map((item) => [item.name, item]));
  const grave = leftLevel(content);
  const blocks: Block[] = [{ kind: 'paragraph', text: say(template.lead) }];
  if (template.screen.length > 0)
    blocks.push(
      { kind: 'heading', text: w.screen },
      {
        kind: 'ticks',
        items: template.screen.map(({ name, words }) => ({ text: say(words), ticked: content.screen.includes(name) })),
      },
      {
        kind: 'paragraph',
        text: content.screen.length >= template.screenFrom ? w.needed : content.anyway ? w.anyway : w.notNeeded,
      },
    );
  for (const part of template.parts.filter(({ when }) => isAsked(when, needed)))
    blocks.push(
      { kind: 'heading', text: `${say(part.title)} (${part.cite})` },
      ...(texts.get(part.name) ?? w.none).split(/\n{2,}/).map((text): Block => ({ kind: 'paragraph', text })),
    );
  if (template.items.length > 0)
    blocks.push(
      { kind: 'heading', text: w.items },
      {
        kind: 'table',
        name: w.items,
        headers: w.itemHeaders,
        rows: template.items.map(({ name, title, cite, need }) => {
          const item = decided.get(name);
          return [
            say(title),
            cite,
            w.needs[need],
            item === undefined ? w.undecided : w.decisions[item.decision],
            item?.reason ?? '',
          ];
        }),
        numbers: [],
        widths: [3.2, 2.2, 1.5, 1.6, 3.4],
      },
    );
  if (template.withRisks && needed)
    blocks.push(
      { kind: 'heading', text: w.risks },
      {
        kind: 'table',
        name: w.risks,
        headers: w.riskHeaders,
        rows: content.risks.map((risk) => [
          risk.words,
          `${w.levels[levelOf(risk.likelihood, risk.impact)]} (${risk.likelihood} × ${risk.impact})`,
          risk.measures,
          `${w.levels[levelOf(risk.leftLikelihood, risk.leftImpact)]} (${risk.leftLikelihood} × ${risk.leftImpact})`,
        ]),
        numbers: [],
        widths: [4, 1.6, 4, 1.6],
      },
      ...(template.screenFrom > 0 && (grave === 'high' || grave === 'very-high')
        ? [{ kind: 'note' as const, text: w.highLeft }]
        : []),
    );
  if (template.withAdvice && needed)
    blocks.push(
      { kind: 'heading', text: w.advice },
      { kind: 'paragraph', text: w.adviceFrom(content.advice.from) },
      { kind: 'paragraph', text: content.advice.text === '' ? w.none : content.advice.text },
    );
  blocks.push({ kind: 'heading', text: w.signature });
  if (assessment.signedBy === null || assessment.signedAt === null) blocks.push({ kind: 'note', text: w.draft });
  else
    blocks.push(
      {
        kind: 'paragraph',
        text: w.signedBy(made.nameOf(assessment.signedBy), dayIn(made.language, assessment.signedAt)),
      },
      ...(assessment.alone ? [{ kind: 'note' as const, text: w.signedAlone }] : []),
    );
  blocks.push({
    kind: 'facts',
    rows: [
      [w.author, made.nameOf(assessment.author)],
      [w.edition, assessment.edition],
      ...(assessment.reviewOn === null ? [] : [[w.reviewOn, assessment.reviewOn] as const]),
      ...(assessment.digest === null ? [] : [[w.digest, assessment.digest] as const]),
    ],
  });
  return {
    language: made.language,
    title: content.title,
    subtitle: `${say(template.title)} · ${dayIn(made.language, made.day)}`,
    blocks,
    footer: `${assessment.edition} · ${assessment.id}`,
    checkpoint: assessment.digest === null ? null : `STEWARD ASSESSMENT ${assessment.id} ${assessment.digest}`,
    day: made.day,
  };
}
