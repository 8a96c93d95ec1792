/** Long work begun on another page: what runs, how far it is, a way to stop it, and word when it has ended. */
import { Button, Progress, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ask } from './ask';
import { failureInWords } from './failure-words';
import { type Language, numberIn, useLanguage } from './language';
import { placeOf, type RunningTask, useRunningTasks } from './running-tasks';
import { taskName, taskWords } from './task-words';
import styles from './TaskStrip.module.css';

/** Work shorter than this is over before anybody has read about it. */
const worthMentioning = 1_000;

export function TaskStrip() {
  const language = useLanguage();
  const place = placeOf(`#${useLocation().pathname}`);
  const { tasks } = useRunningTasks();
  const now = useSeconds(tasks.length > 0);
  useWordOfTheEnd(place, language);
  const elsewhere = tasks.filter((task) => task.place !== place && now - task.begunAt >= worthMentioning);
  if (elsewhere.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={taskWords(language).strip}>
      {elsewhere.map((task) => (
        <TaskLine key={task.id} task={task} language={language} />
      ))}
    </section>
  );
}

function TaskLine({ task, language }: { readonly task: RunningTask; readonly language: Language }) {
  const w = taskWords(language);
  const name = taskName(task.name, language);
  const { progress } = task;
  const share = progress?.total ? Math.min(100, (progress.done / progress.total) * 100) : null;
  return (
    <div className={styles.line}>
      <Text size="sm" fw={600} className={styles.name}>
        {name}
      </Text>
      <Progress
        className={styles.bar}
        value={share ?? 100}
        animated={share === null}
        striped={share === null}
        aria-label={name}
      />
      <Text size="sm" className={styles.far}>
        {share === null
          ? progress && w.units[progress.unit](numberIn(language, progress.done))
          : `${Math.floor(share)} %`}
      </Text>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={w.stop(name)}
        disabled={task.isCancelling}
        onClick={() => stop(task.id)}
      >
        {task.isCancelling ? w.stopping : w.stopShort}
      </Button>
    </div>
  );
}

function stop(id: string): void {
  const { cancelling } = useRunningTasks.getState();
  cancelling(id, true);
  ask('tasks', 'cancel', { task: id }).catch(() => cancelling(id, false));
}

/** The time, once a second while something runs. */
function useSeconds(isTicking: boolean): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return undefined;
    const tick = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(tick);
  }, [isTicking]);
  return now;
}

/** Whoever went to another page is told there how the work ended. */
function useWordOfTheEnd(place: string, language: Language): void {
  const here = useRef(place);
  useEffect(() => {
    here.current = place;
  }, [place]);
  useEffect(
    () =>
      useRunningTasks.subscribe(({ ended }, { ended: before }) => {
        if (ended === null || ended === before) return;
        const { task, failure, at } = ended;
        if (task.place === here.current || at - task.begunAt < worthMentioning || task.isCancelling) return;
        const w = taskWords(language);
        const name = taskName(task.name, language);
        const said = failure === null ? null : failureInWords(failure, language);
        notifications.show({
          color: said === null ? 'moss' : 'clay',
          title: said === null ? w.finished(name) : `${name}: ${said.happened}`,
          message: said === null ? '' : `${said.kept} ${said.next}`,
          autoClose: said === null ? 8_000 : false,
          closeButtonProps: { 'aria-label': w.close },
        });
      }),
    [language],
  );
}
