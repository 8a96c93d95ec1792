/** Where we are with the vault: none, locked, open; and what its status said last. */
import { create } from 'zustand';
import type { VaultStatus } from '#shared/domains/vault/model';
import { ask, failureOf, listen } from './ask';
import type { Failure } from '#shared/kernel/failures';

type Session = {
  readonly status: VaultStatus | null;
  readonly failure: Failure | null;
  readonly look: () => Promise<VaultStatus | null>;
};

export const useSession = create<Session>()((set) => ({
  status: null,
  failure: null,
  look: async () => {
    try {
      const status = await ask('vault', 'status', {});
      set({ status, failure: null });
      return status;
    } catch (error) {
      set({ failure: failureOf(error) });
      return null;
    }
  },
}));

export const followSession = (): (() => void) => listen('session', () => void useSession.getState().look());
