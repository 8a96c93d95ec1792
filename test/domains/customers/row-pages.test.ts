/** The list's rows: asked by page, kept while a new question is answered, never a late answer to an old one. */
import { expect, test } from 'vitest';
import { type LoadedPage, pageSize, RowPages } from '../../../src/renderer/domains/customers/row-pages';

type Asked = {
  question: string;
  offset: number;
  answer: (page: LoadedPage<string>) => void;
  fail: (error: Error) => void;
};

/** A main that answers when the test says so. */
function slowMain(): { asked: Asked[]; pages: RowPages<string, string> } {
  const asked: Asked[] = [];
  const pages = new RowPages<string, string>(
    (question, offset) => new Promise((answer, fail) => asked.push({ question, offset, answer, fail })),
  );
  return { asked, pages };
}
const settle = () => new Promise<void>((done) => setTimeout(done));
const rowsOf = (question: string, offset: number, total = 1_000): LoadedPage<string> => ({
  total,
  capped: false,
  rows: Array.from({ length: Math.min(pageSize, total - offset) }, (_, step) => `${question} ${offset + step}`),
});

test('rows of the old question stay until the new one is answered', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer(rowsOf('a', 0));
  await settle();
  pages.ask('b');
  expect(pages.row(3)).toBe('a 3');
  expect(pages.state().isAnswering).toBe(true);
  asked[1]!.answer(rowsOf('b', 0, 7));
  await settle();
  expect([pages.row(3), pages.row(7), pages.state().total]).toEqual(['b 3', undefined, 7]);
});

test('an answer that comes too late is not shown', async () => {
  const { asked, pages } = slowMain();
  pages.ask('slow');
  pages.ask('fast');
  asked[1]!.answer(rowsOf('fast', 0));
  await settle();
  asked[0]!.answer(rowsOf('slow', 0));
  await settle();
  expect(pages.row(0)).toBe('fast 0');
});

test('only pages in sight are asked for, at most two at once, and only once', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer(rowsOf('a', 0));
  await settle();
  pages.want(350, 720);
  pages.want(350, 720);
  expect(asked.slice(1).map(({ offset }) => offset)).toEqual([300, 400]);
  pages.want(900, 905);
  asked[1]!.answer(rowsOf('a', 300));
  await settle();
  // What scrolled out of sight before its turn came is left out.
  expect(asked.map(({ offset }) => offset)).toEqual([0, 300, 400, 900]);
});

test('after a change rows stay in sight while they are asked again', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer(rowsOf('a', 0));
  await settle();
  pages.want(0, 20);
  pages.refresh();
  expect(pages.row(0)).toBe('a 0');
  expect(asked).toHaveLength(2);
  asked[1]!.answer({ total: 1, capped: false, rows: ['new'] });
  await settle();
  expect([pages.row(0), pages.row(1), pages.state().total]).toEqual(['new', undefined, 1]);
});

test('says while more may be found, and when all are', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer({ ...rowsOf('a', 0, 500), capped: true });
  await settle();
  expect(pages.state()).toMatchObject({ total: 500, capped: true });
  pages.want(0, 20);
  pages.refresh();
  asked[1]!.answer(rowsOf('a', 0, 9_000));
  await settle();
  expect(pages.state()).toMatchObject({ total: 9_000, capped: false });
});

test('a page that fails is said and asked again when it is wanted again, not in a loop', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer(rowsOf('a', 0));
  await settle();
  pages.want(100, 120);
  asked[1]!.fail(new Error('no'));
  await settle();
  expect(pages.state().error).toBeInstanceOf(Error);
  expect(asked).toHaveLength(2);
  pages.want(100, 120);
  expect(asked).toHaveLength(3);
});

test('a long journey does not keep every page', async () => {
  const { asked, pages } = slowMain();
  pages.ask('a');
  asked[0]!.answer(rowsOf('a', 0, 1_000_000));
  await settle();
  for (let page = 1; page < 200; page += 1) {
    pages.want(page * pageSize, page * pageSize + 20);
    asked.at(-1)!.answer(rowsOf('a', page * pageSize, 1_000_000));
    await settle();
  }
  expect(pages.row(0)).toBeUndefined();
  expect(pages.row(199 * pageSize)).toBe(`a ${199 * pageSize}`);
});
