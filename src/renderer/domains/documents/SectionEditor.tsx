/** The editor for one section: headings, lists, notes, tables, bold and links; loaded when somebody first writes. */
import { Button, Group, Stack } from '@mantine/core';
import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { TableKit } from '@tiptap/extension-table';
import { useEditor } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import type { Section, SectionBlock } from '#shared/domains/documents/model';
import { isSafeAddress } from '#shared/papers/lines';
import { useWords } from '../../app/words';
import styles from './documents.module.css';
import { fromEditor, toEditor } from './editor-content';

type Props = {
  readonly section: Section;
  readonly isSaving: boolean;
  readonly onSave: (blocks: SectionBlock[]) => void;
  readonly onCancel: () => void;
};

export function SectionEditor({ section, isSaving, onSave, onCancel }: Props) {
  const w = useWords('documents').editor;
  const editor = useEditor({
    // The sheet that belongs to it is in our own style file: the page allows no other.
    injectCSS: false,
    shouldRerenderOnTransaction: true,
    autofocus: 'end',
    extensions: [
      StarterKit.configure({
        heading: { levels: [3, 4] },
        code: false,
        codeBlock: false,
        italic: false,
        strike: false,
        underline: false,
        horizontalRule: false,
        link: { openOnClick: false, isAllowedUri: (address) => isSafeAddress(address) },
      }),
      TableKit.configure({ table: { resizable: false } }),
    ],
    content: toEditor(section.blocks),
    editorProps: { attributes: { 'aria-label': w.text(section.title), role: 'textbox', 'aria-multiline': 'true' } },
  });
  return (
    <Stack gap="xs">
      <RichTextEditor editor={editor} labels={w.labels} className={styles.editor ?? ''}>
        <RichTextEditor.Toolbar>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Bold />
            <RichTextEditor.H3 />
            <RichTextEditor.H4 />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.BulletList />
            <RichTextEditor.OrderedList />
            <RichTextEditor.Blockquote />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Link />
            <RichTextEditor.Unlink />
          </RichTextEditor.ControlsGroup>
          <RichTextEditor.ControlsGroup>
            <RichTextEditor.Undo />
            <RichTextEditor.Redo />
          </RichTextEditor.ControlsGroup>
        </RichTextEditor.Toolbar>
        <RichTextEditor.Content />
      </RichTextEditor>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          {w.cancel}
        </Button>
        <Button loading={isSaving} onClick={() => onSave(fromEditor(editor.getJSON(), section.title))}>
          {w.save}
        </Button>
      </Group>
    </Stack>
  );
}
