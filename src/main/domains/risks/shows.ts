/** What risks show for obligations: signed assessments, until the day on which they are to be looked at again. */
import type { EvidenceSource } from '../../ipc/evidence-source';
import { listAssessments } from './store';

export const risksShow: EvidenceSource = async ({ db, workbench }) => {
  const templates = new Map(workbench.law.current().assessments.map((one) => [one.name, one]));
  return (await listAssessments(db))
    .filter(({ state, replaced }) => state === 'signed' && !replaced)
    .map(({ id, content, reviewOn, template }) => ({
      id,
      title: content.title,
      expiresOn: reviewOn,
      targets: templates.get(template)?.obligations ?? [],
    }));
};
