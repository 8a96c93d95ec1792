/** The demo shop's documents: three policies of which one is published and read, and who looks after what. */
import type { TestBench } from '#test/support/workbench';

export async function seedDocuments(ask: TestBench['ask']): Promise<void> {
  await ask('documents', 'setFacts', {
    facts: {
      contactPhone: '(510) 555-0101',
      securityLead: 'Ana Reyes',
      requestAddress: 'https://harborlane.example/privacy/ask',
    },
  });
  const { made } = await ask('documents', 'create', {
    templates: ['documents:privacy-policy', 'documents:security-policy', 'documents:retention-policy'],
  });
  const [privacy] = made;
  if (privacy === undefined) return;
  const approved = await ask('documents', 'approve', { id: privacy.id, revision: privacy.revision });
  await ask('documents', 'publish', { id: privacy.id, revision: approved.revision });
  await ask('documents', 'acknowledge', { id: privacy.id, version: 1 });
  const { areas } = await ask('responsibilities', 'list', {});
  for (const { name } of areas)
    await ask('responsibilities', 'assign', {
      area: name,
      revision: 0,
      assignment: { accountable: 'owner' as never, responsible: null, deputy: null, consulted: [], informed: [] },
    });
}
