/** The list of everything Today looks at: a domain with something due adds its line here. */
import type { DueSource } from '../../ipc/due-source';
import { dueAccess } from '../access/public';
import { dueQuestions } from '../applicability/public';
import { dueApprovals } from '../approvals/public';
import { dueAudits } from '../audits/public';
import { dueConsents } from '../consents/public';
import { dueBackups } from '../backups/public';
import { dueDuplicates } from '../customers/public';
import { dueDevices } from '../devices/public';
import { dueDocuments } from '../documents/public';
import { dueEvidence } from '../evidence/public';
import { dueRows } from '../imports/public';
import { dueObligations } from '../obligations/public';
import { dueResponsibilities } from '../responsibilities/public';
import { dueReview } from '../programme/public';
import { dueRecord } from '../processing/public';
import { dueRisks } from '../risks/public';
import { dueTraining } from '../training/public';
import { dueVendors } from '../vendors/public';
import { dueRetention } from '../retention/public';
import { dueAlerts } from '../watching/public';

export const dueSources: readonly DueSource[] = [
  dueApprovals,
  dueAccess,
  dueAlerts,
  dueAudits,
  dueBackups,
  dueRecord,
  dueTraining,
  dueReview,
  dueVendors,
  dueRisks,
  dueDevices,
  dueDocuments,
  dueResponsibilities,
  dueQuestions,
  dueObligations,
  dueEvidence,
  dueConsents,
  dueRetention,
  dueRows,
  dueDuplicates,
];
