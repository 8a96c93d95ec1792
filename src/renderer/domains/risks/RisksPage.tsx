/** Risks: the picture and the register, actions, and assessments. */
import { Alert, Button, Group, Menu, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { matrixFields, matrixInk, matrixMarks, matrixSize } from '#shared/domains/risks/matrix';
import type { Action, Risk, RiskPicture } from '#shared/domains/risks/model';
import { levelOf } from '#shared/domains/risks/rules';
import { riskWords } from '#shared/domains/risks/words';
import { paperFormats } from '#shared/papers/paper';
import { AskedPage } from '../../app/AskedPage';
import { localToday } from '../../app/days';
import { FailureNotice } from '../../app/FailureNotice';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { useNames } from './use-names';
import { ActionDialog } from './ActionDialog';
import { AssessmentsCard } from './AssessmentsCard';
import { CloseActionDialog } from './CloseActionDialog';
import { RiskDialog } from './RiskDialog';
import styles from './risks.module.css';

export function RisksPage() {
  const language = useLanguage();
  const asked = useAsked('risks', 'picture', { language, today: localToday() });
  return <AskedPage asked={asked}>{(picture) => <Shown picture={picture} />}</AskedPage>;
}

function Shown({ picture }: { readonly picture: RiskPicture }) {
  const w = useWords('risks');
  const language = useLanguage();
  const may = useMay();
  const [mayWrite, mayExport] = [may('write', 'risks'), may('export', 'risks')];
  const save = useTask('risks', 'exportRegister');
  const take = useTask('risks', 'importCnil');
  const [edited, setEdited] = useState<Risk | 'new' | null>(null);
  const [acted, setActed] = useState<Risk | null>(null);
  const open = picture.risks
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact || a.title.localeCompare(b.title));
  const add = mayWrite && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
      {w.add}
    </Button>
  );
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead}>
        {mayWrite && (
          <Button
            variant="default"
            leftSection={<IconFileImport size={18} aria-hidden />}
            loading={take.isRunning}
            onClick={() => void take.run({})}
          >
            {w.importPia}
          </Button>
        )}
        {mayExport && open.length > 0 && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />} loading={save.isRunning}>
                {w.exportAs}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {paperFormats.map((format) => (
                <Menu.Item key={format} onClick={() => void save.run({ format, language, today: picture.today })}>
                  {format.toUpperCase()}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {open.length > 0 && add}
      </PageHead>
      <FailureNotice failure={save.failure ?? take.failure} />
      {save.answer !== undefined && <Alert role="status">{w.saved(save.answer.file)}</Alert>}
      {take.answer !== undefined && (
        <Alert role="status">{w.imported(take.answer.parts, take.answer.risks, take.answer.ignored)}</Alert>
      )}
      {open.length === 0 ? (
        <EmptyState icon={<IconAlertTriangle aria-hidden />} title={w.empty} lines={w.emptyLines}>
          {add}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <Register picture={picture} open={open} onChange={setEdited} onAct={setActed} />
          <Matrix open={open} />
        </div>
      )}
      <Actions picture={picture} />
      <AssessmentsCard picture={picture} />
      {edited !== null && (
        <RiskDialog picture={picture} risk={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {acted !== null && <ActionDialog picture={picture} about={acted.id} onClose={() => setActed(null)} />}
    </Stack>
  );
}

function Matrix({ open }: { readonly open: readonly Risk[] }) {
  const w = useWords('risks');
  const language = useLanguage();
  const words = riskWords[language];
  const said = words.pictureAlt(open.map((risk) => `${risk.title}: ${risk.likelihood} × ${risk.impact}`).join('; '));
  return (
    <Card title={w.picture}>
      <Text size="sm" c="dimmed">
        {w.pictureLead}
      </Text>
      <div className={styles.picture}>
        <svg role="img" aria-label={said} viewBox={`0 0 ${matrixSize.width} ${matrixSize.height}`}>
          {matrixFields(open).map(({ key, x, y, size, fill, count }) => (
            <g key={key}>
              <rect x={x} y={y} width={size} height={size} fill={fill} stroke="#ffffff" />
              {count > 0 && (
                <text x={x + size / 2} y={y + size / 2 + 7} fontSize={20} textAnchor="middle" fill={matrixInk}>
                  {count}
                </text>
              )}
            </g>
          ))}
          {matrixMarks(words).map((mark) => (
            <text
              key={`${mark.x} ${mark.y}`}
              x={mark.x}
              y={mark.y}
              fontSize={mark.fontSize}
              textAnchor="middle"
              fill={matrixInk}
              transform={`rotate(${mark.turn} ${mark.x} ${mark.y})`}
            >
              {mark.words}
            </text>
          ))}
        </svg>
      </div>
    </Card>
  );
}

type RegisterProps = {
  readonly picture: RiskPicture;
  readonly open: readonly Risk[];
  readonly onChange: (risk: Risk) => void;
  readonly onAct: (risk: Risk) => void;
};

function Register({ picture, open, onChange, onAct }: RegisterProps) {
  const w = useWords('risks');
  const language = useLanguage();
  const { levels, treatments } = riskWords[language];
  const mayWrite = useMay()('write', 'risks');
  const nameOf = useNames(picture.people);
  const closed = picture.risks.length - open.length;
  return (
    <Card title={w.register}>
      <ul className={styles.list}>
        {open.map((risk) => (
          <li key={risk.id} className={styles.item}>
            <div>
              <Text fw={600} className={styles.words ?? ''}>
                {risk.title}
              </Text>
              <Text size="sm">
                <b>{levels[levelOf(risk.likelihood, risk.impact)]}</b> · {w.numbers(risk.likelihood, risk.impact)} ·{' '}
                {treatments[risk.treatment]}
              </Text>
              <Text size="sm" className={styles.words ?? ''}>
                {risk.measures}
              </Text>
              <Text size="sm" c="dimmed">
                {risk.left === null ? w.leftOpen : w.left(levels[levelOf(risk.left.likelihood, risk.left.impact)])} ·{' '}
                {nameOf(risk.owner)} · {w.look(dayIn(language, risk.reviewOn))}
              </Text>
            </div>
            {mayWrite && (
              <Group gap="xs">
                <Button variant="default" size="xs" aria-label={w.action(risk.title)} onClick={() => onAct(risk)}>
                  {w.actionShort}
                </Button>
                <Button variant="default" size="xs" aria-label={w.change(risk.title)} onClick={() => onChange(risk)}>
                  {w.changeShort}
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      {closed > 0 && (
        <Text size="sm" c="dimmed">
          {w.closed(closed)}
        </Text>
      )}
    </Card>
  );
}

function Actions({ picture }: { readonly picture: RiskPicture }) {
  const w = useWords('risks');
  const language = useLanguage();
  const mayWrite = useMay()('write', 'risks');
  const nameOf = useNames(picture.people);
  const [closing, setClosing] = useState<Action | null>(null);
  const open = picture.actions.filter(({ state }) => state === 'open');
  return (
    <Card title={w.actions}>
      {open.length === 0 ? (
        <Text>{w.noActions}</Text>
      ) : (
        <ul className={styles.list}>
          {open.map((action) => (
            <li key={action.id} className={styles.item}>
              <div>
                <Text fw={600} className={styles.words ?? ''}>
                  {action.words}
                </Text>
                <Text size="sm" c="dimmed">
                  {w.actionDue(dayIn(language, action.dueOn), nameOf(action.owner))}
                </Text>
              </div>
              {mayWrite && (
                <Button
                  variant="default"
                  size="xs"
                  aria-label={w.close(action.words)}
                  onClick={() => setClosing(action)}
                >
                  {w.closeShort}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {closing !== null && <CloseActionDialog action={closing} onClose={() => setClosing(null)} />}
    </Card>
  );
}
