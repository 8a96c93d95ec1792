/** What documents repeat beyond who the business is: said once here. */
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { Answered } from '#shared/contract';
import { wordsIn } from '#shared/content/words';
import { type MoreFact, MoreFacts, moreWords } from '#shared/domains/documents/more-facts';
import { AskedPage } from '../../app/AskedPage';
import { TextLink } from '../../app/go';
import { FailureNotice } from '../../app/FailureNotice';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './documents.module.css';

const groups: Readonly<Record<'contact' | 'authorities' | 'web' | 'emergency', readonly MoreFact[]>> = {
  contact: ['contactEmail', 'contactPhone', 'securityLead'],
  authorities: ['authority', 'ukAuthority', 'insurer'],
  web: ['noticeAddress', 'requestAddress', 'optOutAddress', 'limitAddress', 'effectiveOn'],
  emergency: ['backupPlace', 'longestOutage', 'emergencyPlace'],
};

export function FactsPage() {
  const asked = useAsked('documents', 'facts', {});
  return <AskedPage asked={asked}>{(answer) => <Form answer={answer} />}</AskedPage>;
}

function Form({ answer }: { readonly answer: Answered<'documents', 'facts'> }) {
  const w = useWords('documents').facts;
  const language = useLanguage();
  const mayWrite = useMay()('write', 'documents');
  const save = useCommand('documents', 'setFacts');
  const [facts, setFacts] = useState(answer.facts);
  const checked = MoreFacts.safeParse(facts);
  const wrong = new Set(checked.success ? [] : checked.error.issues.map(({ path }) => String(path[0])));
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (checked.success) void save.run({ facts: checked.data });
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        <PageHead title={w.title} lead={w.lead} />
        <Text>
          {answer.business === null ? w.nobody : w.isFor(answer.business)}{' '}
          <TextLink to="/record" underline="always">
            {w.toBusiness}
          </TextLink>
        </Text>
        {(Object.keys(groups) as (keyof typeof groups)[]).map((group) => (
          <Card key={group} title={w.groups[group]}>
            <div className={styles.fields}>
              {groups[group].map((name) => (
                <TextInput
                  key={name}
                  label={wordsIn(moreWords[name], language)}
                  value={facts[name]}
                  disabled={!mayWrite}
                  error={wrong.has(name) ? w.notSo(name.endsWith('Address')) : null}
                  onChange={({ currentTarget: { value } }) => setFacts((all) => ({ ...all, [name]: value }))}
                />
              ))}
            </div>
          </Card>
        ))}
        <FailureNotice failure={save.failure} />
        {save.answer !== undefined && (
          <Alert role="status">{w.saved(save.answer.changed.length, save.answer.outOfDate)}</Alert>
        )}
        <Group>
          <Button type="submit" loading={save.isRunning} disabled={!mayWrite}>
            {w.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
