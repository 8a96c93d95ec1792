/** What is due of evidence: files that stop counting on a day. */
import type { DueSource } from '../../ipc/due-source';
import { currentEvidence } from './store';

export const dueEvidence: DueSource = async ({ db, today }) =>
  (await currentEvidence(db)).flatMap(({ id, title, expiresOn }) =>
    expiresOn === null
      ? []
      : [
          {
            id: `evidence:${id}`,
            kind: expiresOn < today ? ('evidence-expired' as const) : ('evidence-expires' as const),
            title,
            on: expiresOn,
            owner: null,
            count: 1,
            about: id,
          },
        ],
  );
