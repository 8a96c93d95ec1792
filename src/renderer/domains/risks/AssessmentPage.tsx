/** One assessment: criteria, parts, points, risks and advice; saved as a draft, signed by somebody else, then only read. */
import { Alert, Button, Checkbox, Group, List, Menu, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type {
  Assessment,
  AssessmentContent,
  AssessmentId,
  Lack,
  RiskPicture,
  ShownTemplate,
} from '#shared/domains/risks/model';
import { isAsked, isNeeded, lacksOf } from '#shared/domains/risks/rules';
import { paperFormats } from '#shared/papers/paper';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { PageLink, useGo } from '../../app/go';
import { momentIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { NotFound } from '../../app/NotFound';
import { PageHead } from '../../ui/PageHead';
import { ActionDialog } from './ActionDialog';
import { PeopleRisksCard } from './PeopleRisksCard';
import { PointsCard } from './PointsCard';
import { SignCard } from './SignCard';
import { useNames } from './use-names';

export function AssessmentPage({ id }: { readonly id: AssessmentId }) {
  const language = useLanguage();
  const asked = useAsked('risks', 'picture', { language, today: localToday() });
  return (
    <AskedPage asked={asked}>
      {(picture) => {
        const assessment = picture.assessments.find((one) => one.id === id);
        const template = picture.templates.find(({ name }) => name === assessment?.template);
        if (assessment === undefined || template === undefined) return <NotFound />;
        // Another person's newer draft is shown by starting from it anew.
        return <Shown key={assessment.revision} picture={picture} assessment={assessment} template={template} />;
      }}
    </AskedPage>
  );
}

type ShownProps = { readonly picture: RiskPicture; readonly assessment: Assessment; readonly template: ShownTemplate };

function Shown({ picture, assessment, template }: ShownProps) {
  const words = useWords('risks');
  const w = words.assessment;
  const language = useLanguage();
  const may = useMay();
  const go = useGo();
  const save = useCommand('risks', 'save');
  const renew = useCommand('risks', 'begin');
  const write = useTask('risks', 'exportAssessment');
  const [content, setContent] = useState<AssessmentContent>(assessment.content);
  const [acting, setActing] = useState(false);
  const nameOf = useNames(picture.people);
  const isOpen = assessment.state === 'draft' && may('write', 'risks');
  const needed = isNeeded(template, content);
  const isChanged = JSON.stringify(content) !== JSON.stringify(assessment.content);
  const change = (part: Partial<AssessmentContent>): void => setContent((before) => ({ ...before, ...part }));
  const textOf = (name: string): string => content.parts.find((part) => part.name === name)?.text ?? '';
  const setText = (name: string, text: string): void =>
    change({
      parts: [...content.parts.filter((part) => part.name !== name), ...(text === '' ? [] : [{ name, text }])],
    });

  async function again(): Promise<void> {
    const begun = await renew.run({ template: assessment.template, replaces: assessment.id, language });
    if (begun !== undefined) await go({ to: '/risks/$id', params: { id: begun.id } });
  }
  return (
    <Stack gap="lg">
      <PageHead title={content.title} lead={template.lead}>
        <Button component={PageLink} to="/risks" variant="default">
          {w.all}
        </Button>
        {may('write', 'risks') && (
          <Button variant="default" onClick={() => setActing(true)}>
            {w.action}
          </Button>
        )}
        {may('export', 'risks') && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={write.isRunning}>
                {w.exportAs}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {paperFormats.map((format) => (
                <Menu.Item key={format} onClick={() => void write.run({ id: assessment.id, format, language })}>
                  {format.toUpperCase()}
                </Menu.Item>
              ))}
              {template.screen.length > 0 && (
                <Menu.Item onClick={() => void write.run({ id: assessment.id, format: 'cnil', language })}>
                  {w.cnil}
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </PageHead>
      <FailureNotice failure={write.failure ?? renew.failure} />
      {write.answer !== undefined && <Alert role="status">{words.saved(write.answer.file)}</Alert>}
      {assessment.state === 'signed' && (
        <Alert>
          <Text>{w.signed(nameOf(assessment.signedBy), momentIn(language, assessment.signedAt ?? ''))}</Text>
          {assessment.alone && <Text size="sm">{w.signedAlone}</Text>}
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            {w.digest(assessment.digest ?? '')}
          </Text>
          {may('write', 'risks') && !assessment.replaced && (
            <Button variant="default" size="xs" mt="xs" loading={renew.isRunning} onClick={() => void again()}>
              {w.renew}
            </Button>
          )}
        </Alert>
      )}
      <Card>
        <TextInput
          label={w.name}
          maxLength={160}
          readOnly={!isOpen}
          value={content.title}
          onChange={(event) => change({ title: event.currentTarget.value })}
        />
      </Card>
      {template.screen.length > 0 && (
        <Card title={w.screen}>
          <Text c="dimmed">{w.screenLead(template.screenFrom)}</Text>
          {template.screen.map((criterion) => (
            <Checkbox
              key={criterion.name}
              label={criterion.words}
              disabled={!isOpen}
              checked={content.screen.includes(criterion.name)}
              onChange={(event) =>
                change({
                  screen: event.currentTarget.checked
                    ? [...content.screen, criterion.name]
                    : content.screen.filter((name) => name !== criterion.name),
                })
              }
            />
          ))}
          <Text role="status" fw={600}>
            {content.screen.length >= template.screenFrom ? w.needed : w.notNeeded}
          </Text>
          {content.screen.length < template.screenFrom && (
            <Checkbox
              label={w.anyway}
              disabled={!isOpen}
              checked={content.anyway}
              onChange={(event) => change({ anyway: event.currentTarget.checked })}
            />
          )}
        </Card>
      )}
      {template.parts
        .filter(({ when }) => isAsked(when, needed))
        .map((part) => (
          <Card key={part.name} title={part.title}>
            <Textarea
              aria-label={part.title}
              description={`${part.help} ${w.source(part.cite)}`}
              autosize
              minRows={3}
              maxLength={20_000}
              readOnly={!isOpen}
              value={textOf(part.name)}
              onChange={(event) => setText(part.name, event.currentTarget.value)}
            />
          </Card>
        ))}
      {template.items.length > 0 && (
        <PointsCard template={template} content={content} isOpen={isOpen} onChange={change} />
      )}
      {template.withRisks && needed && (
        <PeopleRisksCard content={content} isOpen={isOpen} onChange={change} asksAuthority={template.screenFrom > 0} />
      )}
      {template.withAdvice && needed && (
        <Card title={w.advice}>
          <TextInput
            label={w.adviceFrom}
            maxLength={160}
            readOnly={!isOpen}
            value={content.advice.from}
            onChange={(event) => change({ advice: { ...content.advice, from: event.currentTarget.value } })}
          />
          <Textarea
            label={w.adviceText}
            autosize
            minRows={2}
            maxLength={4_000}
            readOnly={!isOpen}
            value={content.advice.text}
            onChange={(event) => change({ advice: { ...content.advice, text: event.currentTarget.value } })}
          />
        </Card>
      )}
      {isOpen && (
        <>
          <Lacks lacks={lacksOf(template, content)} template={template} />
          <FailureNotice failure={save.failure} />
          <Group>
            <Button
              loading={save.isRunning}
              disabled={!isChanged || content.title.trim() === ''}
              onClick={() => void save.run({ id: assessment.id, revision: assessment.revision, content })}
            >
              {w.save}
            </Button>
            {!isChanged && <Text role="status">{w.savedNow}</Text>}
          </Group>
          {!isChanged && lacksOf(template, content).length === 0 && (
            <SignCard assessment={assessment} isOwn={assessment.author === picture.me} today={picture.today} />
          )}
        </>
      )}
      {acting && <ActionDialog picture={picture} about={assessment.id} onClose={() => setActing(false)} />}
    </Stack>
  );
}

const shownLacks = 8;

function Lacks({ lacks, template }: { readonly lacks: readonly Lack[]; readonly template: ShownTemplate }) {
  const w = useWords('risks').assessment;
  if (lacks.length === 0) return null;
  const titles = new Map([...template.parts, ...template.items].map(({ name, title }) => [name, title]));
  return (
    <Card title={w.lacking}>
      <List size="sm">
        {lacks.slice(0, shownLacks).map(({ kind, name }) => (
          <List.Item key={`${kind} ${name}`}>{w.lacks[kind]?.(titles.get(name) ?? name)}</List.Item>
        ))}
      </List>
      {lacks.length > shownLacks && <Text size="sm">{w.more(lacks.length - shownLacks)}</Text>}
    </Card>
  );
}
