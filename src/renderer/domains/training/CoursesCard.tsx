/** The courses of the programme: for whom, how often, and what they are evidence for. */
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { CourseRow, TrainingPicture } from '#shared/domains/training/model';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { CourseDialog } from './CourseDialog';
import styles from './training.module.css';
import { useRoleNames } from './use-role-names';

export function CoursesCard({ picture }: { readonly picture: TrainingPicture }) {
  const words = useWords('training');
  const w = words.team;
  const laws = useWords('obligations').regulations as Readonly<Record<string, string>>;
  const mayWrite = useMay()('write', 'training');
  const { nameOf } = useRoleNames();
  const [edited, setEdited] = useState<CourseRow | null>(null);
  const whom = (roles: readonly string[]): string =>
    w.forRoles(roles.map((role) => (role === 'everybody' ? w.everybody : nameOf(role))).join(', '));
  return (
    <Card title={w.programme}>
      <Text c="dimmed">{w.programmeLead}</Text>
      <ul className={styles.list}>
        {picture.courses.map((course) => (
          <li key={course.name} className={styles.item}>
            <div>
              <Text fw={600}>{course.title}</Text>
              <Text size="sm">
                {course.on ? `${whom(course.roles)} · ${w.every(course.everyDays)}` : w.off}
                {!course.on && !course.suits && ` · ${w.suitsNot}`}
              </Text>
              <Text size="sm" c="dimmed">
                {words.minutes(course.minutes)} ·{' '}
                {w.serves(course.obligations, course.laws.map((law) => laws[law] ?? law.toUpperCase()).join(', '))}
              </Text>
            </div>
            {mayWrite && (
              <Button
                variant="default"
                size="xs"
                aria-label={w.changeCourse(course.title)}
                onClick={() => setEdited(course)}
              >
                {w.changeShort}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited !== null && <CourseDialog course={edited} onClose={() => setEdited(null)} />}
    </Card>
  );
}
