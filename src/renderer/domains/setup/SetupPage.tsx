/** The guided set-up: steps at the side, one thing to do in the middle, and at the end what now exists. */
import { Button, Group, Progress, Stack, Text, UnstyledButton } from '@mantine/core';
import { IconCircle, IconCircleCheck, IconClockPause, IconFlag } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { SetupState, SetupStep } from '#shared/domains/setup/model';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { useAsked } from '../../app/use-asked';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { PageHead } from '../../ui/PageHead';
import { BusinessStep } from './BusinessStep';
import { ClosingStep } from './ClosingStep';
import { DocumentsStep } from './DocumentsStep';
import { LawsStep } from './LawsStep';
import { ObjectivesStep } from './ObjectivesStep';
import { PeopleStep } from './PeopleStep';
import { RecordStep } from './RecordStep';
import styles from './SetupPage.module.css';
import type { StepProps } from './step-props';
import { TrainingStep } from './TrainingStep';
import { VendorsStep } from './VendorsStep';

const contents: Readonly<Record<SetupStep, (props: StepProps) => ReactNode>> = {
  business: BusinessStep,
  laws: LawsStep,
  objectives: ObjectivesStep,
  record: RecordStep,
  vendors: VendorsStep,
  documents: DocumentsStep,
  people: PeopleStep,
  training: TrainingStep,
};
const signs = { open: IconCircle, done: IconCircleCheck, later: IconClockPause } as const;

export function SetupPage() {
  const asked = useAsked('setup', 'state', {});
  return <AskedPage asked={asked}>{(state) => <Steps state={state} />}</AskedPage>;
}

function Steps({ state }: { readonly state: SetupState }) {
  const w = useWords('setup');
  const mark = useCommand('setup', 'mark');
  // Where somebody stopped is where they go on.
  const firstOpen = state.steps.find((step) => step.state === 'open')?.name ?? 'closing';
  const [at, setAt] = useState<SetupStep | 'closing'>(firstOpen);
  const region = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  useEffect(() => {
    if (moved.current) region.current?.focus({ preventScroll: true });
    moved.current = true;
  }, [at]);
  const done = state.steps.filter((step) => step.state !== 'open').length;

  async function leave(step: SetupStep, as: 'done' | 'later'): Promise<void> {
    const next = await mark.run({ step, state: as });
    if (next === undefined) return;
    const place = next.steps.findIndex(({ name }) => name === step);
    setAt(
      next.steps.slice(place + 1).find((one) => one.state === 'open')?.name ??
        next.steps.find((one) => one.state === 'open')?.name ??
        'closing',
    );
  }
  const Content = at === 'closing' ? null : contents[at];
  return (
    <Stack gap="lg">
      <PageHead title={w.title} lead={w.lead} />
      <div className={styles.columns}>
        <nav aria-label={w.title}>
          <Text size="sm" mb={4}>
            {w.progress(done, state.steps.length)}
          </Text>
          <Progress
            value={(done / state.steps.length) * 100}
            aria-label={w.progress(done, state.steps.length)}
            mb="sm"
          />
          <ol className={styles.steps}>
            {state.steps.map((step) => {
              const Sign = signs[step.state];
              return (
                <li key={step.name}>
                  <UnstyledButton
                    className={styles.step ?? ''}
                    aria-current={at === step.name ? 'step' : undefined}
                    aria-label={w.stepOf(w.steps[step.name], w.states[step.state])}
                    onClick={() => setAt(step.name)}
                  >
                    <Sign size={18} aria-hidden /> {w.steps[step.name]}
                  </UnstyledButton>
                </li>
              );
            })}
            <li>
              <UnstyledButton
                className={styles.step ?? ''}
                aria-current={at === 'closing' ? 'step' : undefined}
                onClick={() => setAt('closing')}
              >
                <IconFlag size={18} aria-hidden /> {w.closing}
              </UnstyledButton>
            </li>
          </ol>
        </nav>
        <div ref={region} tabIndex={-1}>
          <Card title={at === 'closing' ? w.closing : w.steps[at]}>
            {Content === null || at === 'closing' ? (
              <ClosingStep state={state} />
            ) : (
              <>
                <Content key={at} onDone={() => void leave(at, 'done')} />
                <FailureNotice failure={mark.failure} />
                <Group>
                  <Button variant="subtle" size="compact-sm" onClick={() => void leave(at, 'later')}>
                    {w.later}
                  </Button>
                </Group>
              </>
            )}
          </Card>
        </div>
      </div>
    </Stack>
  );
}
