/** The operating system's keychain behind one small interface; every call is limited in time and every write is read back. */
import { createRequire } from 'node:module';
import type { KeychainState } from '#shared/domains/vault/model';

export type KeychainAnswer =
  { readonly state: 'ok'; readonly value: Uint8Array } | { readonly state: Exclude<KeychainState, 'ok'> };

export type Keychain = {
  /** The 32 bytes kept for this store. */
  read(storeId: string): Promise<KeychainAnswer>;
  /** Keeps 32 bytes and reads them back; anything but `ok` means they are not kept. */
  write(storeId: string, value: Uint8Array): Promise<KeychainState>;
  forget(storeId: string): Promise<void>;
  /** True while a call has not come back: it holds a thread, and the process cannot end by itself before it does. */
  hanging(): boolean;
};

type Keytar = {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
};

const service = 'Steward';
/** A locked keyring can wait for a prompt nobody sees; after this the passphrase is asked for instead. */
const patience = 5_000;

const load = createRequire(import.meta.url);

export function systemKeychain(): Keychain {
  let keytar: Keytar | null = null;
  const open = (): Keytar => (keytar ??= load('keytar') as Keytar);
  let under = 0;
  const limited = async <T>(call: () => Promise<T>): Promise<Limited<T>> => {
    // Each hanging call keeps one of the few threads the database needs as well, so there is never a second.
    if (under > 0) return { state: 'slow' };
    under += 1;
    return withinPatience(call, () => (under -= 1));
  };
  const read = async (storeId: string): Promise<KeychainAnswer> => {
    const found = await limited(() => open().getPassword(service, storeId));
    if (found.state !== 'ok') return found;
    if (found.value === null) return { state: 'missing' };
    // Base64 only: keytar cuts a secret at its first NUL.
    const bytes = Buffer.from(found.value, 'base64');
    return bytes.length === 32 ? { state: 'ok', value: bytes } : { state: 'wrong' };
  };
  return {
    read,
    write: async (storeId, value) => {
      const text = Buffer.from(value).toString('base64');
      const kept = await limited(() => open().setPassword(service, storeId, text));
      if (kept.state !== 'ok') return kept.state;
      const back = await read(storeId);
      if (back.state !== 'ok') return back.state;
      return Buffer.from(back.value).equals(Buffer.from(value)) ? 'ok' : 'wrong';
    },
    forget: async (storeId) => {
      await limited(() => open().deletePassword(service, storeId));
    },
    hanging: () => under > 0,
  };
}

/** For machines and terminals that shall not use a keychain. */
export const noKeychain: Keychain = {
  read: async () => ({ state: 'off' }),
  write: async () => 'off',
  forget: async () => undefined,
  hanging: () => false,
};

type Limited<T> = { readonly state: 'ok'; readonly value: T } | { readonly state: 'locked' | 'unavailable' | 'slow' };

async function withinPatience<T>(call: () => Promise<T>, back: () => void): Promise<Limited<T>> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Limited<T>>((resolve) => {
    timer = setTimeout(() => resolve({ state: 'slow' }), patience);
  });
  const asked = (async (): Promise<Limited<T>> => {
    try {
      return { state: 'ok', value: await call() };
    } catch (error) {
      // The message is only looked at, never kept: it may name the user's keyring.
      return { state: /locked/i.test(error instanceof Error ? error.message : '') ? 'locked' : 'unavailable' };
    } finally {
      back();
    }
  })();
  const answer = await Promise.race([asked, tooLong]);
  clearTimeout(timer);
  return answer;
}
