/**
 * The two pieces that run inside Chromium, sent there as source: one in the page's own world, one in an isolated world where
 * the preload runs. They talk by synchronous DOM events with an unguessable name; Chromium clones what crosses, so
 * no object of one world is ever reachable from the other, as with Electron's contextBridge.
 */
import type { decode as Decode, encode as Encode } from './codec.ts';

export type PageSettings = { secret: string; binding: string };
/** A CommonJS preload, wrapped by its text into a function, as Electron wraps it. */
export type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void;

/** The port both worlds use. Copies values, proxies functions and promises. Self-contained: it is sent as source. */
export function makePort(secret: string, mine: string, theirs: string) {
  const functions = new Map<number, (...values: any[]) => unknown>();
  const answers: unknown[] = [];
  let last = 0;
  const hold = (value: (...values: any[]) => unknown) => {
    functions.set(++last, value);
    return last;
  };
  const pack = (value: any, seen = new Map<object, unknown>()): unknown => {
    if (typeof value === 'function') return { [secret]: 'function', id: hold(value) };
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (value instanceof Promise) return { [secret]: 'promise', id: hold((done, fail) => void value.then(done, fail)) };
    if (!Array.isArray(value) && Object.prototype.toString.call(value) !== '[object Object]')
      return structuredClone(value);
    return copy(value, seen, (item) => pack(item, seen));
  };
  /** Copies a list or a plain object, each item by `each`; `seen` keeps circles circles. */
  const copy = (value: any, seen: Map<object, unknown>, each: (item: unknown) => unknown) => {
    const result: any = Array.isArray(value) ? [] : {};
    seen.set(value, result);
    for (const key of Object.keys(value))
      Object.defineProperty(result, key, {
        value: each(value[key]),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    return result;
  };
  const call = (id: number, values: unknown[]): any => {
    dispatchEvent(new CustomEvent(secret + theirs, { detail: { id, values: values.map((value) => pack(value)) } }));
    const answer = answers.pop() as { error?: any; value?: any } | undefined;
    if (!answer) throw new Error('the other world is gone');
    if ('error' in answer) throw answer.error instanceof Error ? answer.error : new Error(String(answer.error));
    return unpack(answer.value);
  };
  const unpack = (value: any, seen = new Map<object, unknown>()): any => {
    if (value === null || typeof value !== 'object') return value;
    if (seen.has(value)) return seen.get(value);
    if (!Array.isArray(value) && Object.prototype.toString.call(value) !== '[object Object]') return value;
    if (value[secret] === 'function') return (...values: unknown[]) => call(value.id, values);
    if (value[secret] === 'promise') return new Promise((done, fail) => void call(value.id, [done, fail]));
    return copy(value, seen, (item) => unpack(item, seen));
  };
  addEventListener(secret + mine, (event) => {
    const { id, values, answer } = (event as CustomEvent).detail;
    if (answer) return void answers.push(answer);
    let reply: { error?: unknown; value?: unknown };
    try {
      reply = { value: pack(functions.get(id)?.(...values.map((value: unknown) => unpack(value)))) };
    } catch (error) {
      reply = { error: error instanceof Error ? new Error(error.message) : error };
    }
    dispatchEvent(new CustomEvent(secret + theirs, { detail: { answer: reply } }));
  });
  return { hold, call };
}

/** In the page's world: waits for the preload to expose things. Its function has id 1, the first one held. */
export function mainWorld(port: ReturnType<typeof makePort>) {
  const freeze = (value: any) => {
    if (value === null || typeof value !== 'object' || Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  };
  port.hold((name: string, api: unknown) => {
    if (Object.hasOwn(window, name))
      throw new Error(`Cannot bind an API on top of an existing property on the window object`);
    freeze(api);
    Object.defineProperty(window, name, { value: api, enumerable: true, writable: false, configurable: false });
  });
}

/** In the isolated world: `require('electron')` for a sandboxed preload, and the preload itself (main frame only, as in Electron). */
export function isolatedWorld(
  { binding }: PageSettings,
  preload: Preload | undefined,
  port: ReturnType<typeof makePort>,
  encode: typeof Encode,
  decode: typeof Decode,
) {
  const toHost = (globalThis as any)[binding] as (text: string) => void;
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (error: Error) => void }>();
  const listeners = new Map<string, Set<(...values: any[]) => void>>();
  let last = 0;
  const tell = (kind: string, channel: string, values: unknown[], id = 0) =>
    toHost(encode({ kind, channel, values, id, url: location.href, origin: self.origin }));
  (globalThis as any)[`${binding}:hear`] = (text: string) => {
    const { id, error, value, channel, values } = decode(text);
    if (channel !== undefined)
      return [...(listeners.get(channel) ?? [])].forEach((listener) =>
        listener({ sender: ipcRenderer, ports: [] }, ...values),
      );
    const call = waiting.get(id);
    waiting.delete(id);
    return error === undefined ? call?.done(value) : call?.fail(new Error(error));
  };
  const known = <Members extends object>(name: string, members: Members): Members =>
    new Proxy(members, {
      get(object, key, receiver) {
        if (typeof key === 'string' && !(key in object) && key !== 'then' && key !== '__esModule')
          throw new Error(`the Electron stand-in does not have ${name}${key}; see docs/host.md`);
        return Reflect.get(object, key, receiver) as unknown;
      },
    });
  const ipcRenderer = known('ipcRenderer.', {
    // eslint-disable-next-line require-await
    async invoke(channel: string, ...values: unknown[]) {
      return new Promise((done, fail) => {
        waiting.set(++last, { done, fail });
        tell('invoke', channel, values, last);
      });
    },
    send(channel: string, ...values: unknown[]) {
      tell('send', channel, values);
    },
    on(channel: string, listener: (...values: any[]) => void) {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
      return ipcRenderer;
    },
    removeListener(channel: string, listener: (...values: any[]) => void) {
      listeners.get(channel)?.delete(listener);
      return ipcRenderer;
    },
  });
  const contextBridge = known('contextBridge.', {
    exposeInMainWorld: (name: string, api: unknown) => port.call(1, [name, api]),
  });
  (globalThis as any)[`${binding}:invoke`] = ipcRenderer.invoke;
  const electron = known('', { contextBridge, ipcRenderer });
  const require = (name: string) => {
    if (name === 'electron') return electron;
    throw new Error(`module not found: ${name}: a sandboxed preload has electron only; see docs/host.md`);
  };
  if (window === window.top && preload) {
    const module = { exports: {} };
    preload(require, module, module.exports);
  }
}

/** The script for the page's own world. */
export function mainWorldSource({ secret }: PageSettings): string {
  return `(() => { const port = (${makePort})(${JSON.stringify(secret)}, 'page', 'preload'); (${mainWorld})(port); })()`;
}

/** The script for the isolated world, with the preload's text inside (never `eval`: the page's content policy holds here too). */
export function isolatedWorldSource(
  settings: PageSettings,
  preload: string | undefined,
  codec: { encode: typeof Encode; decode: typeof Decode },
): string {
  const wrapped = preload === undefined ? 'undefined' : `function (require, module, exports) {\n${preload}\n}`;
  return `(() => { const port = (${makePort})(${JSON.stringify(settings.secret)}, 'preload', 'page');
(${isolatedWorld})(${JSON.stringify(settings)}, ${wrapped}, port, ${codec.encode}, ${codec.decode}); })()`;
}
