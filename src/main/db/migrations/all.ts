/** Every migration, in order. Shipped ones are frozen; mistakes are repaired by the next one. */
import { migration0001 } from './0001-trail-entries';
import { migration0002 } from './0002-customers-store';
import { migration0003 } from './0003-obligations-evidence';
import { migration0004 } from './0004-evidence-revision';
import { migration0005 } from './0005-trail-latest-moment';
import { migration0006 } from './0006-fields-purpose-revision';
import { migration0007 } from './0007-trail-tree';
import { migration0008 } from './0008-people-approvals';
import { migration0009 } from './0009-watching';
import { migration0010 } from './0010-devices';
import { migration0011 } from './0011-audits';
import { migration0012 } from './0012-own-holidays';
import { migration0013 } from './0013-documents';
import { migration0014 } from './0014-processing';
import { migration0015 } from './0015-consents';
import { migration0016 } from './0016-training';
import { migration0017 } from './0017-vendors';
import { migration0018 } from './0018-vault-second-key';
import { migration0019 } from './0019-backups';
import { migration0020 } from './0020-risks';
import { migration0021 } from './0021-retention';
import { migration0022 } from './0022-setup';
import { migration0023 } from './0023-programme';
import type { Migration } from './migration';

export const migrations: readonly Migration[] = [
  migration0001,
  migration0002,
  migration0003,
  migration0004,
  migration0005,
  migration0006,
  migration0007,
  migration0008,
  migration0009,
  migration0010,
  migration0011,
  migration0012,
  migration0013,
  migration0014,
  migration0015,
  migration0016,
  migration0017,
  migration0018,
  migration0019,
  migration0020,
  migration0021,
  migration0022,
  migration0023,
];
