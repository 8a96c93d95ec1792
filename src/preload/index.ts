/** The bridge: two functions and nothing else. What may be asked is decided in main. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Answer } from '#shared/kernel/failures';
import type { Ask, Topic } from '#shared/kernel/operations';

const listeners = new Map<Topic, Set<(value: unknown) => void>>();

ipcRenderer.on('steward:tell', (_event, topic: Topic, value: unknown) => {
  for (const listener of listeners.get(topic) ?? []) listener(value);
});

contextBridge.exposeInMainWorld('steward', {
  ask: (request: Ask): Promise<Answer<unknown>> =>
    ipcRenderer.invoke('steward:ask', request) as Promise<Answer<unknown>>,
  /** Calls back with each message on a topic; the returned function stops it. The event object never reaches the page. */
  listen: (topic: Topic, callback: (value: unknown) => void): (() => void) => {
    const those = listeners.get(topic) ?? new Set();
    listeners.set(topic, those);
    those.add(callback);
    return () => void those.delete(callback);
  },
});
