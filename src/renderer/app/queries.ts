/** Answers kept while they are true: asked again when main says that their domain changed. */
import { QueryClient } from '@tanstack/react-query';
import { listen } from './ask';
import { useRunningTasks } from './running-tasks';

export const queries = new QueryClient({
  defaultOptions: {
    // There is no network to wait for: main is always there.
    queries: { networkMode: 'always', retry: false, staleTime: Infinity, refetchOnWindowFocus: false },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Which domains' answers are made of which others' records. */
const reads: Readonly<Record<string, readonly string[]>> = {
  customers: ['reports', 'applicability', 'documents', 'today'],
  imports: ['customers', 'reports', 'applicability', 'today'],
  fields: ['setup', 'reports', 'customers', 'imports', 'processing', 'documents', 'today'],
  documents: ['obligations', 'today'],
  responsibilities: ['documents', 'today'],
  applicability: ['obligations', 'training', 'documents', 'responsibilities', 'today'],
  obligations: ['today'],
  evidence: ['obligations', 'today'],
  watching: ['today'],
  devices: ['today', 'training'],
  backups: ['today'],
  audits: ['today'],
  risks: ['today', 'obligations'],
  programme: ['evidence', 'today'],
  training: ['today', 'obligations', 'devices'],
  vendors: ['processing', 'documents', 'today'],
  business: ['setup', 'processing', 'vendors', 'documents', 'today'],
  processing: ['vendors', 'documents', 'today'],
  access: ['audits', 'risks', 'training', 'processing', 'vendors', 'documents', 'responsibilities', 'today'],
  law: [
    'business',
    'processing',
    'vendors',
    'devices',
    'audits',
    'risks',
    'training',
    'applicability',
    'obligations',
    'documents',
    'responsibilities',
    'today',
  ],
};

/** A burst of changes is answered once. */
const wait = 150;

export function keepAnswersTrue(): () => void {
  const changed = new Set<string>();
  let soon: ReturnType<typeof setTimeout> | undefined;
  const stopChanged = listen('changed', ({ domain }) => {
    // Every change is in the trail as well, and may move a date of the year.
    for (const one of [domain, 'trail', 'programme', ...(reads[domain] ?? [])]) changed.add(one);
    soon ??= setTimeout(() => {
      soon = undefined;
      for (const one of changed) void queries.invalidateQueries({ queryKey: [one] });
      changed.clear();
    }, wait);
  });
  // What was seen while the vault was open must not stay in memory after it was locked.
  const stopSession = listen('session', ({ state }) => {
    if (state !== 'open') queries.clear();
  });
  const stopProgress = listen('progress', useRunningTasks.getState().moved);
  return () => {
    stopProgress();
    stopChanged();
    stopSession();
    clearTimeout(soon);
  };
}
