/** The trail as it is now, for the footer of a paper. */
import { trailMarks } from '#shared/papers/marks';
import type { PaperLanguage } from '#shared/papers/paper';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { trailCheckpoint } from './store';

export const paperMarks = async (db: ReadDb, workbench: Workbench, language: PaperLanguage) =>
  trailMarks({ storeId: workbench.vault().slots().storeId, ...(await trailCheckpoint(db)) }, language);
