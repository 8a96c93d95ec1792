/** The rows of a long list by position: asks for what can be seen, keeps what was seen lately, and never flashes while a new question is answered. */

/** `capped` while more than `total` may still be found. */
export type LoadedPage<Row> = { readonly total: number; readonly capped: boolean; readonly rows: readonly Row[] };
export type LoadPage<Question, Row> = (question: Question, offset: number, limit: number) => Promise<LoadedPage<Row>>;

export type PagesState = {
  /** Changes with every change, for React. */
  readonly version: number;
  /** Null until the first answer. */
  readonly total: number | null;
  /** More than `total` may still be found. */
  readonly capped: boolean;
  /** True while rows of an earlier question are still shown. */
  readonly isAnswering: boolean;
  readonly error: unknown;
};

type Page<Row> = { readonly rows: readonly Row[]; stale: boolean };
type Shown<Question, Row> = { readonly question: Question; readonly pages: Map<number, Page<Row>>; total: number };

export const pageSize = 100;
const mostPages = 80;
const mostUnderWay = 2;

export class RowPages<Question, Row> {
  readonly #load: LoadPage<Question, Row>;
  readonly #listeners = new Set<() => void>();
  #shown: Shown<Question, Row> | null = null;
  /** The question whose first page is awaited; null when the shown one is the asked one. */
  #awaited: Question | null = null;
  #wanted: number[] = [];
  readonly #underWay = new Set<string>();
  #generation = 0;
  #state: PagesState = { version: 0, total: null, capped: false, isAnswering: false, error: null };

  constructor(load: LoadPage<Question, Row>) {
    this.#load = load;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  readonly state = (): PagesState => this.#state;

  /** The row at a position, or undefined while it is on its way. */
  row(index: number): Row | undefined {
    return this.#shown?.pages.get(Math.floor(index / pageSize))?.rows[index % pageSize];
  }

  /** Puts a new question. What is shown stays until its first page has come. */
  ask(question: Question): void {
    this.#generation += 1;
    this.#awaited = question;
    this.#change({ isAnswering: true, error: null });
    void this.#answerFirstPage(question, this.#generation);
  }

  /** Records changed: everything is asked again, shown until the new rows are there. */
  refresh(): void {
    if (this.#awaited !== null || this.#shown === null) return;
    this.#generation += 1;
    this.#underWay.clear();
    for (const page of this.#shown.pages.values()) page.stale = true;
    // An empty list wants nothing; its first page tells whether it still is.
    if (this.#wanted.length === 0) this.#wanted = [0];
    this.#next();
  }

  /** The rows from `first` to `last` can be seen (both included). */
  want(first: number, last: number): void {
    const from = Math.floor(Math.max(0, first) / pageSize);
    const to = Math.floor(Math.max(0, last) / pageSize);
    this.#wanted = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    this.#next();
  }

  async #answerFirstPage(question: Question, generation: number): Promise<void> {
    try {
      const { total, capped, rows } = await this.#load(question, 0, pageSize);
      if (generation !== this.#generation) return;
      this.#shown = { question, total, pages: new Map([[0, { rows, stale: false }]]) };
      this.#awaited = null;
      this.#underWay.clear();
      this.#change({ total, capped, isAnswering: false });
      this.#next();
    } catch (error) {
      if (generation !== this.#generation) return;
      this.#awaited = null;
      this.#change({ isAnswering: false, error });
    }
  }

  #next(): void {
    const shown = this.#shown;
    if (shown === null || this.#awaited !== null) return;
    for (const page of this.#wanted) {
      if (this.#underWay.size >= mostUnderWay) return;
      if (page > 0 && page * pageSize >= shown.total) continue;
      const have = shown.pages.get(page);
      if ((have && !have.stale) || this.#underWay.has(`${this.#generation}:${page}`)) continue;
      void this.#fetch(shown, page, this.#generation);
    }
  }

  async #fetch(shown: Shown<Question, Row>, page: number, generation: number): Promise<void> {
    const key = `${generation}:${page}`;
    this.#underWay.add(key);
    try {
      const { total, capped, rows } = await this.#load(shown.question, page * pageSize, pageSize);
      if (generation !== this.#generation) return;
      shown.pages.delete(page);
      shown.pages.set(page, { rows, stale: false });
      shown.total = total;
      this.#forgetOldest(shown);
      this.#change({ total, capped, error: null });
    } catch (error) {
      if (generation === this.#generation) {
        this.#wanted = this.#wanted.filter((one) => one !== page);
        this.#change({ error });
      }
    } finally {
      this.#underWay.delete(key);
    }
    this.#next();
  }

  #forgetOldest({ pages }: Shown<Question, Row>): void {
    for (const page of pages.keys()) {
      if (pages.size <= mostPages) return;
      if (!this.#wanted.includes(page)) pages.delete(page);
    }
  }

  #change(change: Partial<PagesState>): void {
    this.#state = { ...this.#state, ...change, version: this.#state.version + 1 };
    for (const listener of this.#listeners) listener();
  }
}
