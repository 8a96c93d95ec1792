/** What shows that somebody said it: how, when, the wording, files, a note, a guardian, an end. */
import { MultiSelect, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type ProofDraft, type Topic, Way, ways } from '#shared/domains/consents/model';
import { EvidenceId } from '#shared/domains/evidence/model';
import { Day } from '#shared/kernel/time';
import { localToday } from '../../app/days';
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';

export type ProofForm = {
  readonly how: Way;
  readonly on: string;
  readonly wording: string;
  readonly evidence: readonly string[];
  readonly note: string;
  readonly guardian: string;
  readonly expiresOn: string;
};

export const emptyProof = (how: Way): ProofForm => ({
  how,
  on: localToday(),
  wording: '',
  evidence: [],
  note: '',
  guardian: '',
  expiresOn: '',
});

export function useProofForm(how: Way) {
  return useState(() => emptyProof(how));
}

/** What goes to main, or null while the day is missing. */
export function proofOf(form: ProofForm): ProofDraft | null {
  const on = Day.safeParse(form.on);
  const expiresOn = form.expiresOn === '' ? null : Day.safeParse(form.expiresOn);
  if (!on.success || expiresOn?.success === false) return null;
  return {
    how: form.how,
    on: on.data,
    wording: form.wording === '' ? null : (form.wording as ProofDraft['wording']),
    evidence: form.evidence.map((id) => EvidenceId.parse(id)),
    note: form.note.trim(),
    guardian: form.guardian.trim(),
    expiresOn: expiresOn === null ? null : expiresOn.data,
  };
}

type Props = {
  readonly form: ProofForm;
  readonly onChange: (form: ProofForm) => void;
  /** Wordings about these may have been shown. */
  readonly topics: readonly Topic[];
  readonly yes: boolean;
  readonly tried: boolean;
};

export function ProofFields({ form, onChange, topics, yes, tried }: Props) {
  const w = useWords('consents');
  const f = w.form;
  const wordings = useAsked('consents', 'wordings', {}).answer ?? [];
  const evidence = useAsked('evidence', 'list', {}).answer ?? [];
  const fitting = wordings.filter(({ topic }) => topics.includes(topic));
  const set = (part: Partial<ProofForm>): void => onChange({ ...form, ...part });
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <NativeSelect
          label={f.how}
          value={form.how}
          data={ways.filter((way) => !yes || way !== 'gpc').map((way) => ({ value: way, label: w.ways[way] }))}
          onChange={(event) => set({ how: Way.parse(event.currentTarget.value) })}
        />
        <TextInput
          type="date"
          label={f.on}
          value={form.on}
          error={tried && !Day.safeParse(form.on).success ? f.dayNeeded : null}
          onChange={(event) => set({ on: event.currentTarget.value })}
        />
      </SimpleGrid>
      {yes && fitting.length > 0 && (
        <NativeSelect
          label={f.wording}
          value={form.wording}
          data={[
            { value: '', label: f.noWording },
            ...fitting.map(({ id, version, language, text }) => ({
              value: id as string,
              label: f.wordingOption(version, language, text.length > 60 ? `${text.slice(0, 60)} …` : text),
            })),
          ]}
          onChange={(event) => set({ wording: event.currentTarget.value })}
        />
      )}
      {evidence.length > 0 && (
        <MultiSelect
          label={f.evidence}
          description={f.evidenceHelp}
          value={[...form.evidence]}
          data={evidence.map(({ id, title }) => ({ value: id as string, label: title }))}
          onChange={(chosen) => set({ evidence: chosen })}
        />
      )}
      <Textarea
        label={f.note}
        description={f.noteHelp}
        autosize
        minRows={2}
        value={form.note}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {yes && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <TextInput
            label={f.guardian}
            description={f.guardianHelp}
            value={form.guardian}
            maxLength={200}
            onChange={(event) => set({ guardian: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={f.expires}
            description={f.expiresHelp}
            value={form.expiresOn}
            onChange={(event) => set({ expiresOn: event.currentTarget.value })}
          />
        </SimpleGrid>
      )}
    </>
  );
}
