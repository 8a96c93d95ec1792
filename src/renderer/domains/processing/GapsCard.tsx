/** What the store holds and the record does not say, and what activities still lack; the first ones at once, the rest on demand. */
import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { namesIn } from '#shared/domains/fields/defaults';
import type { Gap, ProcessingRecord } from '#shared/domains/processing/model';
import { ButtonLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './RecordPage.module.css';

const shownFirst = 5;

export function GapsCard({ record }: { readonly record: ProcessingRecord }) {
  const w = useWords('processing');
  const [all, setAll] = useState(false);
  const shown = all ? record.gaps : record.gaps.slice(0, shownFirst);
  const more = record.gaps.length - shown.length;
  return (
    <Card title={w.gaps}>
      {record.gaps.length === 0 ? (
        <Text>
          <IconCircleCheck size={18} aria-hidden /> {w.gapsNone}
        </Text>
      ) : (
        <ul className={styles.list}>
          {shown.map((gap) => (
            <GapLine key={keyOf(gap)} gap={gap} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <div>
          <Anchor component="button" type="button" onClick={() => setAll(true)}>
            {w.gapsMore(more)}
          </Anchor>
        </div>
      )}
    </Card>
  );
}

const keyOf = (gap: Gap): string =>
  gap.kind === 'business' ? gap.kind : gap.kind === 'purpose' ? gap.purpose.id : gap.activity;

function GapLine({ gap }: { readonly gap: Gap }) {
  const w = useWords('processing');
  const named = namesIn(useLanguage());
  const mayWrite = useMay()('write', 'processing');
  const says =
    gap.kind === 'business'
      ? w.gapBusiness
      : gap.kind === 'purpose'
        ? w.gapPurpose(
            named(gap.purpose.id, gap.purpose.name),
            gap.fields.map(({ name, label }) => named(name, label)),
          )
        : w.gapEntry(gap.title, gap.lacks.map((lack) => w.lacks[lack]).join(', '));
  const isSilent = gap.kind === 'purpose' && gap.fields.length > 0;
  return (
    <li className={styles.item}>
      <Text size="sm" className={isSilent ? (styles.care ?? '') : ''}>
        {isSilent && <IconAlertTriangle size={16} aria-hidden />} {says}
      </Text>
      {gap.kind === 'entry' && mayWrite && (
        <ButtonLink
          size="compact-sm"
          variant="subtle"

          to="/record/$id"
          params={{ id: gap.activity }}
          aria-label={w.complete(gap.title)}
        >
          {w.completeShort}
        </ButtonLink>
      )}
    </li>
  );
}
