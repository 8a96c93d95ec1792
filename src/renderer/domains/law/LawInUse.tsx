/** Which editions of which laws are in use, which were refused and why, and taking a newer one from a file. */
import { Alert, Button, Group, List, Stack, Table, Text } from '@mantine/core';
import { IconFileDownload } from '@tabler/icons-react';
import { AskedPage } from '../../app/AskedPage';
import { FailureNotice } from '../../app/FailureNotice';
import { TextLink, useGo } from '../../app/go';
import { dayIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import styles from './LawInUse.module.css';

export function LawInUse() {
  const w = useWords('law');
  const language = useLanguage();
  const go = useGo();
  const asked = useAsked('law', 'overview', { language });
  const install = useTask('law', 'install');
  async function takeNewer(): Promise<void> {
    const installed = await install.run({ language });
    const regulation = installed?.edition.split('/')[0];
    // The answer to a new edition is what it changes for this business.
    if (regulation !== undefined) await go({ to: '/law/$regulation', params: { regulation } });
  }
  return (
    <Card title={w.packs}>
      <Text c="dimmed">{w.packsLead}</Text>
      <AskedPage asked={asked}>
        {({ regulations, refused }) => (
          <Stack gap="sm">
            {refused.length > 0 && (
              <Alert color="clay" title={w.refused}>
                <List size="sm">
                  {refused.map(({ pack, reason, part }) => (
                    <List.Item key={`${pack} ${reason}`}>
                      {`${pack} ${w.refusals[reason] ?? reason}${part === null ? '' : ` (${part})`}`}
                    </List.Item>
                  ))}
                </List>
              </Alert>
            )}
            <div className={styles.scroll}>
              <Table aria-label={w.packs} verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{w.headers.law}</Table.Th>
                    <Table.Th>{w.headers.edition}</Table.Th>
                    <Table.Th className={styles.number}>{w.headers.obligations}</Table.Th>
                    <Table.Th className={styles.number}>{w.headers.clocks}</Table.Th>
                    <Table.Th>{w.headers.review}</Table.Th>
                    <Table.Th>{w.headersChanged}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {regulations.map((one) => (
                    <Table.Tr key={one.regulation}>
                      <Table.Td>
                        <Text fw={600}>{one.title}</Text>
                        {one.openPoints.length > 0 && (
                          <details className={styles.open}>
                            <summary>{`${w.openPoints} (${one.openPoints.length})`}</summary>
                            <List size="sm">
                              {one.openPoints.map((point) => (
                                <List.Item key={point}>{point}</List.Item>
                              ))}
                            </List>
                          </details>
                        )}
                      </Table.Td>
                      <Table.Td>{one.edition}</Table.Td>
                      <Table.Td className={styles.number}>{one.obligations}</Table.Td>
                      <Table.Td className={styles.number}>{one.clocks}</Table.Td>
                      <Table.Td>
                        {one.reviewedBy === null
                          ? w.notReviewed
                          : w.reviewed(one.reviewedBy, dayIn(language, one.reviewedOn ?? '2000-01-01'))}
                      </Table.Td>
                      <Table.Td>
                        <TextLink
                          to="/law/$regulation"
                          params={{ regulation: one.regulation }}
                          aria-label={w.whatChangedIn(one.title)}
                        >
                          {w.whatChanged}
                        </TextLink>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          </Stack>
        )}
      </AskedPage>
      <FailureNotice failure={install.failure} />
      <Group>
        <Button
          variant="default"
          leftSection={<IconFileDownload size={18} aria-hidden />}
          loading={install.isRunning}
          onClick={() => void takeNewer()}
        >
          {w.install}
        </Button>
      </Group>
    </Card>
  );
}
