/** The one path every request walks, from page or terminal: known, unlocked, allowed, well-formed, done, recorded. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { findOperation } from '#shared/contract';
import { grantsOfBuiltIn, isFresh, mayGrants } from '#shared/domains/access/rules';
import { slotOf } from '../vault/slots';
import { type Answer, AppError, brokenRule, type Failure, notFound, type Problem } from '#shared/kernel/failures';
import type { Command, GivenRight, Operation, Query, Task, TrailFacts } from '#shared/kernel/operations';
import type { TrailDraft } from '#shared/domains/trail/model';
import type { WriteDb } from '../db/handles';
import { type ApprovalGate, ApprovalNeeded, type DualAsk } from './approval';
import type { Actor, AnyHandler, Caller, FileKind, Permit, Request } from './context';
import { traceOf } from './local-log';
import { keepWatch } from './watch';
import { chosen, type Workbench } from './workbench';

export type HandlerTable = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

export type Serve = (request: Request) => Promise<Answer<unknown>>;

/** Writes trail entries in the transaction under way; given by the trail's domain. */
export type AppendTrail = (db: WriteDb, drafts: readonly TrailDraft[]) => Promise<void>;

/** What serve is given by domains it does not know. */
export type ServeParts = { readonly appendTrail: AppendTrail; readonly approvals: ApprovalGate };

export function createServe(
  workbench: Workbench,
  handlers: HandlerTable,
  { appendTrail, approvals }: ServeParts,
): Serve {
  const watch = keepWatch(workbench, appendTrail);
  return async (request) => {
    try {
      return { ok: true, value: await answer(request) };
    } catch (error) {
      return { ok: false, failure: failureOf(await afterApproval(error)) };
    }
  };

  /** What needs a second person was taken back whole; now the request is written down for somebody to decide. */
  async function afterApproval(error: unknown): Promise<unknown> {
    if (!(error instanceof ApprovalNeeded)) return error;
    const { ask, kind, facts } = error;
    try {
      const approval = await workbench.write(async (db) => {
        const id = await approvals.request(db, ask, kind, facts);
        await appendTrail(db, [
          {
            at: workbench.clock.now(),
            actor: ask.actor.id,
            origin: error.origin,
            event: 'approvals.requested',
            about: [id],
            facts: { kind },
          },
        ]);
        return id;
      });
      workbench.emit('changed', { domain: 'approvals' });
      return brokenRule('approvals.waits', { approval, kind });
    } catch (failed) {
      return failed;
    }
  }

  async function answer(request: Request): Promise<unknown> {
    const operation = findOperation(request.domain, request.operation);
    const handler = Object.hasOwn(handlers, request.domain) ? handlers[request.domain]?.[request.operation] : undefined;
    if (operation === undefined || handler === undefined) throw notFound('operation');
    if (operation.may !== 'anyone') assertMay(request, operation);
    const input = parseInput(operation, request.input);
    switch (operation.kind) {
      case 'query':
        return answerQuery(request, operation, handler, input);
      case 'command':
        return answerCommand(request, operation, handler, input);
      case 'task':
        return answerTask(request, operation, handler, input);
    }
  }

  function assertMay(request: Request, operation: Operation): void {
    const { domain, caller } = request;
    workbench.vault();
    const grants = grantsOf(caller.actor);
    // Nobody has signed in, or their time is over: for them the vault is as good as locked.
    if (grants === null && caller.actor.role === 'nobody') throw new AppError({ code: 'locked' });
    if (!mayGrants(grants, domain, operation.may)) {
      watch.note(draftOf(caller, 'access.refused', { operation: `${domain}.${request.operation}` }));
      throw new AppError({ code: 'forbidden', permission: `${domain}.${operation.may}` });
    }
    if (
      operation.kind !== 'query' &&
      operation.proof === 'recent' &&
      !isFresh(caller.provenAt ?? null, workbench.clock.now())
    )
      throw brokenRule('access.proof-needed');
  }

  function draftOf(
    caller: Caller,
    event: string,
    facts: TrailDraft['facts'],
    about: readonly string[] = [],
  ): TrailDraft {
    return {
      at: workbench.clock.now(),
      actor: caller.actor.id,
      origin: caller.origin,
      event,
      about: [...about],
      facts,
    };
  }

  function common(request: Request) {
    const { caller } = request;
    const grants = grantsOf(caller.actor);
    return {
      workbench,
      caller,
      may: (right: GivenRight, domain: string = request.domain) => mayGrants(grants, domain, right),
      now: workbench.clock.now,
      newId: workbench.newId,
    };
  }

  function askOf({ caller, domain, operation }: Request, input: unknown): DualAsk {
    return { actor: caller.actor, domain, operation, input, now: workbench.clock.now() };
  }

  /** `write` is the transaction under way in a command; a task takes one of its own. */
  function permitFor(
    request: Request,
    input: unknown,
    write: <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>,
    wentAlone: () => void,
  ): Permit {
    return async (kind, facts) => {
      const { caller } = request;
      const ask = askOf(request, input);
      const used = await write(async (db) => {
        const found = await approvals.use(db, ask);
        if (found) workbench.afterCommit(() => workbench.emit('changed', { domain: 'approvals' }));
        return found;
      });
      if (used) return;
      if ((await approvals.others(workbench.read(), ask)).length > 0)
        throw new ApprovalNeeded(ask, kind, facts, caller.origin);
      assertSaysAlone(request, kind);
      wentAlone();
    };
  }

  async function answerQuery(
    request: Request,
    operation: Query,
    handler: AnyHandler,
    input: unknown,
  ): Promise<unknown> {
    const context = { ...common(request), db: workbench.read() };
    const output = operation.output.parse(await handler(context as never, input as never));
    if (operation.watched !== undefined) {
      const about = operation.about?.(input as never, output as never) ?? [];
      const facts = plain(operation.facts?.(input as never, output as never) ?? {});
      watch.note(draftOf(request.caller, `${request.domain}.${operation.watched}`, facts, about));
    }
    return output;
  }

  async function answerCommand(
    request: Request,
    operation: Command,
    handler: AnyHandler,
    input: unknown,
  ): Promise<unknown> {
    assertKitConfirmed(workbench);
    const value = await workbench.write(async (db) => {
      let alone = false;
      const permit = permitFor(
        request,
        input,
        (work) => work(db),
        () => (alone = true),
      );
      const output = operation.output.parse(await handler({ ...common(request), db, permit } as never, input as never));
      await appendTrail(db, [entryOf(request, operation, input, output, undefined, alone)]);
      return output;
    });
    workbench.emit('changed', { domain: request.domain });
    return value;
  }

  async function answerTask(request: Request, operation: Task, handler: AnyHandler, input: unknown): Promise<unknown> {
    const records = operation.records !== null;
    if (records && operation.may !== 'anyone') assertKitConfirmed(workbench);
    const running = workbench.startTask(request.task);
    const note = async (draft: TrailDraft): Promise<void> => {
      // Before the vault is open, and after it was locked, there is no trail to write to.
      if (records) await workbench.writeLast((db) => appendTrail(db, [draft]));
    };
    try {
      if (operation.may !== 'anyone') await note(entryOf(request, operation, input, undefined, 'started'));
      // Cancelled while the entry was being written: the handler would wait for a signal that has been given.
      running.signal.throwIfAborted();
      let recorded = false;
      let alone = false;
      const context = {
        ...common(request),
        permit: permitFor(request, input, workbench.write, () => (alone = true)),
        knowsAlone: async (goes: readonly string[]) => {
          const others = await approvals.others(workbench.read(), askOf(request, input));
          if (others.length === 0 || !others.every((person) => goes.includes(person))) return;
          assertSaysAlone(request, 'alone-after');
          alone = true;
        },
        finish: (work: (db: WriteDb) => Promise<unknown>) =>
          workbench.writeLarge(async (db) => {
            const output = operation.output.parse(await work(db));
            await appendTrail(db, [entryOf(request, operation, input, output, 'finished', alone)]);
            recorded = true;
            return output;
          }),
        taskId: running.id,
        signal: running.signal,
        read: workbench.read,
        write: workbench.write,
        progress: running.progress,
        fileToRead: (asked: string | undefined, kinds: readonly FileKind[]) => fileToRead(request.caller, asked, kinds),
        fileToWrite: (asked: string | undefined, name: string, kinds: readonly FileKind[]) =>
          fileToWrite(request.caller, asked, name, kinds),
      };
      const output = operation.output.parse(await handler(context as never, input as never));
      if (!recorded) await note(entryOf(request, operation, input, output, 'finished', alone));
      return output;
    } catch (error) {
      const code = error instanceof ApprovalNeeded ? 'approvals.waits' : failureCodeOf(error).code;
      await note({ ...entryOf(request, operation, input, undefined, 'failed'), facts: { failure: code } }).catch(
        () => undefined,
      );
      throw error;
    } finally {
      running.end();
      if (records) workbench.emit('changed', { domain: request.domain });
    }
  }

  function entryOf(
    request: Request,
    operation: Command | Task,
    input: unknown,
    output: unknown,
    stage?: TrailDraft['stage'],
    alone = false,
  ): TrailDraft {
    const whole = output !== undefined;
    const arrived = workbench.session();
    return {
      at: workbench.clock.now(),
      // Whoever unlocked the vault was nobody when they asked.
      actor: operation.may === 'anyone' && arrived.state === 'signed-in' ? arrived.person.id : request.caller.actor.id,
      origin: request.caller.origin,
      event: `${request.domain}.${operation.records}`,
      ...(stage ? { stage } : {}),
      about: whole ? [...(operation.about?.(input as never, output as never) ?? [])] : [],
      facts: {
        ...(whole ? plain(operation.facts?.(input as never, output as never) ?? {}) : {}),
        ...(alone ? { alone } : {}),
      },
    };
  }

  async function fileToRead(caller: Caller, asked: string | undefined, kinds: readonly FileKind[]): Promise<string> {
    if (asked !== undefined && caller.origin === 'terminal') return asked;
    if (asked !== undefined) return alreadyPicked(asked);
    const file = chosen(await workbench.dialogs.openFile(kinds));
    workbench.picked.add(file);
    return file;
  }

  async function fileToWrite(
    caller: Caller,
    asked: string | undefined,
    suggestedName: string,
    kinds: readonly FileKind[],
  ): Promise<string> {
    if (asked !== undefined && caller.origin === 'terminal') return asked;
    // A page never names where to write: the person does, each time, in main's own dialog.
    if (asked !== undefined) throw new AppError({ code: 'forbidden', permission: 'files.name' });
    return chosen(await workbench.dialogs.saveFile(suggestedName, kinds));
  }

  function alreadyPicked(file: string): string {
    if (!workbench.picked.has(file)) throw new AppError({ code: 'forbidden', permission: 'files.name' });
    return file;
  }

  function failureOf(error: unknown): Failure {
    if (error instanceof AppError) return error.failure;
    const incident = randomUUID();
    workbench.log.write({ at: workbench.clock.now(), event: 'bug', facts: { incident, ...traceOf(error) } });
    return { code: 'bug', incident };
  }
}

/** In a terminal the command itself is the statement; a page asks the person and says so here. */
function assertSaysAlone({ alone, caller }: Request, kind: string): void {
  if (alone !== true && caller.origin === 'page') throw brokenRule('approvals.alone', { kind });
}

const grantsOf = (actor: Actor) => actor.grants ?? grantsOfBuiltIn(actor.role);

/** Until the recovery kit has been confirmed nothing may be stored that could be lost with the keychain. */
function assertKitConfirmed(workbench: Workbench): void {
  if (slotOf(workbench.vault().slots(), 'kit')?.confirmedAt == null) throw brokenRule('vault.kit-unconfirmed');
}

function parseInput(operation: Operation, input: unknown): unknown {
  const parsed = operation.input.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new AppError({ code: 'invalid', problems: problemsOf(parsed.error) });
}

/** Paths and codes, never values: a key that is unknown or wrong is named only by where it was. */
function problemsOf(error: z.ZodError): Problem[] {
  return error.issues
    .slice(0, 50)
    .map((issue) => ({
      path: (issue.code === 'invalid_key' ? issue.path.slice(0, -1) : issue.path).map((step) =>
        typeof step === 'number' ? step : String(step).slice(0, 60),
      ),
      code: issue.code === 'custom' ? issue.message.slice(0, 60) : issue.code,
    }));
}

function failureCodeOf(error: unknown): { code: string } {
  if (!(error instanceof AppError)) return { code: 'bug' };
  const { failure } = error;
  if (failure.code === 'unavailable') return { code: failure.resource };
  return { code: failure.code === 'rule' ? failure.rule : failure.code };
}

const plain = (facts: TrailFacts): TrailDraft['facts'] =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [name, Array.isArray(fact) ? [...fact] : fact]),
  ) as TrailDraft['facts'];
