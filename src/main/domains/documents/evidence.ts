/** Published documents as evidence: a notice from its publication on, a policy when everybody has read it; until its next review. */
import type { Day } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { readLibrary } from './library';

export type DocumentEvidence = {
  readonly id: string;
  readonly title: string;
  /** Obligations by their stable names. */
  readonly targets: readonly string[];
  readonly expiresOn: Day;
};

export async function documentEvidence(db: ReadDb, workbench: Workbench, today: Day): Promise<DocumentEvidence[]> {
  const { holdings } = await readLibrary({ db, workbench, today });
  return holdings.flatMap(({ kept, template, published, row }) =>
    published === null || template === null || row.unread.length > 0
      ? []
      : [{ id: kept.id, title: published.title, targets: template.obligations, expiresOn: kept.nextReviewOn }],
  );
}
