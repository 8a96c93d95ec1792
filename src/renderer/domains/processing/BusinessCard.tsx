/** Who the business is, and the way to say it. */
import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { countryIn } from '#shared/domains/processing/entry-rows';
import { useMay } from '../../app/session';
import { useAsked } from '../../app/use-asked';
import { useLanguage, useWords } from '../../app/words';
import { Card } from '../../ui/Card';
import { BusinessForm } from './BusinessForm';

export function BusinessCard() {
  const w = useWords('processing');
  const language = useLanguage();
  const mayWrite = useMay()('write', 'business');
  const { answer: business } = useAsked('business', 'facts', {});
  const [editing, setEditing] = useState(false);
  if (business === undefined) return null;
  const { facts } = business;
  return (
    <Card title={w.business}>
      {facts === null ? (
        <Text>{w.businessNone}</Text>
      ) : (
        <div>
          <Text fw={600}>{facts.name}</Text>
          {[
            facts.street,
            [facts.postalCode, facts.city].filter(Boolean).join(' '),
            [facts.region, countryIn(language)(facts.country)].filter(Boolean).join(', '),
            [facts.email, facts.phone].filter(Boolean).join(' · '),
          ]
            .filter(Boolean)
            .map((line) => (
              <Text key={line} size="sm">
                {line}
              </Text>
            ))}
        </div>
      )}
      {mayWrite && (
        <Group>
          <Button variant="default" size="xs" onClick={() => setEditing(true)}>
            {facts === null ? w.businessStart : w.businessEdit}
          </Button>
        </Group>
      )}
      {editing && (
        <Modal
          opened
          size="lg"
          onClose={() => setEditing(false)}
          title={w.businessForm.title}
          closeButtonProps={{ 'aria-label': w.businessForm.cancel }}
        >
          <BusinessForm business={business} onDone={() => setEditing(false)} onCancel={() => setEditing(false)} />
        </Modal>
      )}
    </Card>
  );
}
