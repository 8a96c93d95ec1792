/** Objects that know exactly what they have: asking for anything else throws, so a gap in the stand-in is found, never guessed around. */
import { EventEmitter } from 'node:events';

const alwaysAsked = new Set(['then', 'toJSON', 'constructor', '$$typeof', 'asymmetricMatch', 'nodeType']);

/** Wraps `target` so that reading a member it lacks throws, naming it; members starting with `_` are the stand-in's own. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key, receiver) {
      if (typeof key === 'string' && !(key in object) && !alwaysAsked.has(key))
        throw new Error(`the Electron stand-in does not have ${name}.${key}; see docs/host.md`);
      return Reflect.get(object, key, receiver) as unknown;
    },
    set(object, key, value) {
      if (typeof key === 'string' && !(key in object))
        throw new Error(`the Electron stand-in does not have ${name}.${key}; see docs/host.md`);
      return Reflect.set(object, key, value);
    },
  });
}

/** An emitter that refuses listeners for events it never emits. */
export class StrictEmitter extends EventEmitter {
  readonly _events_: ReadonlySet<string>;
  readonly _name: string;

  constructor(name: string, events: readonly string[]) {
    super();
    this._name = name;
    this._events_ = new Set(events);
  }

  override on(event: string, listener: (...values: any[]) => void): this {
    if (!this._events_.has(event))
      throw new Error(`the Electron stand-in's ${this._name} never emits '${event}'; see docs/host.md`);
    return super.on(event, listener);
  }

  override addListener(event: string, listener: (...values: any[]) => void): this {
    return this.on(event, listener);
  }
}

/** An event as Electron hands to listeners: `preventDefault()` and what it carries. */
export function preventable<Details extends object>(details: Details) {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
