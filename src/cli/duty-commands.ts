/** The terminal's commands about the law: what applies, how far it is, what shows it, and what is due. */
import { EvidenceId, EvidenceTarget } from '#shared/domains/evidence/model';
import type { EditionComparison } from '#shared/domains/law/model';
import type { AskedQuestion, GivenAnswer } from '#shared/domains/applicability/model';
import { ObligationRecord, ObligationState } from '#shared/domains/obligations/model';
import { Day } from '#shared/kernel/time';
import { type Arguments, formatOf, needed, oneOf, pathOf, UsageError } from './arguments';
import type { Command } from './command';

const languageOf = ({ values }: Arguments): 'en' | 'de' => oneOf(values.language, ['en', 'de'], '--language') ?? 'en';

/** A day as typed; `none` takes a day away. */
function dayOf(typed: string | undefined, what: string): Day | null | undefined {
  if (typed === undefined || typed === 'none') return typed === undefined ? undefined : null;
  const day = Day.safeParse(typed);
  if (!day.success) throw new UsageError(`${what} must be a day such as 2026-11-24, or none.`);
  return day.data;
}

function evidenceOf(typed: string | undefined): EvidenceId {
  const id = EvidenceId.safeParse(needed(typed, 'The ID of the evidence'));
  if (!id.success) throw new UsageError('An ID of evidence looks like evi_0123456789abcdefghjk.');
  return id.data;
}

function targetsOf(typed: readonly string[] | undefined): string[] {
  return (typed ?? []).map((target) => {
    const known = EvidenceTarget.safeParse(target);
    if (!known.success) throw new UsageError('--for names an obligation, such as gdpr:art-30.1, or measure:training.');
    return known.data;
  });
}

export const dutyCommands: Readonly<Record<string, Command>> = {
  law: {
    says: 'law list|install FILE|changes REGULATION|older-records --vault DIR',
    vault: 'open',
    takes: { list: 0, install: 1, changes: 1, 'older-records': 0 },
    uses: {
      list: ['user', 'language'],
      install: ['user', 'language'],
      changes: ['user', 'language'],
      'older-records': ['user', 'language'],
    },
    run: async ({ ask }, given) => {
      const { words } = given;
      const language = languageOf(given);
      switch (words[1]) {
        case 'list': {
          const overview = await ask('law', 'overview', { language });
          return {
            value: overview,
            bad: overview.refused.length > 0,
            lines: [
              ...overview.regulations.map((one) =>
                [`${one.regulation}/${one.edition}`, one.title, one.reviewedBy ?? 'not reviewed by a lawyer'].join(
                  '\t',
                ),
              ),
              ...overview.refused.map(
                ({ pack, reason }) => `Refused: ${pack} (${reason}). The edition before it is in use.`,
              ),
            ],
          };
        }
        case 'install': {
          const done = await ask('law', 'install', {
            file: pathOf(needed(words[2], 'The FILE of the edition')),
            language,
          });
          return {
            value: done,
            lines: [`${done.edition} is in use instead of ${done.before}.`, ...comparisonLines(done)],
          };
        }
        case 'changes': {
          const found = await ask('law', 'changes', { regulation: needed(words[2], 'The REGULATION'), language });
          return {
            value: found,
            lines:
              found.before === null
                ? [`There is no edition before ${found.edition} on this computer.`]
                : [`From ${found.before} to ${found.edition}:`, ...comparisonLines(found)],
          };
        }
        case 'older-records': {
          const records = await ask('law', 'olderRecords', { language });
          return {
            value: records,
            lines:
              records.length === 0
                ? ['Everything was recorded under the editions in use.']
                : records.map(({ kind, name, title, edition, at }) => [kind, name, edition, at, title].join('\t')),
          };
        }
        default:
          throw new UsageError('Say: law list, law install FILE, law changes REGULATION, or law older-records.');
      }
    },
  },
  applicability: {
    says: 'applicability questions|answer QUESTION yes|no|NUMBER|US-TX,US-NY|none|unknown|decisions|memo --out FILE.{pdf,json} --vault DIR',
    vault: 'open',
    takes: { questions: 0, answer: 2, decisions: 0, memo: 0 },
    uses: {
      questions: ['user', 'language'],
      answer: ['user', 'language'],
      decisions: ['user', 'language'],
      memo: ['user', 'language', 'out', 'format'],
    },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      const language = languageOf(given);
      switch (words[1]) {
        case 'questions': {
          const questions = await ask('applicability', 'questions', { language });
          return {
            value: questions,
            lines: questions
              .filter(({ relevant, givenAt, askAgain }) => relevant || givenAt !== null || askAgain !== null)
              .map((one) =>
                [
                  one.name,
                  one.notKnown ? 'unknown' : one.given === null ? '?' : String(one.given),
                  one.askAgain === null ? '' : `ask again: ${one.askAgain.people} people`,
                  one.words,
                  ...one.held.map(({ choice, people }) => `${choice}: ${people} in the customer store`),
                ].join('\t'),
              ),
          };
        }
        case 'answer': {
          const name = needed(words[2], 'The QUESTION');
          const typed = needed(words[3], 'The VALUE');
          const question = (await ask('applicability', 'questions', { language })).find((one) => one.name === name);
          const answer = question === undefined ? typed : answerOf(question, typed);
          const done = await ask('applicability', 'answer', { question: name, answer });
          return { value: done, lines: ['Noted.'] };
        }
        case 'decisions': {
          const decisions = await ask('applicability', 'decisions', { language });
          return {
            value: decisions,
            lines: decisions.flatMap((one) => [
              [
                one.edition,
                one.title,
                one.applies,
                `${one.obligations.yes} apply`,
                `${one.obligations.open} open`,
              ].join('\t'),
              ...one.reasons.map(({ because, cite }) => `  ${because}${cite === null ? '' : ` (${cite})`}`),
            ]),
          };
        }
        case 'memo': {
          const file = pathOf(needed(values.out, '--out FILE'));
          const format = formatOf(given, ['pdf', 'json']);
          const done = await ask('applicability', 'memo', { language, format, file });
          return { value: done, lines: [`The memo is in ${done.file}.`, `Digest: ${done.digest}`] };
        }
        default:
          throw new UsageError('Say: applicability questions, answer QUESTION VALUE, decisions, or memo --out FILE.');
      }
    },
  },
  obligations: {
    says: 'obligations list [--state STATE]|next|show NAME|measures|record NAME [--state … --owner … --due DAY --reviewed DAY --reason … --note …] --vault DIR',
    vault: 'open',
    takes: { list: 0, next: 0, show: 1, measures: 0, record: 1 },
    uses: {
      list: ['user', 'language', 'state'],
      next: ['user', 'language'],
      show: ['user', 'language'],
      measures: ['user'],
      record: ['user', 'language', 'state', 'owner', 'due', 'reviewed', 'reason', 'note'],
    },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      const language = languageOf(given);
      switch (words[1]) {
        case 'list': {
          const state = oneOf(values.state, ObligationState.options, '--state');
          const rows = (await ask('obligations', 'list', { language })).filter((row) =>
            state === undefined ? row.state !== 'not-applicable' : row.state === state,
          );
          return {
            value: rows,
            lines: rows.map((row) => [row.state, row.name, row.title, row.owner ?? '', row.dueOn ?? ''].join('\t')),
          };
        }
        case 'next': {
          const summary = await ask('obligations', 'summary', { language });
          const { kind, name, title, serves } = summary.next;
          return {
            value: summary,
            lines: [
              kind === 'none'
                ? 'Nothing is waiting.'
                : `${kind}: ${title ?? ''} (${name ?? ''})${serves > 1 ? `, serves ${serves} obligations` : ''}`,
              ...Object.entries(summary.counts).map(([state, count]) => `${state}\t${count}`),
            ],
          };
        }
        case 'show': {
          const one = await ask('obligations', 'get', { name: needed(words[2], 'The NAME'), language });
          return {
            value: one,
            lines: [
              `${one.title} (${one.citation})`,
              one.sentence,
              `State: ${one.state}${one.dueOn === null ? '' : `, due ${one.dueOn}`}${one.owner === null ? '' : `, ${one.owner}`}`,
              `For: ${one.appliesTo}`,
              `Evidence: ${one.evidenceWanted}`,
              ...one.linked.map(
                (piece) =>
                  `  ${piece.id}\t${piece.title}${piece.expiresOn === null ? '' : `\tuntil ${piece.expiresOn}`}`,
              ),
              ...one.reasons.map(({ because, cite }) => `Because: ${because}${cite === null ? '' : ` (${cite})`}`),
            ],
          };
        }
        case 'measures': {
          const measures = await ask('obligations', 'measures', {});
          return {
            value: measures,
            lines: measures.map((one) =>
              [
                one.measure,
                one.inPlace ? 'in place' : '-',
                `${one.obligations} obligations`,
                one.regulations.join(', '),
              ].join('\t'),
            ),
          };
        }
        case 'record': {
          const name = needed(words[2], 'The NAME');
          const anew = saidAnew(given);
          const { record, revision } = await ask('obligations', 'get', { name, language });
          const done = await ask('obligations', 'record', { name, revision, record: { ...record, ...anew } });
          const { state } = await ask('obligations', 'get', { name, language });
          return { value: { ...done, state }, lines: [`${name} is now: ${state}.`] };
        }
        default:
          throw new UsageError('Say: obligations list, next, show NAME, measures, or record NAME.');
      }
    },
  },
  evidence: {
    says: 'evidence list|add FILE [--title … --expires DAY --for NAME … --replaces ID]|link ID [--for NAME … --expires DAY]|revisions ID|export ID --out FILE|check|remove ID --vault DIR',
    vault: 'open',
    takes: { list: 0, add: 1, link: 1, revisions: 1, export: 1, check: 0, remove: 1 },
    uses: {
      list: ['user'],
      add: ['user', 'title', 'expires', 'for', 'replaces'],
      link: ['user', 'for', 'expires'],
      revisions: ['user'],
      export: ['user', 'out'],
      check: ['user'],
      remove: ['user'],
    },
    run: async ({ ask }, { words, values }) => {
      switch (words[1]) {
        case 'list':
        case 'revisions': {
          const pieces =
            words[1] === 'list'
              ? await ask('evidence', 'list', {})
              : await ask('evidence', 'revisions', { id: evidenceOf(words[2]) });
          return {
            value: pieces,
            lines: pieces.map((one) =>
              [one.id, one.title, one.kind, one.expiresOn ?? '', one.targets.join(', ')].join('\t'),
            ),
          };
        }
        case 'add': {
          const added = await ask('evidence', 'add', {
            file: pathOf(needed(words[2], 'The FILE')),
            expiresOn: dayOf(values.expires, '--expires') ?? null,
            targets: targetsOf(values.for),
            ...(values.title === undefined ? {} : { title: values.title }),
            ...(values.replaces === undefined ? {} : { replaces: evidenceOf(values.replaces) }),
          });
          return { value: added, lines: [`Kept as ${added.id}, encrypted and read back.`] };
        }
        case 'link': {
          const id = evidenceOf(words[2]);
          const expires = dayOf(values.expires, '--expires');
          const targets = values.for === undefined ? undefined : targetsOf(values.for);
          const one = (await ask('evidence', 'list', {})).find((piece) => piece.id === id);
          const linked = await ask('evidence', 'link', {
            id,
            // An ID that is not in the list is refused by its own name.
            revision: one?.revision ?? 1,
            targets: targets ?? [...(one?.targets ?? [])],
            expiresOn: expires === undefined ? (one?.expiresOn ?? null) : expires,
          });
          return { value: linked, lines: [`${linked.title}: ${linked.targets.join(', ') || 'for nothing yet'}.`] };
        }
        case 'export': {
          const done = await ask('evidence', 'export', {
            id: evidenceOf(words[2]),
            file: pathOf(needed(values.out, '--out FILE')),
          });
          return { value: done, lines: [`A readable copy is in ${done.file}.`] };
        }
        case 'check': {
          const done = await ask('evidence', 'check', {});
          return {
            value: done,
            bad: done.damaged.length > 0,
            lines:
              done.damaged.length === 0
                ? [`All ${done.checked} files are as they were taken in.`]
                : done.damaged.map((id) => `Damaged or missing: ${id}`),
          };
        }
        case 'remove': {
          const id = evidenceOf(words[2]);
          await ask('evidence', 'remove', { id });
          return { value: { id }, lines: [`${id} was removed.`] };
        }
        default:
          throw new UsageError(
            'Say: evidence list, add FILE, link ID, revisions ID, export ID --out FILE, check, or remove ID.',
          );
      }
    },
  },
  today: {
    says: 'today [list|calendar --out FILE.ics] --vault DIR',
    vault: 'open',
    takes: { list: 0, calendar: 0 },
    uses: { list: ['user', 'language'], calendar: ['user', 'language', 'out'] },
    run: async ({ ask }, given) => {
      const { words, values } = given;
      const language = languageOf(given);
      // The day where the person sits, not in Greenwich.
      const now = new Date();
      const today = Day.parse(new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10));
      switch (words[1] ?? 'list') {
        case 'list': {
          const due = await ask('today', 'list', { language, today });
          return {
            value: due,
            lines: [
              ...(due.clockWentBack === null
                ? []
                : [`The clock of this computer is behind what was already seen: ${due.clockWentBack.lastSeen}.`]),
              ...(due.items.length === 0
                ? ['Nothing is due.']
                : due.items.map((one) =>
                    [
                      one.state,
                      one.on ?? '',
                      one.title === '' ? `${one.kind} (${one.count})` : one.title,
                      one.owner ?? '',
                    ].join('\t'),
                  )),
            ],
          };
        }
        case 'calendar': {
          const done = await ask('today', 'calendar', {
            language,
            today,
            file: pathOf(needed(values.out, '--out FILE')),
          });
          return { value: done, lines: [`${done.events} events written to ${done.file} and counted again.`] };
        }
        default:
          throw new UsageError('Say: today, or today calendar --out FILE.ics.');
      }
    },
  },
};

/** What changed, line by line: what it concerns, before and after, and what is decided otherwise now. */
function comparisonLines({ changes, decisions }: EditionComparison): string[] {
  return [
    ...changes.flatMap(({ yours, change, part, name, title, details, example, inForceFrom }) => [
      [yours ? 'yours' : '-', change, part, name, title ?? ''].join('\t'),
      ...(inForceFrom === null ? [] : [`  in force from ${inForceFrom}`]),
      ...details.map(({ field, before, after }) => `  ${field}: ${before ?? '–'} → ${after ?? '–'}`),
      ...(example === null
        ? []
        : [
            `  from ${example.start} in ${example.place}: ${example.before ?? 'no date'} → ${example.after ?? 'no date'}`,
          ]),
    ]),
    ...decisions.map(({ name, before, after }) => `decided\t${name}\t${before ?? '–'} → ${after ?? '–'}`),
  ];
}

/** `unknown` says that nobody knows yet; several choices are separated by commas, `none` is none of them. */
function answerOf({ answer, choices }: AskedQuestion, typed: string): GivenAnswer | null {
  if (typed === 'unknown') return null;
  switch (answer) {
    case 'yes-no':
      if (typed !== 'yes' && typed !== 'no') throw new UsageError('The VALUE must be yes, no, or unknown.');
      return typed === 'yes';
    case 'number':
      if (!/^\d{1,15}(\.\d{1,4})?$/.test(typed)) throw new UsageError('The VALUE must be a number, or unknown.');
      return Number(typed);
    case 'choice':
      return typed;
    case 'several': {
      const named = typed === 'none' ? [] : [...new Set(typed.split(',').map((name) => name.trim().toUpperCase()))];
      const known = new Set(choices.map(({ name }) => name));
      const wrong = named.find((name) => !known.has(name));
      if (wrong !== undefined)
        throw new UsageError(`The VALUE must be none, unknown, or some of: ${[...known].join(',')}.`);
      return named;
    }
  }
}

/** What of a record is said anew; everything not said stays. */
function saidAnew({ values: { state, owner, due, reviewed, reason, note } }: Arguments): Partial<ObligationRecord> {
  const said = {
    state: oneOf(state, ObligationRecord.shape.state.options, '--state'),
    owner,
    dueOn: dayOf(due, '--due'),
    reviewedOn: dayOf(reviewed, '--reviewed'),
    reason,
    note,
  };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}
