/** One entry of the record in words, as it also stands on paper. */
import { rowsOf } from '#shared/domains/processing/entry-rows';
import type { RecordContent, RecordEntry } from '#shared/domains/processing/model';
import { recordWords } from '#shared/domains/processing/words';
import { useLanguage } from '../../app/words';
import styles from './RecordPage.module.css';

type Props = { readonly entry: RecordEntry; readonly tools: RecordContent['tools'] };

export function EntryRows({ entry, tools }: Props) {
  const language = useLanguage();
  const w = recordWords[language];
  const said = rowsOf(entry, tools, language);
  const rows = [
    [w.rows.role, said.role],
    ...(entry.role === 'controller' ? [] : ([[w.partners[entry.role], said.partners]] as const)),
    [w.rows.purposes, said.purposes],
    [w.rows.people, said.people],
    [w.rows.data, said.data],
    [w.rows.recipients, said.recipients],
    [w.rows.transfers, said.transfers],
    [w.rows.retention, said.retention],
    [w.rows.measures, said.measures],
    [w.rows.systems, said.systems],
    [w.rows.owner, entry.owner === null ? [] : [entry.owner.name]],
  ] as const;
  return (
    <dl className={styles.rows}>
      {rows.map(([name, lines]) => (
        <Row key={name} name={name} lines={lines.length === 0 ? [w.none] : lines} />
      ))}
    </dl>
  );
}

function Row({ name, lines }: { readonly name: string; readonly lines: readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {lines.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </dd>
    </>
  );
}
