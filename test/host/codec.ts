/**
 * Structured-clone values as text, for the line between the page's isolated world and the host. Both functions are also
 * sent to the page as source, so they use nothing from outside themselves and run in Chromium and in Node.
 */

/** Text for any structured-cloneable value; what cannot be cloned (functions, symbols) throws as Electron's `invoke` does. */
export function encode(root: unknown): string {
  const seen = new Map<object, number>();
  const bytes = (view: Uint8Array) => {
    let binary = '';
    for (let at = 0; at < view.length; at += 8192) binary += String.fromCharCode(...view.subarray(at, at + 8192));
    return btoa(binary);
  };
  const walk = (value: any): unknown => {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (value === undefined) return ['u'];
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0)
        ? value
        : ['n', Object.is(value, -0) ? '-0' : String(value)];
    if (typeof value === 'bigint') return ['b', String(value)];
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    const before = seen.get(value);
    if (before !== undefined) return ['r', before];
    seen.set(value, seen.size);
    const kind = Object.prototype.toString.call(value).slice(8, -1);
    if (Array.isArray(value)) return ['a', Array.from(value, walk)];
    if (kind === 'Date') return ['d', Number(value)];
    if (kind === 'RegExp') return ['x', value.source, value.flags];
    if (kind === 'Map')
      return ['m', Array.from(value as Map<unknown, unknown>, ([key, item]) => [walk(key), walk(item)])];
    if (kind === 'Set') return ['s', Array.from(value as Set<unknown>, walk)];
    if (kind === 'Error') return ['e', String(value.name), String(value.message), String(value.stack)];
    if (kind === 'ArrayBuffer') return ['B', 'ArrayBuffer', bytes(new Uint8Array(value))];
    if (ArrayBuffer.isView(value))
      return ['B', kind, bytes(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))];
    if (kind !== 'Object') throw new Error('An object could not be cloned.');
    return ['o', Object.entries(value).map(([key, item]) => [key, walk(item)])];
  };
  return JSON.stringify(walk(root));
}

/** The value `encode` made text of. */
export function decode(text: string): any {
  const seen: unknown[] = [];
  const keep = <Value>(value: Value): Value => {
    seen.push(value);
    return value;
  };
  const walk = (node: any): any => {
    if (!Array.isArray(node)) return node;
    const [kind, first, second, third] = node;
    if (kind === 'u') return undefined;
    if (kind === 'n') return Number(first);
    if (kind === 'b') return BigInt(first);
    if (kind === 'r') return seen[first];
    if (kind === 'd') return keep(new Date(first));
    if (kind === 'x') return keep(new RegExp(first, second));
    if (kind === 'e') {
      const error = keep(new Error(second));
      error.name = first;
      error.stack = third;
      return error;
    }
    if (kind === 'B') {
      const data = Uint8Array.from(atob(second), (letter) => letter.charCodeAt(0));
      if (first === 'ArrayBuffer') return keep(data.buffer);
      const View = (globalThis as any)[first];
      return keep(new View(data.buffer));
    }
    if (kind === 'a') {
      const list: unknown[] = keep([]);
      for (const item of first) list.push(walk(item));
      return list;
    }
    if (kind === 'm') {
      const map = keep(new Map());
      for (const [key, item] of first) map.set(walk(key), walk(item));
      return map;
    }
    if (kind === 's') {
      const set = keep(new Set());
      for (const item of first) set.add(walk(item));
      return set;
    }
    const object: Record<string, unknown> = keep({});
    for (const [key, item] of first)
      Object.defineProperty(object, key, { value: walk(item), enumerable: true, writable: true, configurable: true });
    return object;
  };
  return walk(JSON.parse(text));
}
