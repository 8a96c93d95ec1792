/** Answers about the audit trail. Entries are written by serve, never here. */
import { readFile, writeFile } from 'node:fs/promises';
import type { trail } from '#shared/domains/trail/operations';
import { assert } from '#shared/kernel/assert';
import { notFound } from '#shared/kernel/failures';
import { withSmallCache } from '../../db/settings';
import { publish } from '../../files/publish';
import type { Handlers } from '../../ipc/context';
import { seePdf } from '../../papers/see-pdf';
import { anchorPdf } from './anchor-sheet';
import {
  identityText,
  lastMade,
  makeCheckpoint,
  readCheckpoints,
  readIdentity,
  readSheetDue,
  rememberPlace,
} from './checkpoints-store';
import { openFindings, settleFinding } from './findings-store';
import { keeperOf } from './keeper';
import { proveLeaf } from './prove';
import { listTrail } from './store';
import { verifyTrail } from './verify-store';

export const trailHandlers: Handlers<typeof trail> = {
  list: ({ db }, page) => listTrail(db, page),
  verify: async ({ workbench }, { checkpoint }) => {
    // A million leaves take seconds: not on the connection that every page of the screen waits for.
    const behind = workbench.readBehind();
    return withSmallCache(behind.driver, () => verifyTrail(behind, checkpoint));
  },
  standing: async ({ db, workbench, now }) => {
    const check = await keeperOf(workbench)
      ?.startCheck()
      .catch(() => null);
    const identity = await readIdentity(db);
    return {
      findings: await openFindings(db),
      compared: [
        ...(check?.mark ? [{ source: 'mark' as const, size: check.mark.size }] : []),
        ...(check?.kept ? [{ source: 'kept' as const, size: check.kept.size }] : []),
      ],
      key: identity === null ? null : identityText(identity),
      lastSheet: await lastMade(db, 'sheet'),
      sheetDue: await readSheetDue(db, now()),
    };
  },
  checkpoints: ({ db }, { limit }) => readCheckpoints(db, limit),
  checkpoint: ({ db, now }) => makeCheckpoint(db, 'asked', now()),
  saveCheckpoint: async (context, { file }) => {
    const { storeId } = context.workbench.vault().slots();
    const place = await context.fileToWrite(file, `steward-${storeId}-${context.now().slice(0, 10)}.checkpoint`, [
      { name: 'Checkpoint', extensions: ['checkpoint'] },
    ]);
    const checkpoint = await context.write((db) => makeCheckpoint(db, 'asked', context.now()));
    await publishText(place, checkpoint.note);
    await context.write((db) => rememberPlace(db, place, context.now()));
    return { file: place, checkpoint };
  },
  anchorSheet: async (context, { language, file }) => {
    const { storeId } = context.workbench.vault().slots();
    const place = await context.fileToWrite(file, `${sheetNames[language]} ${context.now().slice(0, 7)}.pdf`, [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    const checkpoint = await context.write((db) => makeCheckpoint(db, 'sheet', context.now()));
    const identity = await readIdentity(context.read());
    assert(identity !== null, 'a checkpoint was just made under this identity');
    const pdf = await anchorPdf({ storeId, checkpoint, key: identityText(identity), language });
    await publish(
      place,
      (temporary) => writeFile(temporary, pdf, { mode: 0o600, flag: 'wx' }),
      async (temporary) => {
        const { text, pages } = await seePdf(await readFile(temporary));
        assert(pages === 1, 'an anchor sheet is one page');
        const read = text.replaceAll(/\s+/g, '');
        assert(read.includes(checkpoint.root), 'the sheet shows the root');
        assert(read.includes(checkpoint.note.replaceAll(/\s+/g, '')), 'the sheet shows the signed checkpoint');
      },
    );
    return { file: place, checkpoint };
  },
  prove: ({ db, now }, { number }) => proveLeaf(db, number, now()),
  saveProof: async (context, { number, file }) => {
    const place = await context.fileToWrite(file, `steward-entry-${number}.proof.json`, [
      { name: 'JSON', extensions: ['json'] },
    ]);
    const proof = await context.write((db) => proveLeaf(db, number, context.now()));
    await publishText(place, `${JSON.stringify(proof, null, 2)}\n`);
    return { file: place, size: proof.size };
  },
  settleFinding: async ({ db, caller, now }, { id }) => {
    if (!(await settleFinding(db, id, caller.actor.id, now()))) throw notFound('finding');
    return { open: (await openFindings(db)).length };
  },
};

const sheetNames = { en: 'Steward anchor', de: 'Steward Anker' } as const;

/** Written, read again, and only then given its name. */
async function publishText(file: string, text: string): Promise<void> {
  await publish(
    file,
    (temporary) => writeFile(temporary, text, { mode: 0o600, flag: 'wx' }),
    async (temporary) => assert((await readFile(temporary, 'utf8')) === text, 'the file holds what was written'),
  );
}
