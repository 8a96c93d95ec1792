/** The recovery kit: 24 words shown once, to be written down or printed, and three of them typed back. */
import { Alert, Button, Group, List, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { RecoveryKit } from '#shared/domains/vault/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useSession } from '../../app/session';
import { useCommand } from '../../app/use-command';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Door } from './Door';
import styles from './KitPage.module.css';

type Props = { readonly kit: RecoveryKit; readonly onConfirmed?: () => void };

export function KitPage({ kit, onConfirmed }: Props) {
  const w = useWords('vault').kit;
  const language = useLanguage();
  const save = useTask('vault', 'saveKit');
  const confirm = useCommand('vault', 'confirmKit');
  const [typed, setTyped] = useState<string[]>(['', '', '']);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if ((await confirm.run({ words: typed })) === undefined) return;
    await useSession.getState().look();
    onConfirmed?.();
  }

  return (
    <Door title={w.title} lead={w.lead} wide>
      <Stack gap="lg">
        <div className={styles.kit}>
          <div>
            <Text size="sm">
              {w.store} <b translate="no">{kit.storeId}</b> · {w.made} {momentIn(language, kit.madeAt)}
            </Text>
            <ol className={styles.words} aria-label={w.words} translate="no" lang="en">
              {kit.words.map((word, index) => (
                <li key={index}>{word}</li>
              ))}
            </ol>
          </div>
          <figure className={styles.qr}>
            <img src={`data:image/svg+xml;utf8,${encodeURIComponent(kit.qr)}`} alt={w.qr} />
            <figcaption>{w.qr}</figcaption>
          </figure>
        </div>
        <List size="sm" spacing={4}>
          {w.how.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        <Group className={styles.noPrint}>
          <Button
            variant="default"
            leftSection={<IconFileTypePdf size={18} aria-hidden />}
            loading={save.isRunning}
            onClick={() => void save.run({ language })}
          >
            {w.save}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {w.print}
          </Button>
        </Group>
        {save.answer && <Alert role="status">{w.saved(save.answer.file)}</Alert>}
        <FailureNotice failure={save.failure} />
        <form onSubmit={(event) => void submit(event)} className={styles.noPrint}>
          <Stack gap="sm">
            <Title order={2} size="h3">
              {w.confirmTitle}
            </Title>
            <Text c="dimmed" size="sm">
              {w.confirmLead}
            </Text>
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              {kit.challenge.positions.map((position, index) => (
                <TextInput
                  key={position}
                  label={w.word(position)}
                  value={typed[index] ?? ''}
                  autoComplete="off"
                  spellCheck={false}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    setTyped((before) => before.map((word, at) => (at === index ? value : word)));
                  }}
                />
              ))}
            </SimpleGrid>
            <FailureNotice failure={confirm.failure} />
            <Button
              type="submit"
              size="md"
              loading={confirm.isRunning}
              disabled={typed.some((word) => word.trim() === '')}
            >
              {w.confirm}
            </Button>
          </Stack>
        </form>
      </Stack>
    </Door>
  );
}
