/** One entry of the trail as a sentence, with links to the records it is about. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { CustomerId } from '#shared/domains/customers/model';
import { DocumentId } from '#shared/domains/documents/model';
import { ImportId } from '#shared/domains/imports/model';
import type { TrailEntry } from '#shared/domains/trail/model';
import { TextLink } from '../../app/go';
import { momentIn, numberIn } from '../../app/language';
import { useLanguage, useWords } from '../../app/words';
import { usePersonNames } from '../access/role-words';
import { factsInWords, type Named } from './fact-words';
import styles from './TrailPage.module.css';

/** A removal of a thousand people names each of them; the line shows the first few and says how many more. */
const namesShown = 5;

type Props = {
  readonly entry: TrailEntry;
  readonly named: Named;
  /** Saves the proof of this entry. */
  readonly prove: (number: number) => void;
};

export function Entry({ entry, named, prove }: Props) {
  const w = useWords('trail');
  const personName = usePersonNames();
  const language = useLanguage();
  const facts = factsInWords(entry.facts, language, named);
  const more = entry.about.length - namesShown;
  return (
    <li className={styles.entry} data-stage={entry.stage}>
      <span className={styles.number}>{numberIn(language, entry.number)}</span>
      <span>
        <b>{w.events[entry.event] ?? entry.event}</b>
        {entry.stage !== undefined && entry.stage !== 'finished' && (
          <span className={styles.stage}>{w.stages[entry.stage]}</span>
        )}
        {entry.about.slice(0, namesShown).map((name) => (
          <span key={name} className={styles.about} translate="no">
            <About name={name} />
          </span>
        ))}
        {more > 0 && <span className={styles.about}>{w.more(numberIn(language, more))}</span>}
        {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
      </span>
      <span className={styles.when}>
        <time dateTime={entry.at}>{momentIn(language, entry.at)}</time>
        <span className={styles.who}>
          {personName(entry.actor)}, {w.doors[entry.origin]}
        </span>
      </span>
      <Button
        className={styles.prove}
        size="compact-xs"
        variant="subtle"
        aria-label={w.proveEntry(numberIn(language, entry.number))}
        onClick={() => prove(entry.number)}
      >
        {w.prove}
      </Button>
    </li>
  );
}

function About({ name }: { readonly name: string }): ReactNode {
  if (CustomerId.safeParse(name).success) {
    return (
      <TextLink underline="always" to="/customers/$id" params={{ id: name }}>
        {name}
      </TextLink>
    );
  }
  if (DocumentId.safeParse(name).success) {
    return (
      <TextLink underline="always" to="/documents/$id" params={{ id: name }}>
        {name}
      </TextLink>
    );
  }
  if (ImportId.safeParse(name).success) {
    return (
      <TextLink underline="always" to="/imports/$id" params={{ id: name }}>
        {name}
      </TextLink>
    );
  }
  return name;
}
