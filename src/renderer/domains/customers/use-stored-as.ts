/** What the form's text becomes when it is stored. The rules are the ones main uses; they are loaded when first needed. */
import { useEffect, useState } from 'react';
import type { NormalisedCustomer } from '#shared/domains/customers/normalise';
import { draftOf, type FormValues } from './form-values';

/** `left` is what stood in the boxes when somebody last left one; null before that. */
export function useStoredAs(left: FormValues | null): NormalisedCustomer | null {
  const [stored, setStored] = useState<NormalisedCustomer | null>(null);
  useEffect(() => {
    if (left === null) return undefined;
    let gone = false;
    void import('#shared/domains/customers/normalise').then(({ normaliseCustomer }) => {
      if (!gone) setStored(normaliseCustomer(draftOf(left).fields));
    });
    return () => {
      gone = true;
    };
  }, [left]);
  return stored;
}
