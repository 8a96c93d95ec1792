/** Which customer numbers have an e-mail key: an open-addressed table of 64-bit hashes in typed arrays, about 24 bytes for an address. */

/** Of one address no more customers than this are remembered; an address shared by more is a counter's, not a person's. */
const mostForOne = 32;

export class EmailTable {
  #high: Uint32Array;
  #low: Uint32Array;
  #number: Uint32Array;
  #mask: number;
  #used = 0;

  constructor(expected: number) {
    let slots = 1 << 12;
    while (slots < expected * 2) slots *= 2;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#number = new Uint32Array(slots);
    this.#mask = slots - 1;
  }

  /** The numbers known for the key; equal hashes of different keys are possible in theory, so callers compare the keys. */
  find(key: string): number[] | null {
    this.#hash(key);
    let found: number[] | null = null;
    for (let slot = lastLow & this.#mask; this.#number[slot] !== 0; slot = (slot + 1) & this.#mask) {
      if (this.#low[slot] !== lastLow || this.#high[slot] !== lastHigh) continue;
      found ??= [];
      if (found.push(this.#number[slot] ?? 0) >= mostForOne) break;
    }
    return found;
  }

  add(key: string, number: number): void {
    this.#hash(key);
    if ((this.#used + 1) * 2 > this.#mask) this.#grow();
    this.#put(lastHigh, lastLow, number);
    this.#used += 1;
  }

  #put(high: number, low: number, number: number): void {
    let same = 0;
    let slot = low & this.#mask;
    while (this.#number[slot] !== 0) {
      if (this.#low[slot] === low && this.#high[slot] === high && (same += 1) >= mostForOne) return;
      slot = (slot + 1) & this.#mask;
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.#number[slot] = number;
  }

  #grow(): void {
    const [high, low, number] = [this.#high, this.#low, this.#number];
    const slots = number.length * 2;
    this.#high = new Uint32Array(slots);
    this.#low = new Uint32Array(slots);
    this.#number = new Uint32Array(slots);
    this.#mask = slots - 1;
    for (let slot = 0; slot < number.length; slot += 1) {
      const known = number[slot] ?? 0;
      if (known !== 0) this.#put(high[slot] ?? 0, low[slot] ?? 0, known);
    }
  }

  /** Two independent 32-bit hashes (murmur-like mixing), left in `lastHigh` and `lastLow` to spare an object for every row. */
  #hash(key: string): void {
    let one = 0x9747b28c;
    let two = 0x85ebca6b;
    for (let index = 0; index < key.length; index += 1) {
      const unit = key.charCodeAt(index);
      one = Math.imul(one ^ unit, 0x5bd1e995);
      one ^= one >>> 15;
      two = Math.imul(two ^ unit, 0x01000193);
      two = (two << 13) | (two >>> 19);
    }
    one = Math.imul(one ^ key.length, 0xc2b2ae35);
    two = Math.imul(two ^ (two >>> 16), 0x27d4eb2f);
    lastLow = (one ^ (one >>> 16)) >>> 0;
    lastHigh = (two ^ (two >>> 15)) >>> 0;
  }
}

let lastHigh = 0;
let lastLow = 0;
