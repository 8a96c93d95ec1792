/** Everything the pages show about backups, put together from places and what was done there. */
import { addressText } from '#shared/domains/backups/address';
import type { BackupPlace, BackupRun, OtherBackup, OtherBackupId, Overview } from '#shared/domains/backups/model';
import { missedSince, nextDue } from '#shared/domains/backups/schedule';
import { lightOf, type PlaceState, standingOf } from '#shared/domains/backups/standing';
import { type Day, daysLater, type Instant } from '#shared/kernel/time';
import type { ReadDb } from '../../db/handles';
import {
  type KeptOther,
  type KeptPlace,
  lastGoodRuns,
  listFolders,
  listOthers,
  listPlaces,
  listRuns,
  readTargets,
} from './store';

const runsShown = 60;

export async function overviewOf(db: ReadDb, now: Instant): Promise<Overview> {
  const [places, good, runs, folders, others, targets] = [
    await listPlaces(db),
    await lastGoodRuns(db),
    await listRuns(db, runsShown),
    await listFolders(db),
    await listOthers(db),
    await readTargets(db),
  ];
  const shown = places.map((place) => placeShown(place, good, now));
  const lastBackup = latest(shown.map(({ lastGood }) => lastGood));
  const lastRestore = runs.find(({ kind, outcome }) => (kind === 'drill' || kind === 'restore') && outcome === 'good');
  const took = lastRestore?.facts['tookMs'];
  return {
    places: shown,
    runs,
    folders,
    others: others.map((other) => otherShown(other, now.slice(0, 10) as Day)),
    targets,
    wouldLoseHours: lastBackup === null ? null : (Date.parse(now) - Date.parse(lastBackup)) / 3_600_000,
    restoreTookMinutes: typeof took === 'number' ? took / 60_000 : null,
    standing: standingOf(shown.map(stateOf), now),
  };
}

const latest = (all: readonly (string | null)[]): string | null =>
  all.reduce((found, one) => (one !== null && (found === null || one > found) ? one : found), null);

const stateOf = ({ address, lastGood, lastRead, lastDrill }: BackupPlace): PlaceState => ({
  kind: address.kind,
  lastVerified: lastGood,
  lastRead: lastRead ?? lastGood,
  lastDrill,
  keepsForEver: null,
});

export function placeShown(place: KeptPlace, good: readonly BackupRun[], now: Instant): BackupPlace {
  const last = (kind: BackupRun['kind']): Instant | null =>
    good.find((run) => run.place === place.id && run.kind === kind)?.endedAt ?? null;
  const { schedule } = place.plan;
  const lastGood = last('backup');
  const state = { lastVerified: lastGood, lastRead: last('check') ?? lastGood, lastDrill: last('drill') };
  return {
    id: place.id as BackupPlace['id'],
    name: place.name,
    address: place.address,
    where: addressText(place.address),
    plan: place.plan,
    madeAt: place.madeAt,
    revision: place.revision,
    light: lightOf({ ...state, kind: place.address.kind, keepsForEver: null }, now),
    lastGood,
    lastRead: last('check'),
    lastDrill: state.lastDrill,
    nextDue: nextDue(schedule, now),
    missedSince: missedSince(schedule, lastGood, place.madeAt, now),
  };
}

export function otherShown(other: KeptOther, today: Day): OtherBackup {
  const testDue = other.testedOn === null ? today : daysLater(other.testedOn, other.testEveryDays);
  return { ...other, id: other.id as OtherBackupId, testDue };
}
