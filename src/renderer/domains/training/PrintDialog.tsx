/** Saves a course as paper: lessons, a sheet of questions, or its key. */
import { FormDialog } from '../../app/FormDialog';
import { Alert, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { TrainingPicture } from '#shared/domains/training/model';
import { type PaperFormat, paperFormats } from '#shared/papers/paper';
import { useTask } from '../../app/use-task';
import { useLanguage, useWords } from '../../app/words';

const parts = ['lessons', 'questions', 'key'] as const;
type Part = (typeof parts)[number];

export function PrintDialog({ picture, onClose }: { readonly picture: TrainingPicture; readonly onClose: () => void }) {
  const words = useWords('training');
  const w = words.forms;
  const language = useLanguage();
  const print = useTask('training', 'printCourse');
  const [name, setName] = useState(picture.courses[0]?.name ?? '');
  const [part, setPart] = useState<Part>('lessons');
  const [sheet, setSheet] = useState('1');
  const [format, setFormat] = useState<PaperFormat>('pdf');
  const [tried, setTried] = useState(false);
  const number = Number(sheet);
  const isSheet = Number.isInteger(number) && number >= 1 && number <= 999;

  async function save(): Promise<boolean> {
    setTried(true);
    if (part !== 'lessons' && !isSheet) return false;
    await print.run({ name, part, sheet: part === 'lessons' ? 1 : number, format, language });
    // Stays open: whoever prints a sheet prints the key next.
    return false;
  }
  return (
    <FormDialog
      title={w.printTitle}
      save={w.print}
      isRunning={print.isRunning}
      failure={print.failure}
      onClose={onClose}
      onSave={save}
    >
      <NativeSelect
        data-autofocus
        label={w.course}
        value={name}
        data={picture.courses.map((course) => ({ value: course.name, label: course.title }))}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.part}
        value={part}
        data={parts.map((value) => ({ value, label: w.parts[value] }))}
        onChange={(event) => setPart(event.currentTarget.value as Part)}
      />
      {part !== 'lessons' && (
        <TextInput
          inputMode="numeric"
          label={w.sheet}
          description={w.sheetHelp}
          value={sheet}
          error={tried && !isSheet ? w.sheetNeeded : null}
          onChange={(event) => setSheet(event.currentTarget.value)}
        />
      )}
      <NativeSelect
        label={w.format}
        value={format}
        data={paperFormats.map((value) => ({ value, label: value.toUpperCase() }))}
        onChange={(event) => setFormat(event.currentTarget.value as PaperFormat)}
      />
      {print.answer !== undefined && <Alert role="status">{words.saved(print.answer.file)}</Alert>}
    </FormDialog>
  );
}
