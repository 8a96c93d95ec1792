/** Finds the editions on disk and opens the newest good one of each regulation. A bad one is named and refused; the one before it serves. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { compareEditions, EditionName, type Pack } from '#shared/content/pack';
import type { TrustedKeys } from './edition-signature';
import { openEdition, type EditionResult, type PackRefusal } from './edition';

export type LoadedPacks = {
  /** The newest good edition of each regulation. */
  readonly packs: readonly Pack[];
  readonly refused: readonly PackRefusal[];
};

export type FoundEdition = { readonly edition: string; readonly folder: string };

/** Every edition on disk by regulation, newest first. `folders` hold `<regulation>/<edition>/*.json`; missing ones are empty. */
export function findEditions(folders: readonly string[]): ReadonlyMap<string, readonly FoundEdition[]> {
  const found = new Map<string, FoundEdition[]>();
  for (const folder of folders) {
    for (const regulation of foldersIn(folder)) {
      for (const edition of foldersIn(join(folder, regulation))) {
        if (!EditionName.safeParse(edition).success) continue;
        const editions = found.get(regulation) ?? [];
        editions.push({ edition, folder: join(folder, regulation, edition) });
        found.set(regulation, editions);
      }
    }
  }
  for (const editions of found.values()) editions.sort((a, b) => compareEditions(b.edition, a.edition));
  return found;
}

/** `folders`: first what came with the app, then what the user installed. */
export function loadPacks(folders: readonly string[], trusted: TrustedKeys): LoadedPacks {
  const packs: Pack[] = [];
  const refused: PackRefusal[] = [];
  for (const [regulation, editions] of findEditions(folders)) {
    for (const { edition, folder } of editions) {
      const result = readEdition(`${regulation}/${edition}`, folder, trusted);
      if ('pack' in result) {
        packs.push(result.pack);
        break;
      }
      refused.push(result.refusal);
    }
  }
  return { packs, refused };
}

/** One edition, whichever it is: records name the edition they were made under, and it may no longer be the newest. */
export function readEdition(name: string, folder: string, trusted: TrustedKeys): EditionResult {
  const parts: Record<string, unknown> = {};
  let signature: unknown;
  try {
    for (const file of readdirSync(folder)) {
      if (!file.endsWith('.json')) continue;
      const value: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      if (file === 'signature.json') signature = value;
      else parts[file.slice(0, -'.json'.length)] = value;
    }
  } catch {
    return { refusal: { pack: name, reason: 'unreadable' } };
  }
  return openEdition(name, parts, signature, trusted);
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .toSorted();
  } catch {
    return [];
  }
}
