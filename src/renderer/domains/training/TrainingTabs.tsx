/** The three pages of training as links, so that each has an address of its own. */
import { PageLink } from '../../app/go';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';
import styles from './training.module.css';

const pages = [
  { to: '/training', name: 'mine' },
  { to: '/training/team', name: 'team' },
  { to: '/training/joining', name: 'joining' },
] as const;

export function TrainingTabs({ here }: { readonly here: (typeof pages)[number]['name'] }) {
  const w = useWords('training');
  const may = useMay();
  // Whoever only learns has one page, and needs no links to others.
  if (!may('write', 'training') && !may('export', 'training')) return null;
  return (
    <nav aria-label={w.tabsLabel}>
      <ul className={styles.tabs}>
        {pages.map(({ to, name }) => (
          <li key={name}>
            <PageLink to={to} aria-current={name === here ? 'page' : undefined} activeProps={{}}>
              {w.tabs[name]}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
