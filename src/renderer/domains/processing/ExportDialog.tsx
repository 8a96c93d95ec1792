/** Takes the record along: as which kind of file, which part, and which version. */
import { Alert, Button, Group, Modal, NativeSelect, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { RecordFormat, recordFormats, RecordPart } from '#shared/domains/processing/model';
import { FailureNotice } from '../../app/FailureNotice';
import { momentIn } from '../../app/language';
import { useAsked } from '../../app/use-asked';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords('processing');
  const f = w.exportForm;
  const language = useLanguage();
  const { answer: versions = [] } = useAsked('processing', 'versions', {});
  const save = useTask('processing', 'export');
  const [format, setFormat] = useState<RecordFormat>('pdf');
  const [part, setPart] = useState<RecordPart>('all');
  const [version, setVersion] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save.run({ format, part, version: version === '' ? null : Number(version), language });
  };
  return (
    <Modal opened onClose={onClose} title={f.title} closeButtonProps={{ 'aria-label': f.close }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <NativeSelect
            data-autofocus
            label={f.format}
            value={format}
            data={recordFormats.map((value) => ({ value, label: f.formats[value] }))}
            onChange={(event) => setFormat(RecordFormat.parse(event.currentTarget.value))}
          />
          <NativeSelect
            label={f.part}
            value={part}
            data={RecordPart.options.map((value) => ({ value, label: f.parts[value] }))}
            onChange={(event) => setPart(RecordPart.parse(event.currentTarget.value))}
          />
          <NativeSelect
            label={f.version}
            value={version}
            data={[
              { value: '', label: f.current },
              ...versions.map(({ number, at }) => ({
                value: String(number),
                label: w.asOfFound(number, momentIn(language, at)),
              })),
            ]}
            onChange={(event) => setVersion(event.currentTarget.value)}
          />
          <FailureNotice failure={save.failure} />
          {save.answer !== undefined && <Alert role="status">{f.saved(save.answer.file, save.answer.version)}</Alert>}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {f.close}
            </Button>
            <Button type="submit" loading={save.isRunning}>
              {f.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
