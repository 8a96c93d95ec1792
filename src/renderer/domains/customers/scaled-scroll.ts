/**
 * Maps a scroll bar of limited height onto a list of any height. Chromium cannot lay out more than 33.5 million device
 * pixels, which a million rows pass, and sooner when the page is zoomed. Small movements are exact, so a wheel moves
 * rows as it does everywhere; jumps (dragging the thumb) are scaled.
 */

/** Stays below Chromium's limit at four device pixels to a CSS pixel. */
export const tallestPage = 8_000_000;

export class ScaledScroll {
  #total = 0;
  #viewport = 0;
  /** Where the page's scroll bar is, in pixels. */
  #page = 0;
  /** Where the list is, in pixels of the list. */
  #list = 0;

  /** `total` is the height of all rows, `viewport` of those that can be seen, both in pixels. */
  resize(total: number, viewport: number): void {
    this.#total = total;
    this.#viewport = viewport;
    this.#list = clamp(this.#list, this.listEnd);
    this.#page = this.#pageFor(this.#list);
  }

  /** The height to give the page, in pixels. */
  get pageHeight(): number {
    return Math.min(this.#total, tallestPage);
  }

  get listEnd(): number {
    return Math.max(0, this.#total - this.#viewport);
  }

  get pageEnd(): number {
    return Math.max(0, this.pageHeight - this.#viewport);
  }

  get list(): number {
    return this.#list;
  }

  get page(): number {
    return this.#page;
  }

  /** What to subtract from a row's place in the list to get its place in the page. */
  get shift(): number {
    return this.#list - this.#page;
  }

  /** The scroll bar was moved to `page`. */
  movedTo(page: number): void {
    if (this.pageEnd === this.listEnd) {
      this.#page = page;
      this.#list = clamp(page, this.listEnd);
      return;
    }
    const moved = page - this.#page;
    this.#page = page;
    const jumped = Math.abs(moved) > this.#viewport;
    this.#list = jumped ? this.#listFor(page) : clamp(this.#list + moved, this.listEnd);
  }

  /** Goes to a place of the list; the scroll bar has to be put at `page` afterwards. */
  goTo(list: number): void {
    this.#list = clamp(list, this.listEnd);
    this.#page = this.#pageFor(this.#list);
  }

  /** True when exact movements have carried the scroll bar to an end the list has not reached. */
  get isStuck(): boolean {
    const atTop = this.#page <= 0 && this.#list > 0;
    const atEnd = this.#page >= this.pageEnd && this.#list < this.listEnd;
    return atTop || atEnd;
  }

  #pageFor(list: number): number {
    return this.listEnd === 0 ? 0 : Math.round((list / this.listEnd) * this.pageEnd);
  }

  #listFor(page: number): number {
    return this.pageEnd === 0 ? 0 : clamp((page / this.pageEnd) * this.listEnd, this.listEnd);
  }
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
