/** Risks of an assessment: before, what is done, and what is left. */
import { Alert, Button, Group, Text, Textarea } from '@mantine/core';
import type { AssessmentContent } from '#shared/domains/risks/model';
import { leftLevel, levelOf } from '#shared/domains/risks/rules';
import { riskWords } from '#shared/domains/risks/words';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './risks.module.css';
import { StepSelect } from './StepSelect';

type One = AssessmentContent['risks'][number];
type Props = {
  readonly content: AssessmentContent;
  readonly isOpen: boolean;
  readonly asksAuthority: boolean;
  readonly onChange: (part: Partial<AssessmentContent>) => void;
};

const fresh: One = { words: '', likelihood: 3, impact: 3, measures: '', leftLikelihood: 3, leftImpact: 3 };

export function PeopleRisksCard({ content, isOpen, asksAuthority, onChange }: Props) {
  const { assessment: w, form } = useWords('risks');
  const { levels } = riskWords[useLanguage()];
  const set = (at: number, change: Partial<One>): void =>
    onChange({ risks: content.risks.map((risk, place) => (place === at ? { ...risk, ...change } : risk)) });
  const grave = leftLevel(content);
  const select = (at: number, label: string, key: keyof One, steps: readonly string[]) => (
    <StepSelect
      label={label}
      steps={steps}
      value={Number(content.risks[at]?.[key])}
      onChange={(value) => set(at, { [key]: value })}
    />
  );
  return (
    <Card title={w.risks}>
      {content.risks.map((risk, at) => (
        <fieldset key={at} className={styles.point} disabled={!isOpen} style={{ border: 'none', margin: 0 }}>
          <legend>
            <Text fw={600}>
              {w.risk(at + 1)}: {levels[levelOf(risk.likelihood, risk.impact)]} →{' '}
              {levels[levelOf(risk.leftLikelihood, risk.leftImpact)]}
            </Text>
          </legend>
          <Textarea
            label={w.riskWords}
            autosize
            maxLength={1_000}
            value={risk.words}
            onChange={(event) => set(at, { words: event.currentTarget.value })}
          />
          <div className={styles.steps}>
            {select(at, `${w.before}: ${w.likelihood}`, 'likelihood', form.likelihoods)}
            {select(at, `${w.before}: ${w.impact}`, 'impact', form.impacts)}
          </div>
          <Textarea
            label={w.measures}
            autosize
            maxLength={4_000}
            value={risk.measures}
            onChange={(event) => set(at, { measures: event.currentTarget.value })}
          />
          <div className={styles.steps}>
            {select(at, `${w.after}: ${w.likelihood}`, 'leftLikelihood', form.likelihoods)}
            {select(at, `${w.after}: ${w.impact}`, 'leftImpact', form.impacts)}
          </div>
          {isOpen && (
            <Button
              variant="default"
              size="xs"
              mt="xs"
              onClick={() => onChange({ risks: content.risks.filter((_, place) => place !== at) })}
            >
              {w.removeRisk(at + 1)}
            </Button>
          )}
        </fieldset>
      ))}
      {asksAuthority && (grave === 'high' || grave === 'very-high') && <Alert color="clay">{w.highLeft}</Alert>}
      {isOpen && content.risks.length < 100 && (
        <Group>
          <Button variant="default" onClick={() => onChange({ risks: [...content.risks, fresh] })}>
            {w.addRisk}
          </Button>
        </Group>
      )}
    </Card>
  );
}
