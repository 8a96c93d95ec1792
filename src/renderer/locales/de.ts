/** All German words, by domain; the compiler says which are missing. */
import type { en } from './en';
import { access } from './de/access';
import { applicability } from './de/applicability';
import { audits } from './de/audits';
import { backups } from './de/backups';
import { consents } from './de/consents';
import { training } from './de/training';
import { risks } from './de/risks';
import { programme } from './de/programme';
import { customers } from './de/customers';
import { devices } from './de/devices';
import { documents } from './de/documents';
import { evidence } from './de/evidence';
import { fields } from './de/fields';
import { imports } from './de/imports';
import { keys } from './de/keys';
import { law } from './de/law';
import { obligations } from './de/obligations';
import { processing } from './de/processing';
import { reports } from './de/reports';
import { responsibilities } from './de/responsibilities';
import { retention } from './de/retention';
import { settings } from './de/settings';
import { setup } from './de/setup';
import { shell } from './de/shell';
import { today } from './de/today';
import { trail } from './de/trail';
import { vault } from './de/vault';
import { vendors } from './de/vendors';
import { watching } from './de/watching';

export const de: typeof en = {
  shell,
  vault,
  access,
  today,
  customers,
  consents,
  retention,
  imports,
  law,
  applicability,
  obligations,
  evidence,
  documents,
  responsibilities,
  fields,
  processing,
  vendors,
  setup,
  reports,
  trail,
  keys,
  watching,
  devices,
  audits,
  backups,
  training,
  risks,
  programme,
  settings,
};
