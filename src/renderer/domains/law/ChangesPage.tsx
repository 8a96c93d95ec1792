/** What the edition of a law in use changes against the one before it: first only what concerns this business, in plain words. */
import { Anchor, Badge, List, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import type { EditionComparison, EditionDifference } from '#shared/domains/law/model';
import { AskedPage } from '../../app/AskedPage';
import { PageLink, TextLink } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import styles from './ChangesPage.module.css';
import { OlderRecords } from './OlderRecords';

export function ChangesPage({ regulation }: { readonly regulation: string }) {
  const w = useWords('law');
  const names = useWords('obligations').regulations;
  const language = useLanguage();
  const asked = useAsked('law', 'changes', { regulation, language });
  return (
    <Stack gap="lg">
      <Anchor component={PageLink} to="/deadlines" size="sm" className={styles.back}>
        <IconArrowLeft size={15} aria-hidden /> {w.back}
      </Anchor>
      <PageHead title={w.changesTitle(names[regulation] ?? regulation)} />
      <AskedPage asked={asked}>
        {(compared) => (
          <>
            <Text role="status">
              {compared.before === null ? w.noEarlier(compared.edition) : w.replaces(compared.edition, compared.before)}
            </Text>
            {compared.before !== null && <Compared compared={compared} />}
          </>
        )}
      </AskedPage>
      <OlderRecords regulation={regulation} />
    </Stack>
  );
}

function Compared({ compared: { changes, decisions } }: { readonly compared: EditionComparison }) {
  const w = useWords('law');
  const [shown, setShown] = useState<'yours' | 'all'>('yours');
  const yours = changes.filter((change) => change.yours);
  const listed = shown === 'yours' ? yours : changes;
  const parts = [...new Set(listed.map(({ part }) => part))];
  if (changes.length === 0) return <Text>{w.nothingAtAll}</Text>;
  return (
    <>
      {decisions.length > 0 && (
        <Card title={w.decisionsTitle}>
          <List spacing={4}>
            {decisions.map(({ name, title, before, after }) => (
              <List.Item key={name}>
                {after === null ? (
                  title
                ) : (
                  <TextLink to="/obligations/$name" params={{ name }} underline="always">
                    {title}
                  </TextLink>
                )}
                : {w.decision(w.decided[before ?? 'none'], w.decided[after ?? 'none'])}
              </List.Item>
            ))}
          </List>
        </Card>
      )}
      <SegmentedControl
        aria-label={w.shown}
        className={styles.switch}
        value={shown}
        onChange={(value) => setShown(value as 'yours' | 'all')}
        data={[
          { value: 'yours', label: w.yours(yours.length) },
          { value: 'all', label: w.all(changes.length) },
        ]}
      />
      {listed.length === 0 && <Text>{w.nothingYours}</Text>}
      {parts.map((part) => (
        <Card key={part} title={w.parts[part] ?? part}>
          {listed
            .filter((change) => change.part === part)
            .map((change) => (
              <Difference key={change.name} change={change} />
            ))}
        </Card>
      ))}
    </>
  );
}

const marks = { added: 'moss', removed: 'clay', changed: 'yellow' } as const;

function Difference({ change }: { readonly change: EditionDifference }) {
  const w = useWords('law');
  const language = useLanguage();
  const { details, example } = change;
  const said = new Set(details.map(({ field }) => field));
  // What belongs to the statement of law is said part by part; the rest that has no words is named.
  const unsaid =
    change.change === 'changed'
      ? change.fields.filter((field) => !said.has(field) && field !== 'law' && !(field === 'rules' && example !== null))
      : [];
  return (
    <article className={styles.change}>
      <Title order={3} size="h4">
        {change.title ?? change.name}{' '}
        <Badge color={marks[change.change]} tt="none">
          {w.changes[change.change]}
        </Badge>{' '}
        {!change.yours && (
          <Badge color="gray" tt="none">
            {w.notYours}
          </Badge>
        )}
      </Title>
      {change.inForceFrom !== null && <Text fw={600}>{w.inForceFrom(dayIn(language, change.inForceFrom))}</Text>}
      {details.map(({ field, before, after }) => (
        <Sides key={field} title={w.fields[field] ?? field} before={before} after={after} none={w.nothingThere} />
      ))}
      {example !== null && (
        <Sides
          title={w.example(dayIn(language, example.start), example.place)}
          before={example.before?.slice(0, 10) ?? null}
          after={example.after?.slice(0, 10) ?? null}
          none={w.noDate}
        />
      )}
      {unsaid.length > 0 && (
        <Text size="sm">{w.otherwiseChanged(unsaid.map((field) => w.fields[field] ?? field))}</Text>
      )}
    </article>
  );
}

type SidesProps = {
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly none: string;
};

function Sides({ title, before, after, none }: SidesProps) {
  const w = useWords('law');
  const language = useLanguage();
  const say = (side: string | null): string =>
    side === null ? none : /^\d{4}-\d{2}-\d{2}$/.test(side) ? dayIn(language, side) : side;
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <dl className={styles.sides}>
        <div className={styles.before}>
          <dt>{w.before}</dt>
          <dd>{say(before)}</dd>
        </div>
        <div className={styles.after}>
          <dt>{w.now}</dt>
          <dd>{say(after)}</dd>
        </div>
      </dl>
    </div>
  );
}
