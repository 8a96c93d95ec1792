/** One cell of the list: the value, or a dash that a screen reader calls empty. */
import { Badge } from '@mantine/core';
import type { CustomerRow } from '#shared/domains/customers/model';
import { useLanguage, useWords } from '../../app/words';
import { countryName } from './names';
import type { ListColumn } from './list-columns';
import styles from './CustomerTable.module.css';
import { MarketingMark } from './MarketingMark';

type Props = { readonly row: CustomerRow; readonly name: ListColumn['name'] };

export function CustomerCell({ row, name }: Props) {
  const w = useWords('customers');
  const language = useLanguage();
  // The name is then the customer's number, which says enough.
  if (name !== 'name' && row.masked.includes(name)) return <Masked label={w.list.masked} />;
  switch (name) {
    case 'name':
      return <span className={styles.name}>{row.name || row.company || row.email || row.id}</span>;
    case 'marketing':
      return row.marketing ? <MarketingMark status={row.marketing} /> : <Nothing label={w.list.empty} />;
    case 'country':
      return row.country ? <>{countryName(row.country, language)}</> : <Nothing label={w.list.empty} />;
    case 'tags':
      return row.tags.length === 0 ? <Nothing label={w.list.empty} /> : <Tags tags={row.tags} />;
    case 'email':
    case 'phone':
    case 'company':
    case 'city':
      return row[name] ? <>{row[name]}</> : <Nothing label={w.list.empty} />;
  }
}

function Nothing({ label }: { readonly label: string }) {
  return (
    <span className={styles.nothing}>
      <span aria-hidden>–</span>
      <span className={styles.heard}>{label}</span>
    </span>
  );
}

/** Something is held that this person does not see; that is not the same as nothing. */
function Masked({ label }: { readonly label: string }) {
  return (
    <span className={styles.nothing}>
      <span aria-hidden>•••</span>
      <span className={styles.heard}>{label}</span>
    </span>
  );
}

function Tags({ tags }: { readonly tags: readonly string[] }) {
  return (
    <span className={styles.tags}>
      {tags.slice(0, 2).map((tag) => (
        <Badge key={tag} variant="light" color="gray" size="sm" className={styles.tag}>
          {tag}
        </Badge>
      ))}
      {tags.length > 2 && <span>+{tags.length - 2}</span>}
    </span>
  );
}
