/** All English words, by domain. */
import { access } from './en/access';
import { applicability } from './en/applicability';
import { audits } from './en/audits';
import { backups } from './en/backups';
import { consents } from './en/consents';
import { training } from './en/training';
import { risks } from './en/risks';
import { programme } from './en/programme';
import { customers } from './en/customers';
import { devices } from './en/devices';
import { documents } from './en/documents';
import { evidence } from './en/evidence';
import { fields } from './en/fields';
import { imports } from './en/imports';
import { keys } from './en/keys';
import { law } from './en/law';
import { obligations } from './en/obligations';
import { processing } from './en/processing';
import { reports } from './en/reports';
import { responsibilities } from './en/responsibilities';
import { retention } from './en/retention';
import { settings } from './en/settings';
import { setup } from './en/setup';
import { shell } from './en/shell';
import { today } from './en/today';
import { trail } from './en/trail';
import { vault } from './en/vault';
import { vendors } from './en/vendors';
import { watching } from './en/watching';

export const en = {
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
