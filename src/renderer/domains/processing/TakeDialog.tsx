/** The picker: what a business of a trade usually does, ticked; one press takes it all into the record. */
import { Modal } from '@mantine/core';
import { useWords } from '../../app/words';
import { TakeForm } from './TakeForm';

export function TakeDialog({ onClose }: { readonly onClose: () => void }) {
  const w = useWords('processing').take;
  return (
    <Modal opened onClose={onClose} size="lg" title={w.title} closeButtonProps={{ 'aria-label': w.cancel }}>
      <TakeForm onDone={onClose} onCancel={onClose} />
    </Modal>
  );
}
