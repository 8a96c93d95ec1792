/** Answers about the year and its reviews. */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import type { Language } from '#shared/content/words';
import type { Review, ReviewFigures, ReviewId, Year } from '#shared/domains/programme/model';
import type { programme } from '#shared/domains/programme/operations';
import { reviewPaper, yearPaper } from '#shared/domains/programme/papers';
import { yearOf } from '#shared/domains/programme/rules';
import { programmeWords } from '#shared/domains/programme/words';
import { levelOf } from '#shared/domains/risks/rules';
import type { DueItem } from '#shared/domains/today/model';
import { dueState } from '#shared/domains/today/rules';
import { assert } from '#shared/kernel/assert';
import { brokenRule, notFound } from '#shared/kernel/failures';
import { type Day, localDay } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import { publish } from '../../files/publish';
import type { Handlers } from '../../ipc/context';
import type { Workbench } from '../../ipc/workbench';
import { checkPaper } from '../../papers/check-paper';
import { paperBytes, savePaper } from '../../papers/save-paper';
import { innerKey, signingPair } from '../../vault/inner-keys';
import { takeIn } from '../evidence/public';
import { readRegister } from '../obligations/public';
import { listActions, listRisks } from '../risks/public';
import { dueSources, writeCalendar } from '../today/public';
import { readTraining } from '../training/public';
import { insertReview, listReviews } from './store';

type Asking = { readonly db: ReadDb; readonly workbench: Workbench; readonly language: Language; readonly today: Day };

export const programmeHandlers: Handlers<typeof programme> = {
  year: ({ db, workbench, now }, { language, today = localDay(now()) }) => readYear({ db, workbench, language, today }),
  exportYear: async (context, { format, language, today = localDay(context.now()), file }) => {
    const { workbench, now } = context;
    const year = await readYear({ db: context.read(), workbench, language, today });
    const { storeId } = workbench.vault().slots();
    const place = await context.fileToWrite(file, `${programmeWords[language].year}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    const dates = year.items.length + year.slipped.length;
    if (format === 'ics') {
      const name = programmeWords[language].year;
      const items = [...year.slipped, ...year.items].map(({ again: _again, ...item }): DueItem => ({
        ...item,
        title: item.title === '' ? programmeWords[language].review : item.title,
        state: dueState(today, item.on),
        count: 1,
        about: item.id,
      }));
      const { bytes } = await writeCalendar(place, items, { name, language, storeId, now: now() });
      return { file: place, dates, bytes };
    }
    const paper = yearPaper(year, language, storeId);
    const { bytes } = await savePaper(paper, format, place, { madeAt: now(), signal: context.signal });
    return { file: place, dates, bytes };
  },
  hold: async (context, { review: draft, language, today = localDay(context.now()) }) => {
    const { workbench, now, newId, caller } = context;
    if (draft.heldOn > today) throw brokenRule('programme.not-held-yet');
    if (draft.nextOn <= draft.heldOn) throw brokenRule('programme.next-before-this');
    const { figures } = await readYear({ db: context.read(), workbench, language, today });
    const { storeId } = workbench.vault().slots();
    const at = now();
    const id = newId('rvw') as ReviewId;
    const content = { ...draft, figures };
    const text = signedText(storeId, { id, by: caller.actor.id, at }, content);
    const pair = signingPair(await context.write((db) => innerKey(db, 'signing', at)));
    const signed = {
      ...content,
      id,
      digest: createHash('sha256').update(text).digest('hex'),
      publicKey: pair.publicKey,
      signature: Buffer.from(pair.sign(Buffer.from(text))).toString('base64'),
      by: caller.actor.id,
      at,
    };
    // The paper does not name its own number in the evidence; everything else on it is final.
    const paper = reviewPaper(signed as Review, language, storeId);
    const bytes = await paperBytes(paper, 'pdf', at);
    await checkPaper(Buffer.from(bytes), 'pdf', paper);
    return takeIn(
      context,
      { bytes, fileName: `${paper.title} ${draft.heldOn}.pdf`, kind: 'pdf' },
      async () => ({ title: `${paper.title} ${draft.heldOn}`, replaces: null, expiresOn: draft.nextOn, targets: [] }),
      async (db, evidence) => {
        const review: Review = { ...signed, evidence };
        await insertReview(db, review, content);
        return review;
      },
    );
  },
  exportReview: async (context, { id, format, language, file }) => {
    const { workbench, now } = context;
    const review = (await listReviews(context.read())).find((one) => one.id === id);
    if (review === undefined) throw notFound('review');
    const { storeId } = workbench.vault().slots();
    const paper = reviewPaper(review, language, storeId);
    const place = await context.fileToWrite(file, `${paper.title} ${review.heldOn}.${format}`, [
      { name: format.toUpperCase(), extensions: [format] },
    ]);
    if (format !== 'json') {
      const { bytes } = await savePaper(paper, format, place, { madeAt: now(), signal: context.signal });
      return { file: place, bytes };
    }
    const { present, looked, decided, heldOn, nextOn, figures } = review;
    const content = { present, looked, decided, heldOn, nextOn, figures };
    const data = {
      review: JSON.parse(signedText(storeId, review, content)) as unknown,
      digest: review.digest,
      publicKey: review.publicKey,
      signature: review.signature,
    };
    const { bytes } = await publish(
      place,
      (temporary) => writeFile(temporary, `${JSON.stringify(data, null, 2)}\n`, { mode: 0o600, flag: 'wx' }),
      async (temporary) =>
        assert(
          isDeepStrictEqual(JSON.parse(await readFile(temporary, 'utf8')), data),
          'the file holds what was signed',
        ),
    );
    return { file: place, bytes };
  },
};

/** Canonical JSON (RFC 8785) of everything a review says. */
function signedText(
  storeId: string,
  { id, by, at }: Pick<Review, 'id' | 'by' | 'at'>,
  content: Omit<Review, 'id' | 'by' | 'at' | 'digest' | 'publicKey' | 'signature' | 'evidence'>,
): string {
  const text = canonicalize({ kind: 'steward-management-review', storeId, id, by, at, ...content });
  assert(text !== undefined, 'a review is plain JSON');
  return text;
}

async function readYear(asking: Asking): Promise<Year> {
  const { db, workbench, today, language } = asking;
  const ask = { db, workbench, law: workbench.law.current(), today, language, whole: true };
  const drafts = (await Promise.all(dueSources.map((source) => source(ask)))).flat();
  const dated = drafts.map(({ id, kind, title, on, owner, everyDays }) => ({
    id,
    kind,
    title,
    on,
    owner,
    ...(everyDays === undefined ? {} : { everyDays }),
  }));
  const { items, slipped, until } = yearOf(dated, today);
  return {
    today,
    until,
    items,
    slipped,
    reviews: await listReviews(db),
    figures: await readFigures(asking, { slipped: slipped.length, due: items.length }),
  };
}

async function readFigures(asking: Asking, counted: Pick<ReviewFigures, 'slipped' | 'due'>): Promise<ReviewFigures> {
  const { db, workbench, today, language } = asking;
  const { entries } = await readRegister(db, workbench, today, language);
  const states = entries
    .map(({ row }) => row.state)
    .filter((state) => state !== 'not-applicable' && state !== 'unknown');
  const risks = (await listRisks(db)).filter(({ state }) => state === 'open');
  const { standings } = await readTraining(asking);
  const count = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length;
  return {
    ...counted,
    obligations: {
      apply: states.length,
      shown: count(states, (state) => state === 'evidenced'),
      inPlace: count(states, (state) => state === 'in-place'),
      notStarted: count(states, (state) => state === 'not-started'),
      runOut: count(states, (state) => state === 'expired'),
    },
    risks: {
      open: risks.length,
      grave: count(risks, ({ likelihood, impact }) => ['high', 'very-high'].includes(levelOf(likelihood, impact))),
      actions: count(await listActions(db), ({ state }) => state === 'open'),
    },
    training: {
      upToDate: count(standings, ({ state }) => state === 'up-to-date'),
      due: count(standings, ({ state }) => state === 'due'),
      overdue: count(standings, ({ state }) => state === 'overdue'),
    },
  };
}
