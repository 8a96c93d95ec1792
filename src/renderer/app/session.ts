/** Where we are with the vault and who sits in front of it, as main said last. */
import { create } from 'zustand';
import type { Who } from '#shared/domains/access/model';
import type { VaultStatus } from '#shared/domains/vault/model';
import type { GivenRight } from '#shared/kernel/operations';
import { ask, failureOf, listen } from './ask';
import type { Failure } from '#shared/kernel/failures';

type Session = {
  readonly status: VaultStatus | null;
  readonly who: Who | null;
  readonly failure: Failure | null;
  readonly look: () => Promise<VaultStatus | null>;
};

export const useSession = create<Session>()((set) => ({
  status: null,
  who: null,
  failure: null,
  look: async () => {
    try {
      const [status, who] = await Promise.all([ask('vault', 'status', {}), ask('access', 'who', {})]);
      set({ status, who, failure: null });
      return status;
    } catch (error) {
      set({ failure: failureOf(error) });
      return null;
    }
  },
}));

export const followSession = (): (() => void) => listen('session', () => void useSession.getState().look());

/** Whether the person may do something, so that a page does not offer what main would refuse. Main decides all the same. */
export function useMay(): (right: GivenRight, domain: string) => boolean {
  const rights = useSession((state) => state.who?.rights);
  return (right, domain) => rights?.find((grant) => grant.domain === domain)?.rights.includes(right) ?? false;
}
