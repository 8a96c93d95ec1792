/** What a page may know of who is here. */
import { type Who } from '#shared/domains/access/model';
import { mayBeHere, mayGrants, rightsIn } from '#shared/domains/access/rules';
import { contract } from '#shared/contract';
import { localDay } from '#shared/kernel/time';
import { callerOf } from '../../ipc/session';
import type { Workbench } from '../../ipc/workbench';
import { peopleWithGrants } from './people';

/** The domains of the contract, in its order. */
export const domainNames: readonly string[] = Object.keys(contract);

export async function whoIsHere(workbench: Workbench): Promise<Who> {
  const nobodyKnown = { person: null, people: [], rights: [], approvers: 0 };
  if (workbench.opened() === null) return { state: 'locked', ...nobodyKnown };
  const now = workbench.clock.now();
  const session = workbench.session();
  const here = (await peopleWithGrants(workbench.read())).filter(({ person }) => mayBeHere(person, localDay(now)));
  const { actor } = callerOf(session, 'page', now);
  if (session.state === 'signed-in' && actor.grants !== undefined) {
    const { id, name, role } = session.person;
    const others = here.filter(({ person, grants }) => person.id !== id && mayGrants(grants, 'approvals', 'approve'));
    return {
      state: 'signed-in',
      person: { id, name, role } as Who['person'],
      people: [],
      rights: rightsIn(actor.grants, domainNames),
      approvers: others.length,
    };
  }
  if (session.state === 'awaiting') {
    const { id, name, role } = session.person;
    return { ...nobodyKnown, state: session.step, person: { id, name, role } as Who['person'] };
  }
  return { ...nobodyKnown, state: 'pick', people: here.map(({ person: { id, name } }) => ({ id, name })) };
}
