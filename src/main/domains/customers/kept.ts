/** Something read from the store once and then kept up: changes are worked out inside their own transaction and take effect with its commit. */
import type { ReadDb } from '../../db/handles';

/** So many single changes are worked out; with more the whole is read again. */
const mostFollowed = 1_000;

export type Reading<T> = {
  read(): Promise<T>;
  /** Looks `numbers` up in a store that otherwise is as `value` knows it. What is handed back gives the new value, at once. */
  follow(db: ReadDb, value: T, numbers: readonly number[]): Promise<() => T>;
  /** A large value still serves while it is caught up with. */
  mayServeLate(value: T): boolean;
  /** One transaction's turn, for changes that came while the value was read. What `work` hands back is done after the commit. */
  inTurn(work: (db: ReadDb) => Promise<() => void>): Promise<void>;
  /** Told whenever the value is another; `late` when somebody was given the one before although it was behind. */
  moved(late: boolean): void;
};

export class Kept<T> {
  readonly #how: Reading<T>;
  #value: T | null = null;
  #reading: Promise<void> | null = null;
  /** Changed while the value was read. */
  readonly #missed = new Set<number>();
  /** More changed than can be followed. */
  #isOutdated = false;
  #isCatchingUp = false;
  #servedLate = false;

  constructor(how: Reading<T>) {
    this.#how = how;
  }

  /** The value as it is now; null before it has been read. */
  get value(): T | null {
    return this.#value;
  }

  get isCurrent(): boolean {
    return this.#value !== null && this.#reading === null && !this.#isBehind;
  }

  get isReading(): boolean {
    return this.#reading !== null;
  }

  get #isBehind(): boolean {
    return this.#isOutdated || this.#missed.size > 0;
  }

  /** Waits until there is a value that may be served; it is then in `value`. */
  async ready(): Promise<void> {
    while (!this.isCurrent) {
      if (this.#value !== null && this.#how.mayServeLate(this.#value)) {
        this.#servedLate = true;
        this.#catchUp();
        return;
      }
      await this.#read();
    }
  }

  /**
   * To be called inside the transaction that changed `numbers`, after its writes. What is handed back takes effect after
   * the commit; when the transaction is taken back it is forgotten.
   */
  async following(db: ReadDb, numbers: readonly number[]): Promise<() => void> {
    const base = this.#value;
    const all = [...new Set([...this.#missed, ...numbers])];
    let change: (() => T) | null = null;
    let failed = all.length > mostFollowed;
    if (base !== null && this.#reading === null && !this.#isOutdated && !failed) {
      // The change itself must not fail because a list could not follow it.
      change = await this.#how.follow(db, base, all).catch(() => null);
      failed = change === null;
    }
    return () => {
      if (this.#value === null && this.#reading === null) return;
      if (change !== null && this.#value === base && this.#reading === null && !this.#isOutdated) {
        this.#value = change();
        this.#missed.clear();
        this.#tell();
        return;
      }
      if (failed) this.#isOutdated = true;
      else for (const number of numbers) this.#missed.add(number);
    };
  }

  /** Anything may have changed. */
  outdate(): void {
    if (this.#value !== null || this.#reading !== null) this.#isOutdated = true;
  }

  #read(): Promise<void> {
    this.#reading ??= (async () => {
      this.#isOutdated = false;
      this.#missed.clear();
      try {
        const value = await this.#how.read();
        this.#reading = null;
        this.#value = value;
        this.#tell();
        if (this.#servedLate && this.#isBehind) this.#catchUp();
      } catch (error) {
        this.#reading = null;
        this.#isOutdated = this.#value !== null;
        throw error;
      }
    })();
    return this.#reading;
  }

  /** Beside everything else; a failure shows with the next question. */
  #catchUp(): void {
    if (this.#reading !== null) return;
    if (this.#isOutdated) {
      this.#read().catch(() => undefined);
      return;
    }
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    this.#how
      .inTurn((db) => this.following(db, []))
      .catch(() => undefined)
      .finally(() => (this.#isCatchingUp = false));
  }

  #tell(): void {
    const late = this.#servedLate && !this.#isBehind;
    if (late) this.#servedLate = false;
    this.#how.moved(late);
  }
}
