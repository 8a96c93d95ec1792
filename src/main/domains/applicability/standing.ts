/** What the laws say today, as names that conditions of templates ask for. */
import { decideLabels } from '#shared/content/applicability';
import type { Standing } from '#shared/content/condition';
import type { ReadDb } from '../../db/handles';
import type { Workbench } from '../../ipc/workbench';
import { peopleByPlace } from '../customers/public';
import { decide } from './decide';

export async function readStanding(db: ReadDb, workbench: Workbench): Promise<Standing> {
  const decided = await decide(db, workbench);
  const people = await peopleByPlace(workbench);
  const answers = Object.fromEntries(
    [...decided.answers].flatMap(([question, { answer }]) => (answer === null ? [] : [[question, answer]])),
  );
  const yes = new Set<string>(['always']);
  const open = new Set<string>();
  for (const { pack, decisions } of decided.byPack) {
    const { regulation } = pack.manifest;
    if (decisions.some(({ applies }) => applies === 'yes')) yes.add(regulation);
    else if (decisions.some(({ applies }) => applies === 'open')) open.add(regulation);
    const labels = decideLabels(pack, answers, people);
    for (const label of labels.yes) yes.add(`${regulation}:${label}`);
    for (const label of labels.open) open.add(`${regulation}:${label}`);
  }
  return { yes, open };
}
