/** Says that an action is done, and what was done. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '#shared/domains/risks/model';
import { FormDialog } from '../../app/FormDialog';
import { useCommand } from '../../app/use-command';
import { useWords } from '../../app/words';

export function CloseActionDialog({ action, onClose }: { readonly action: Action; readonly onClose: () => void }) {
  const w = useWords('risks').form;
  const close = useCommand('risks', 'closeAction');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const lacks = words.trim().length < 3;
  return (
    <FormDialog
      title={w.closeTitle}
      lead={action.words}
      isRunning={close.isRunning}
      failure={close.failure}
      onClose={onClose}
      onSave={async () => {
        setTried(true);
        return !lacks && (await close.run({ id: action.id, words })) !== undefined;
      }}
    >
      <Textarea
        data-autofocus
        label={w.closing}
        autosize
        minRows={2}
        value={words}
        error={tried && lacks ? w.closingNeeded : null}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
