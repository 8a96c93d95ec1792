/** Enters or changes somebody of the team who does not sign in to Steward. */
import { FormDialog } from '../../app/FormDialog';
import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RoleId } from '#shared/domains/access/model';
import type { Member } from '#shared/domains/training/model';
import { Day } from '#shared/kernel/time';
import { useCommand } from '../../app/use-command';
import { useLanguage, useWords } from '../../app/words';
import { useRoleNames } from './use-role-names';

type Props = {
  readonly today: Day;
  /** Null for a new one. */
  readonly member: Member | null;
  readonly onClose: () => void;
};

export function MemberDialog({ today, member, onClose }: Props) {
  const w = useWords('training').forms;
  const language = useLanguage();
  const { nameOf, roles } = useRoleNames();
  const add = useCommand('training', 'addMember');
  const change = useCommand('training', 'changeMember');
  const [name, setName] = useState(member?.name ?? '');
  const [role, setRole] = useState<string>(member?.role ?? 'staff');
  const [since, setSince] = useState<string>(member?.since ?? today);
  const [leftOn, setLeftOn] = useState<string>(member?.leftOn ?? '');
  const [tried, setTried] = useState(false);
  const day = Day.safeParse(since);
  const left = Day.nullable().safeParse(leftOn === '' ? null : leftOn);

  async function save(): Promise<boolean> {
    setTried(true);
    if (name.trim() === '' || !day.success || !left.success) return false;
    const draft = { name, role: role as RoleId, since: day.data };
    const done =
      member === null
        ? await add.run({ member: draft, language, today })
        : await change.run({
            id: member.id,
            revision: member.revision,
            member: draft,
            leftOn: left.data,
            language,
            today,
          });
    return done !== undefined;
  }
  return (
    <FormDialog
      title={w.memberTitle}
      isRunning={add.isRunning || change.isRunning}
      failure={add.failure ?? change.failure}
      onClose={onClose}
      onSave={save}
    >
      <TextInput
        data-autofocus
        label={w.name}
        value={name}
        maxLength={80}
        error={tried && name.trim() === '' ? w.nameNeeded : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        label={w.role}
        value={role}
        data={roles.map((value) => ({ value, label: nameOf(value) }))}
        onChange={(event) => setRole(event.currentTarget.value)}
      />
      <TextInput
        type="date"
        label={w.since}
        value={since}
        error={tried && !day.success ? w.dayNeeded : null}
        onChange={(event) => setSince(event.currentTarget.value)}
      />
      {member !== null && (
        <TextInput
          type="date"
          label={w.leftOn}
          value={leftOn}
          error={tried && !left.success ? w.dayNeeded : null}
          onChange={(event) => setLeftOn(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}
