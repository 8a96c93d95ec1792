/** Answers about the audit trail. Entries are written by serve, never here. */
import type { trail } from '#shared/domains/trail/operations';
import type { Handlers } from '../../ipc/context';
import { listTrail, verifyTrail } from './store';

export const trailHandlers: Handlers<typeof trail> = {
  list: ({ db }, page) => listTrail(db, page),
  verify: ({ db }) => verifyTrail(db),
};
