/** Answers about the vault itself: making, opening, locking, the recovery kit. */
import { randomInt } from 'node:crypto';
import { dirname } from 'node:path';
import QRCode from 'qrcode';
import { type EscrowSheet, sheetLines } from '#shared/domains/vault/escrow-sheet';
import { firstOwner } from '#shared/domains/access/model';
import { holdsSecondKey } from '#shared/domains/access/rules';
import type { ChosenFolder, KeychainState, VaultStatus } from '#shared/domains/vault/model';
import type { vault } from '#shared/domains/vault/operations';
import { AppError, brokenRule, unavailable } from '#shared/kernel/failures';
import type { Caller, Handlers, TaskContext } from '../../ipc/context';
import { traceOf } from '../../ipc/local-log';
import { chosen, type Workbench } from '../../ipc/workbench';
import { writeDurably } from '../../files/durable';
import { typesetEscrow } from '../../files/typeset-escrow';
import { typesetKit } from '../../files/typeset-kit';
import { placeIn } from '../../vault/chosen-folder';
import { passphraseSlots, type Slots, slotOf } from '../../vault/slots';
import { readSlots } from '../../vault/slots-file';
import { makeVault, type OpenVault, openVault, vaultExists } from '../../vault/vault';
import { arriveThrough, nameFirstOwner, secondKeyHolders } from '../access/public';
import { ownSpecialFields, seedFields } from '../fields/public';
import { exchange, secondKeySince, switchOff, switchOn } from './second-key';

export const vaultHandlers: Handlers<typeof vault> = {
  status: ({ workbench }) => statusOf(workbench),
  chooseFolder: async ({ workbench }, { folder }) => {
    assertNoVault(workbench);
    if (folder !== undefined) return goToVault(workbench, folder);
    const picked = chosen(await workbench.dialogs.openFolder(dirname(workbench.folder)));
    const found = await placeIn(picked);
    if (found.hasVault) workbench.picked.add(found.folder);
    else await move(workbench, found.folder, (to) => workbench.choice?.keep(to));
    return found;
  },
  create: async (context, { passphrase, useKeychain, language }) => {
    const { workbench, now } = context;
    if (workbench.opened() !== null) throw brokenRule('vault.already-there');
    // In turn with choosing, so that the folder does not change while the vault is being made in it.
    const made = await workbench.alone(() =>
      makeVault(workbench.folder, workbench.keychain, { passphrase, useKeychain, now: now() }),
    );
    workbench.open(made.vault);
    await workbench.write(async (db) => {
      await seedFields(db, language);
      await nameFirstOwner(db, firstOwnerNames[language], now());
    });
    await arriveThrough({ workbench, origin: context.caller.origin }, 'passphrase', firstOwner);
    return { kit: await showKit(workbench, made.words, now()), keychain: made.keychain === 'ok' };
  },
  newKit: async ({ workbench, caller, now }, { passphrase }) => {
    const open = workbench.vault();
    // The passphrase is asked again: whoever finds an open screen must not be able to make a kit and take it away.
    await proveAnew(open, caller, passphrase);
    return { kit: await showKit(workbench, await open.renewKit(now()), now()) };
  },
  confirmKit: async ({ workbench, now }, { words }) => {
    const pending = workbench.pendingKit;
    if (pending === null) throw brokenRule('vault.no-kit-shown');
    const right = pending.positions.every(
      (position, index) => words[index]?.trim().toLowerCase() === pending.words[position - 1],
    );
    if (!right) throw brokenRule('vault.kit-words-differ');
    await workbench.vault().confirmKit(now());
    workbench.pendingKit = null;
    return {};
  },
  saveKit: async (context, { language, file }) => {
    const { workbench } = context;
    const pending = workbench.pendingKit;
    if (pending === null) throw brokenRule('vault.no-kit-shown');
    const { storeId } = workbench.vault().slots();
    const place = await context.fileToWrite(file, `Steward recovery kit ${storeId}.pdf`, [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    await writeDurably(
      place,
      await typesetKit({
        storeId,
        madeAt: pending.madeAt,
        words: pending.words,
        qrSvg: await qrOf(storeId, pending.words),
        language,
      }),
    );
    return { file: place };
  },
  unlock: async ({ workbench, caller }, secret) => {
    // The keychain opens at the start of the day; after somebody locked, a person must show that they are back.
    if (secret.with === 'keychain' && workbench.lockedByHand()) throw brokenRule('vault.passphrase-after-lock');
    if (workbench.opened() !== null) return statusOf(workbench);
    const opened = await openVault(workbench.folder, workbench.keychain, secret);
    await workbench.choice
      ?.keep(workbench.folder)
      // The vault is open all the same; the next start asks for the folder again.
      .catch((error: unknown) =>
        workbench.log.write({ at: workbench.clock.now(), event: 'folder-not-kept', facts: traceOf(error) }),
      );
    workbench.open(opened);
    try {
      await arriveThrough({ workbench, origin: caller.origin }, secret.with, opened.openedBy());
    } catch (error) {
      // Whoever may not be here any more does not leave the vault open behind them.
      setImmediate(() => void workbench.lock());
      throw error;
    }
    return statusOf(workbench);
  },
  lock: async (context) => {
    await lockAfter(context);
    return {};
  },
  changePassphrase: async ({ workbench, caller, now }, { current, next }) => {
    await workbench.vault().changePassphrase(caller.actor.id, current, next, now());
    return {};
  },
  recoverPassphrase: async ({ workbench, caller, now }, { next }) => {
    const open = workbench.vault();
    if (!isRecovered(open)) throw brokenRule('vault.not-recovered');
    const second = holdsSecondKey(caller.actor.role) ? ('with-second-key' as const) : undefined;
    await open.resetPassphrase(caller.actor.id, next, now(), second);
    return {};
  },
  keys: async ({ db, workbench, caller }) => {
    const open = workbench.vault();
    const has = new Set(
      passphraseSlots(open.slots())
        .filter(open.second.isIn)
        .map(({ person }) => person),
    );
    const holders = await secondKeyHolders(db);
    return {
      second: {
        since: await secondKeySince(db),
        held: open.second.isHeld(),
        mine: holdsSecondKey(caller.actor.role),
        lacking: open.second.inUse() === null ? [] : holders.filter((person) => !has.has(person)),
        fields: [...(await ownSpecialFields(db))],
      },
      slots: open
        .slots()
        .slots.map((slot) => ({
          kind: slot.kind,
          person: slot.kind === 'passphrase' ? slot.person : null,
          madeAt: slot.madeAt,
          confirmed: slot.kind === 'kit' ? slot.confirmedAt !== null : null,
          attemptsLeft: slot.kind === 'passphrase' ? open.attemptsLeft(slot.person) : null,
          second: open.second.isIn(slot),
        })),
      recovered: isRecovered(open),
    };
  },
  setSecondKey: (context, { on, passphrase }) => (on ? switchOn(context, passphrase) : switchOff(context, passphrase)),
  giveSecondKey: async ({ workbench, caller, read }, { person, passphrase }) => {
    const open = workbench.vault();
    if (open.second.inUse() === null) throw brokenRule('vault.no-second-key');
    if (!(await secondKeyHolders(read())).includes(person) || !open.people().includes(person))
      throw brokenRule('vault.second-key-not-theirs');
    await proveAnew(open, caller, passphrase);
    await open.second.give(person);
    return {};
  },
  rotateKey: async (context, { passphrase }) => {
    const { workbench, caller, now, progress } = context;
    const open = workbench.vault();
    await proveAnew(open, caller, passphrase);
    const steps: readonly string[] = ['encrypting', 'checking'];
    await workbench.alone(() =>
      open.rotateKey(now(), (step) => progress({ stage: step, done: steps.indexOf(step), total: 2, unit: 'steps' })),
    );
    // Whoever the new key is to be kept from may have had the second one, too.
    return open.second.isHeld() ? exchange(context) : {};
  },
  makeEscrow: async (context, { passphrase, language, file }) => {
    const { workbench, caller, now } = context;
    const open = workbench.vault();
    await proveAnew(open, caller, passphrase);
    const { storeId } = open.slots();
    const place = await context.fileToWrite(file, `Steward escrow ${storeId}.pdf`, [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    const madeAt = now();
    // The sheets open the vault only once they are on the disk: nobody shall hand out paper that opens nothing.
    await open.renewEscrow(madeAt, async (sheets) => {
      const printed = await Promise.all(sheets.map((sheet) => sheetToPrint(storeId, sheet)));
      await writeDurably(place, await typesetEscrow({ storeId, madeAt, sheets: printed, language }));
    });
    return { file: place };
  },
  removeEscrow: async ({ workbench, caller }, { passphrase }) => {
    const open = workbench.vault();
    await open.provePassphrase(caller.actor.id, passphrase);
    await open.removeEscrow();
    return {};
  },
  setKeychain: async ({ workbench, now }, { on }) => {
    const state = await workbench.vault().setKeychain(on, now());
    if (on && state !== 'ok') throw unavailable('keychain', { state });
    return statusOf(workbench);
  },
  setIdleMinutes: async ({ workbench }, { minutes }) => {
    await workbench.vault().setIdleMinutes(minutes);
    return statusOf(workbench);
  },
};

/** Shows who is there once more, and with it the second key, where they hold it. */
async function proveAnew(open: OpenVault, caller: Caller, passphrase: string): Promise<void> {
  await open.provePassphrase(caller.actor.id, passphrase);
  open.second.takeUp(caller.actor.id);
}

const isRecovered = (open: OpenVault): boolean => open.openedWith === 'kit' || open.openedWith === 'escrow';

async function sheetToPrint(storeId: string, sheet: EscrowSheet) {
  const lines = sheetLines(sheet);
  const text = `STEWARD ESCROW ${storeId} ${sheet.number}/3\n${lines.join('\n')}`;
  const qrSvg = await QRCode.toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
  return { number: sheet.number, lines, qrSvg };
}
/** Name and sign-in name of whoever makes the vault, until they say otherwise. */
const firstOwnerNames = {
  en: { name: 'Owner', signInName: 'owner' },
  de: { name: 'Inhaber', signInName: 'inhaber' },
} as const;

function assertNoVault({ choice, opened, folder }: Workbench): void {
  if (choice === null) throw new AppError({ code: 'forbidden', permission: 'vault.folder' });
  if (opened() !== null || vaultExists(folder)) throw brokenRule('vault.already-there');
}

/** To a vault that a person picked in main's dialog; a page may name no other. */
async function goToVault(workbench: Workbench, folder: string): Promise<ChosenFolder> {
  if (!workbench.picked.has(folder)) throw new AppError({ code: 'forbidden', permission: 'files.name' });
  if (!vaultExists(folder)) throw unavailable('vault-missing');
  await move(workbench, folder);
  return { folder, hasVault: true };
}

/** In turn with making a vault: there may be one by now. */
const move = (workbench: Workbench, folder: string, keep?: (folder: string) => Promise<void> | undefined) =>
  workbench.alone(async () => {
    assertNoVault(workbench);
    await keep?.(folder);
    workbench.moveTo(folder);
  });

/** Locking waits for every task to end, this one included, so it happens right after the answer. */
async function lockAfter({ workbench }: TaskContext): Promise<void> {
  setImmediate(() => void workbench.lock());
}

async function showKit(workbench: Workbench, words: readonly string[], madeAt: string) {
  const { storeId } = workbench.vault().slots();
  const positions = threeOf24();
  workbench.pendingKit = { words, madeAt, positions };
  return { storeId, madeAt, words: [...words], qr: await qrOf(storeId, words), challenge: { positions } };
}

const qrOf = (storeId: string, words: readonly string[]): Promise<string> =>
  QRCode.toString(`STEWARD KIT ${storeId}\n${words.join(' ')}`, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });

function threeOf24(): number[] {
  const positions = new Set<number>();
  while (positions.size < 3) positions.add(randomInt(1, 25));
  return [...positions].sort((a, b) => a - b);
}

async function statusOf(workbench: Workbench): Promise<VaultStatus> {
  const open = workbench.opened();
  if (open === null && !vaultExists(workbench.folder)) {
    return {
      state: 'none',
      folder: workbench.folder,
      choice: choiceOf(workbench),
      storeId: null,
      kitConfirmed: false,
      people: 0,
      keychain: 'off',
      idleMinutes: 15,
    };
  }
  const slots = open === null ? await readSlots(workbench.folder) : open.slots();
  return {
    state: open === null ? 'locked' : workbench.session().state === 'signed-in' ? 'open' : 'sign-in',
    folder: workbench.folder,
    choice: 'fixed',
    storeId: slots.storeId,
    kitConfirmed: slotOf(slots, 'kit')?.confirmedAt != null,
    people: passphraseSlots(slots).length,
    keychain: await keychainStateOf(workbench, slots),
    idleMinutes: slots.idleMinutes,
  };
}

const choiceOf = ({ choice, folder }: Workbench): VaultStatus['choice'] =>
  choice === null ? 'fixed' : choice.earlier === folder ? 'missing' : 'free';

async function keychainStateOf(workbench: Workbench, slots: Slots): Promise<KeychainState> {
  if (slotOf(slots, 'keychain') === undefined) return 'off';
  if (workbench.opened() !== null) return 'ok';
  return (await workbench.keychain.read(slots.storeId)).state;
}
