/** Points that are decided one by one, with a reason where the decision is not “in place”. */
import { NativeSelect, Text, TextInput } from '@mantine/core';
import { type AssessmentContent, Decision, type ShownTemplate } from '#shared/domains/risks/model';
import { riskWords } from '#shared/domains/risks/words';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './risks.module.css';

type Props = {
  readonly template: ShownTemplate;
  readonly content: AssessmentContent;
  readonly isOpen: boolean;
  readonly onChange: (part: Partial<AssessmentContent>) => void;
};

export function PointsCard({ template, content, isOpen, onChange }: Props) {
  const w = useWords('risks').assessment;
  const { needs } = riskWords[useLanguage()];
  const decided = new Map(content.items.map((item) => [item.name, item]));
  const set = (name: string, change: { decision?: string; reason?: string }): void => {
    const before = decided.get(name);
    const decision = change.decision ?? before?.decision ?? '';
    const others = content.items.filter((item) => item.name !== name);
    if (decision === '') return onChange({ items: others });
    onChange({
      items: [...others, { name, decision: decision as Decision, reason: change.reason ?? before?.reason ?? '' }],
    });
  };
  return (
    <Card title={w.items}>
      <Text c="dimmed">{w.itemsLead}</Text>
      {template.items.map((item) => {
        const one = decided.get(item.name);
        return (
          <div key={item.name} className={styles.point}>
            <Text fw={600}>{item.title}</Text>
            <Text size="sm">{item.words}</Text>
            <Text size="sm" c="dimmed">
              {item.cite} · {needs[item.need]}
            </Text>
            <div className={styles.steps}>
              <NativeSelect
                aria-label={w.decision(item.title)}
                disabled={!isOpen}
                value={one?.decision ?? ''}
                data={[
                  { value: '', label: w.undecided },
                  ...Decision.options.map((value) => ({ value, label: w.decisions[value] ?? value })),
                ]}
                onChange={(event) => set(item.name, { decision: event.currentTarget.value })}
              />
              <TextInput
                aria-label={w.reason(item.title)}
                readOnly={!isOpen}
                disabled={one === undefined}
                maxLength={2_000}
                value={one?.reason ?? ''}
                onChange={(event) => set(item.name, { reason: event.currentTarget.value })}
              />
            </div>
          </div>
        );
      })}
    </Card>
  );
}
