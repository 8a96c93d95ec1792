/** Step: who the business is. */
import { useAsked } from '../../app/use-asked';
import { useWords } from '../../app/words';
import { BusinessForm } from '../processing/BusinessForm';
import type { StepProps } from './step-props';

export function BusinessStep({ onDone }: StepProps) {
  const w = useWords('setup');
  const { answer: business } = useAsked('business', 'facts', {});
  if (business === undefined) return null;
  return <BusinessForm business={business} onDone={onDone} action={w.next} />;
}
