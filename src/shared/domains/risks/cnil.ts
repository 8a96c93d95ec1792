/** Files of the CNIL's PIA software: read as data that may be anything, and written so that it can read them again. */
import { z } from 'zod';
import type { AssessmentTemplate } from '#shared/content/assessment';
import { isStorable } from '#shared/kernel/text';
import type { AssessmentContent } from './model';

const text = z.string().max(200_000).nullish();
const Gauge = z.int().min(0).max(4).nullish();
/** Only what is looked at; whatever else stands there is left out and counted. */
export const CnilFile = z.looseObject({
  pia: z.looseObject({
    name: z.string().max(2_000),
    dpo_opinion: text,
    dpos_names: text,
    concerned_people_opinion: text,
  }),
  answers: z
    .array(
      z.looseObject({
        reference_to: z.union([z.string().max(10), z.int()]).transform(String),
        data: z.looseObject({ text, gauge: Gauge, list: z.array(z.string().max(2_000)).max(200).nullish() }),
      }),
    )
    .max(500),
  measures: z
    .array(z.looseObject({ title: text, content: text }))
    .max(500)
    .default([]),
});
export type CnilFile = z.infer<typeof CnilFile>;

/** The three feared events of the software, by the first two digits of their answers. */
const events = [
  { prefix: '32', en: 'Somebody gets at data who may not', de: 'Jemand kommt unbefugt an Daten' },
  { prefix: '33', en: 'Data are changed without anybody wanting it', de: 'Daten werden ungewollt verändert' },
  { prefix: '34', en: 'Data disappear', de: 'Daten gehen verloren' },
] as const;

/** Marked-up text as plain lines: nothing of the markup is kept, and nothing is ever shown as markup. */
export function plainOf(marked: string | null | undefined, longest: number): string {
  const lines = (marked ?? '')
    .replaceAll(/<(?:br|\/p|\/li|\/div|\/h\d)\b[^<>]*>/gi, '\n')
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&nbsp;/g, ' ')
    .replaceAll(/&lt;/g, '<')
    .replaceAll(/&gt;/g, '>')
    .replaceAll(/&quot;/g, '"')
    .replaceAll(/&amp;/g, '&')
    .replaceAll('\u0000', '')
    .toWellFormed()
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  return lines.slice(0, longest).toWellFormed().trim();
}

const step = (gauge: number | null | undefined): number => Math.min(5, Math.max(1, (gauge ?? 1) + 1));

export type FromCnil = { readonly content: AssessmentContent; readonly ignored: number };

export function fromCnil(file: CnilFile, template: AssessmentTemplate, language: 'en' | 'de'): FromCnil {
  const answers = new Map(file.answers.map(({ reference_to, data }) => [reference_to, data]));
  const used = new Set<string>();
  const take = (reference: string): string => {
    const data = answers.get(reference);
    if (data === undefined) return '';
    used.add(reference);
    return [plainOf(data.text, 8_000), ...(data.list ?? []).map((one) => `• ${plainOf(one, 500)}`)]
      .filter((one) => one !== '')
      .join('\n');
  };
  const parts = template.parts.flatMap(({ name, cnil }) => {
    const said = cnil.map(take).filter((one) => one !== '');
    const extra =
      name === 'measures'
        ? file.measures.map(({ title, content }) => `${plainOf(title, 300)}: ${plainOf(content, 4_000)}`)
        : name === 'views'
          ? [plainOf(file.pia.concerned_people_opinion, 4_000)]
          : [];
    const whole = [...said, ...extra]
      .filter((one) => one !== '')
      .join('\n\n')
      .slice(0, 20_000)
      .toWellFormed()
      .trim();
    return whole === '' ? [] : [{ name, text: whole }];
  });
  const risks = events.flatMap(({ prefix, ...words }) => {
    const said = ['1', '2', '3'].map((last) => take(`${prefix}${last}`)).filter((one) => one !== '');
    const measures = take(`${prefix}4`);
    const [impact, likelihood] = [answers.get(`${prefix}5`)?.gauge, answers.get(`${prefix}6`)?.gauge];
    take(`${prefix}5`);
    take(`${prefix}6`);
    if (said.length === 0 && measures === '' && impact == null && likelihood == null) return [];
    const told = `${words[language]}. ${said.join(' ')}`.slice(0, 1_000).toWellFormed().trim();
    return [
      {
        words: told,
        likelihood: step(likelihood),
        impact: step(impact),
        measures: measures.slice(0, 4_000).toWellFormed().trim(),
        // The software asks for one judgement, with the measures; what is left is that one until somebody judges anew.
        leftLikelihood: step(likelihood),
        leftImpact: step(impact),
      },
    ];
  });
  const title = plainOf(file.pia.name, 160)
    .replaceAll(/[\p{Cc}]+/gu, ' ')
    .trim();
  return {
    content: {
      title: title === '' || !isStorable(title) ? 'PIA' : title,
      // The file does not say which criteria apply; somebody found the assessment needed.
      screen: [],
      anyway: true,
      parts,
      items: [],
      risks,
      advice: { from: plainOf(file.pia.dpos_names, 160), text: plainOf(file.pia.dpo_opinion, 4_000) },
    },
    ignored: file.answers.length - used.size,
  };
}

/** A file the software can open: its answers by their numbers, our steps on its scale from 1 to 4. */
export function toCnil(content: AssessmentContent, template: AssessmentTemplate, madeAt: string) {
  const textOf = new Map(content.parts.map(({ name, text: said }) => [name, said]));
  const escaped = (said: string): string =>
    said.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
  const gauge = (value: number): number => Math.min(4, Math.max(1, value - 1));
  const answers = template.parts.flatMap(({ name, cnil }) => {
    const [first] = cnil;
    const said = textOf.get(name) ?? '';
    return first === undefined || said === ''
      ? []
      : [{ pia_id: 1, reference_to: first, data: { text: escaped(said), gauge: null, list: [] } }];
  });
  const feared = content.risks.slice(0, events.length).flatMap((risk, at) => {
    const prefix = events[at]?.prefix ?? '32';
    const answer = (last: string, data: object) => ({
      pia_id: 1,
      reference_to: `${prefix}${last}`,
      data: { text: '', gauge: null, list: [], ...data },
    });
    return [
      answer('1', { text: escaped(risk.words) }),
      answer('4', { text: escaped(risk.measures) }),
      answer('5', { gauge: gauge(risk.leftImpact) }),
      answer('6', { gauge: gauge(risk.leftLikelihood) }),
    ];
  });
  return {
    pia: {
      id: 1,
      name: content.title,
      status: 0,
      created_at: madeAt,
      updated_at: madeAt,
      dpos_names: content.advice.from,
      dpo_opinion: escaped(content.advice.text),
      concerned_people_opinion: escaped(textOf.get('views') ?? ''),
    },
    answers: [...answers, ...feared],
    // More than three risks have no place among the feared events; they are not dropped.
    measures: content.risks
      .slice(events.length)
      .map(({ words, measures }) => ({ pia_id: 1, title: escaped(words), content: escaped(measures) })),
    evaluations: [],
    comments: [],
  };
}
