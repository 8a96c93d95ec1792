/** What the file is, in a sentence, and how to say otherwise. */
import { Button, Collapse, Group, NativeSelect, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconFileSpreadsheet } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Delimiter, Encoding, type ImportLook, ProfileName } from '#shared/domains/imports/model';
import { useLanguage, useWords } from '../../app/words';
import { countryCodes, countryName } from '../customers/names';
import { useImportState } from './import-state';

export function FileFacts({ look }: { readonly look: ImportLook }) {
  const w = useWords('imports');
  const language = useLanguage();
  const { options, setOptions } = useImportState();
  const [open, setOpen] = useState(false);
  const countries = useMemo(
    () =>
      countryCodes
        .map((value) => ({ value, label: countryName(value, language) }))
        .toSorted((one, other) => one.label.localeCompare(other.label, language)),
    [language],
  );
  return (
    <Paper bg="var(--steward-card)" withBorder p="md" radius="md" component="section" aria-label={w.file.label}>
      <Stack gap="sm">
        <Group wrap="nowrap" align="flex-start">
          <IconFileSpreadsheet size={28} aria-hidden style={{ flex: 'none' }} />
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {look.fileName}
            </Text>
            <Text size="sm">
              {look.profile === 'generic' ? w.file.generic : w.file.looksLike(w.profiles[look.profile])}
            </Text>
            <Text size="sm" c="dimmed">
              {[
                look.rowsExact ? w.file.rows(look.rows) : w.file.about(look.rows),
                look.format === 'xlsx'
                  ? w.file.spreadsheet
                  : w.file.text(w.encodings[look.encoding], w.delimiters[look.delimiter]),
                look.sheet ? w.file.sheet(look.sheet) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={open}
            rightSection={open ? <IconChevronUp size={15} aria-hidden /> : <IconChevronDown size={15} aria-hidden />}
            onClick={() => setOpen(!open)}
            style={{ flex: 'none' }}
          >
            {w.file.wrong}
          </Button>
        </Group>
        <Collapse expanded={open}>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <NativeSelect
              label={w.file.comesFrom}
              value={options.profile}
              data={[
                { value: 'auto', label: w.file.findOut },
                ...ProfileName.options.map((value) => ({ value, label: w.profiles[value] })),
              ]}
              onChange={(event) => setOptions({ profile: event.currentTarget.value as ProfileName | 'auto' })}
            />
            {look.format === 'text' ? (
              <>
                <NativeSelect
                  label={w.file.encoding}
                  description={w.file.encodingHelp}
                  value={options.encoding}
                  data={[
                    { value: 'auto', label: w.file.findOut },
                    ...Encoding.options.map((value) => ({ value, label: w.encodings[value] })),
                  ]}
                  onChange={(event) => setOptions({ encoding: event.currentTarget.value as Encoding | 'auto' })}
                />
                <NativeSelect
                  label={w.file.delimiter}
                  description={w.file.delimiterHelp}
                  value={options.delimiter}
                  data={[
                    { value: 'auto', label: w.file.findOut },
                    ...Delimiter.options
                      .filter((value) => value !== 'none')
                      .map((value) => ({ value, label: w.delimiters[value] })),
                  ]}
                  onChange={(event) => setOptions({ delimiter: event.currentTarget.value as Delimiter | 'auto' })}
                />
              </>
            ) : (
              look.sheets.length > 1 && (
                <NativeSelect
                  label={w.file.whichSheet}
                  value={look.sheet ?? ''}
                  data={look.sheets}
                  onChange={(event) => setOptions({ sheet: event.currentTarget.value })}
                />
              )
            )}
          </SimpleGrid>
        </Collapse>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect
            label={w.file.country}
            description={w.file.countryHelp}
            value={options.defaultCountry ?? ''}
            data={[{ value: '', label: w.file.noCountry }, ...countries]}
            onChange={(event) => setOptions({ defaultCountry: event.currentTarget.value || undefined } as never)}
          />
          <NativeSelect
            label={w.file.sameEmail}
            description={w.file.sameEmailHelp}
            value={options.sameEmailOtherName}
            data={[
              { value: 'keep-apart', label: w.file.keepApart },
              { value: 'merge', label: w.file.mergeThem },
            ]}
            onChange={(event) =>
              setOptions({ sameEmailOtherName: event.currentTarget.value as 'keep-apart' | 'merge' })
            }
          />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
