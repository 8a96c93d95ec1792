/** The one path every request walks, from page or terminal: known, unlocked, allowed, well-formed, done, recorded. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { findOperation } from '#shared/contract';
import { mayRole } from '#shared/domains/access/rules';
import { slotOf } from '../vault/slots';
import { type Answer, AppError, brokenRule, type Failure, notFound, type Problem } from '#shared/kernel/failures';
import type { Command, Operation, Query, Task, TrailFacts } from '#shared/kernel/operations';
import type { TrailDraft } from '#shared/domains/trail/model';
import type { WriteDb } from '../db/handles';
import type { AnyHandler, Caller, FileKind, Request } from './context';
import { traceOf } from './local-log';
import { chosen, type Workbench } from './workbench';

export type HandlerTable = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

export type Serve = (request: Request) => Promise<Answer<unknown>>;

/** Writes trail entries in the transaction under way; given by the trail's domain. */
export type AppendTrail = (db: WriteDb, drafts: readonly TrailDraft[]) => Promise<void>;

export function createServe(workbench: Workbench, handlers: HandlerTable, appendTrail: AppendTrail): Serve {
  return async (request) => {
    try {
      return { ok: true, value: await answer(request) };
    } catch (error) {
      return { ok: false, failure: failureOf(error) };
    }
  };

  async function answer(request: Request): Promise<unknown> {
    const operation = findOperation(request.domain, request.operation);
    const handler = Object.hasOwn(handlers, request.domain) ? handlers[request.domain]?.[request.operation] : undefined;
    if (operation === undefined || handler === undefined) throw notFound('operation');
    if (operation.may !== 'anyone') {
      workbench.vault();
      if (!mayRole(request.caller.actor.role, operation.may)) {
        throw new AppError({ code: 'forbidden', permission: `${request.domain}.${operation.may}` });
      }
    }
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

  function common(caller: Caller) {
    return { workbench, caller, now: workbench.clock.now, newId: workbench.newId };
  }

  async function answerQuery(
    request: Request,
    operation: Query,
    handler: AnyHandler,
    input: unknown,
  ): Promise<unknown> {
    const context = { ...common(request.caller), db: workbench.read() };
    return operation.output.parse(await handler(context as never, input as never));
  }

  async function answerCommand(
    request: Request,
    operation: Command,
    handler: AnyHandler,
    input: unknown,
  ): Promise<unknown> {
    assertKitConfirmed(workbench);
    const value = await workbench.write(async (db) => {
      const output = operation.output.parse(await handler({ ...common(request.caller), db } as never, input as never));
      await appendTrail(db, [entryOf(request, operation, input, output)]);
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
      const context = {
        ...common(request.caller),
        finish: (work: (db: WriteDb) => Promise<unknown>) =>
          workbench.writeLarge(async (db) => {
            const output = operation.output.parse(await work(db));
            await appendTrail(db, [entryOf(request, operation, input, output, 'finished')]);
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
      if (!recorded) await note(entryOf(request, operation, input, output, 'finished'));
      return output;
    } catch (error) {
      const { code } = failureCodeOf(error);
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
  ): TrailDraft {
    const whole = output !== undefined;
    return {
      at: workbench.clock.now(),
      actor: request.caller.actor.id,
      origin: request.caller.origin,
      event: `${request.domain}.${operation.records}`,
      ...(stage ? { stage } : {}),
      about: whole ? [...(operation.about?.(input as never, output as never) ?? [])] : [],
      facts: whole ? plain(operation.facts?.(input as never, output as never) ?? {}) : {},
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
