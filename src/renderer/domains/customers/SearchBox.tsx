/** The instant search: looks 60 ms after the last key; "/" comes here from anywhere on the page, Escape clears. */
import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../app/words';

const wait = 60;

type Props = { readonly text: string; readonly onText: (text: string) => void; readonly onDown: () => void };

export function SearchBox({ text, onText, onDown }: Props) {
  const w = useWords('customers');
  const [typed, setTyped] = useState(text);
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(text);

  // Somebody cleared the filter elsewhere.
  useEffect(() => {
    if (text !== sent.current) setTyped(text);
    sent.current = text;
  }, [text]);

  useEffect(() => {
    if (typed === sent.current) return undefined;
    const later = setTimeout(() => {
      sent.current = typed;
      onText(typed);
    }, wait);
    return () => clearTimeout(later);
  }, [typed, onText]);

  useEffect(() => {
    const toSearch = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
      field.current?.select();
    };
    document.addEventListener('keydown', toSearch);
    return () => document.removeEventListener('keydown', toSearch);
  }, []);

  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={w.search.label}
      placeholder={w.search.hint}
      leftSection={<IconSearch size={17} aria-hidden />}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden>
            /
          </Kbd>
        ) : (
          <CloseButton size="sm" aria-label={w.search.clear} onClick={() => setTyped('')} />
        )
      }
      value={typed}
      maxLength={400}
      style={{ flex: '1 1 260px', minWidth: 200 }}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && typed !== '') {
          event.preventDefault();
          setTyped('');
        }
        if (event.key === 'ArrowDown') {
          event.preventDefault();
          onDown();
        }
      }}
    />
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
