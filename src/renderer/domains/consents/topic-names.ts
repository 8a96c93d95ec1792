/** What topics are called on the page: a purpose by its own name, everything else by our words. */
import { namesIn } from '#shared/domains/fields/defaults';
import { purposeOfTopic } from '#shared/domains/consents/rules';
import type { Topic } from '#shared/domains/consents/model';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';

export function useTopicNames(): {
  readonly nameOf: (topic: Topic) => string;
  readonly purposes: readonly { id: string; name: string; lawfulBasis: string }[];
} {
  const w = useWords('consents');
  const named = namesIn(useLanguage());
  const { answer } = useAsked('fields', 'purposes', {});
  const purposes = (answer ?? []).map((purpose) => ({ ...purpose, name: named(purpose.id, purpose.name) }));
  const names = new Map(purposes.map(({ id, name }) => [id as string, name]));
  return {
    purposes,
    nameOf: (topic) => {
      const purpose = purposeOfTopic(topic);
      return purpose === null ? (w.topics[topic] ?? topic) : (names.get(purpose) ?? purpose);
    },
  };
}
