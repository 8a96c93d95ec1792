/** Everybody of the team: who signs in is here by themselves; PIN, a course of one's own, taking a course on this machine. */
import { Button, Group, Menu, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Member, TrainingPicture } from '#shared/domains/training/model';
import { useGo } from '../../app/go';
import { dayIn } from '../../app/language';
import { useMay } from '../../app/session';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { AssignDialog } from './AssignDialog';
import { MemberDialog } from './MemberDialog';
import { PinDialog } from './PinDialog';
import styles from './training.module.css';
import { useRoleNames } from './use-role-names';

export function MembersCard({ picture }: { readonly picture: TrainingPicture }) {
  const w = useWords('training').team;
  const language = useLanguage();
  const go = useGo();
  const mayWrite = useMay()('write', 'training');
  const { nameOf } = useRoleNames();
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const [pinOf, setPinOf] = useState<Member | null>(null);
  const [assigned, setAssigned] = useState<Member | null>(null);
  const courses = new Map(picture.courses.map(({ name, title }) => [name, title]));
  return (
    <Card title={w.members}>
      <Text c="dimmed">{w.membersLead}</Text>
      <ul className={styles.list}>
        {picture.members.map((member) => {
          const own = picture.standings.filter((standing) => standing.member === member.id);
          const isOther = member.id !== picture.me;
          const said = [
            nameOf(member.role),
            member.signsIn ? w.signsIn : w.signsInNot,
            w.pins[member.pin],
            ...(member.leftOn === null ? [] : [w.left(dayIn(language, member.leftOn))]),
          ];
          return (
            <li key={member.id} className={styles.item}>
              <div>
                <Text fw={600}>{member.name}</Text>
                <Text size="sm" c="dimmed">
                  {said.join(' · ')}
                </Text>
              </div>
              {mayWrite && (
                <Group gap="xs">
                  {isOther && member.pin === 'set' && own.length > 0 && (
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <Button size="xs" aria-label={w.shared(member.name)}>
                          {w.sharedShort}
                        </Button>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {own.map(({ course }) => (
                          <Menu.Item
                            key={course}
                            onClick={() =>
                              void go({
                                to: '/training/course/$name',
                                params: { name: course },
                                search: { member: member.id },
                              })
                            }
                          >
                            {courses.get(course) ?? course}
                          </Menu.Item>
                        ))}
                      </Menu.Dropdown>
                    </Menu>
                  )}
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.setPin(member.name)}
                    onClick={() => setPinOf(member)}
                  >
                    {w.pinShort}
                  </Button>
                  <Button
                    variant="default"
                    size="xs"
                    aria-label={w.assign(member.name)}
                    onClick={() => setAssigned(member)}
                  >
                    {w.assignShort}
                  </Button>
                  {!member.signsIn && (
                    <Button
                      variant="default"
                      size="xs"
                      aria-label={w.changeMember(member.name)}
                      onClick={() => setEdited(member)}
                    >
                      {w.changeShort}
                    </Button>
                  )}
                </Group>
              )}
            </li>
          );
        })}
      </ul>
      {mayWrite && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setEdited('new')}>
            {w.addMember}
          </Button>
        </Group>
      )}
      {edited !== null && (
        <MemberDialog today={picture.today} member={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />
      )}
      {pinOf !== null && <PinDialog member={pinOf} onClose={() => setPinOf(null)} />}
      {assigned !== null && <AssignDialog picture={picture} member={assigned} onClose={() => setAssigned(null)} />}
    </Card>
  );
}
