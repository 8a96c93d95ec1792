/** The law in use, read when first asked for and again after a new edition was installed. */
import { join } from 'node:path';
import { type Catalogue, createCatalogue } from '#shared/content/catalogue';
import { compareEditions, type Pack } from '#shared/content/pack';
import { resourcesFolder } from '../files/resources-folder';
import type { EditionResult } from './edition';
import type { TrustedKeys } from './edition-signature';
import type { HolidayEdit } from './holidays';
import { installEdition } from './install-edition';
import { findEditions, readEdition } from './load-packs';
import { type Content, openContent } from './open-content';
import { trustedKeys } from './trusted-keys';

export type Law = Content & { readonly catalogue: Catalogue };

export type LawSource = {
  current(): Law;
  /** The newest good edition before the one in use, or null when there is none on this computer. */
  before(pack: Pack): Pack | null;
  /** Looks for the user's editions in another folder from now on. */
  moveTo(ownFolder: string): void;
  /** The business's own changes to holiday calendars, from now on. */
  withHolidays(edits: readonly HolidayEdit[]): void;
  /** Takes an edition from a file; the next question is answered by it. */
  install(file: string): Promise<EditionResult>;
};

/** `ownFolder` is where editions that a person brought are kept: in the vault's folder, so that the app, the terminal and a
 * backup have the same law. `trusted` is another list in tests only. */
export function createLawSource(ownFolder: string, trusted: TrustedKeys = trustedKeys): LawSource {
  let law: Law | null = null;
  let own = ownFolder;
  let edits: readonly HolidayEdit[] = [];
  const folders = (): string[] => [join(resourcesFolder(), 'content'), own];
  const current = (): Law => {
    if (law === null) {
      const content = openContent({ folders: folders(), trusted, holidayEdits: edits });
      law = { ...content, catalogue: createCatalogue(content.packs) };
    }
    return law;
  };
  return {
    current,
    before: ({ manifest: { regulation, edition } }) => {
      for (const found of findEditions(folders()).get(regulation) ?? []) {
        if (compareEditions(found.edition, edition) >= 0) continue;
        const result = readEdition(`${regulation}/${found.edition}`, found.folder, trusted);
        if ('pack' in result) return result.pack;
      }
      return null;
    },
    moveTo: (next) => {
      own = next;
      law = null;
    },
    withHolidays: (next) => {
      if (next.length === 0 && edits.length === 0) return;
      edits = next;
      law = null;
    },
    install: async (file) => {
      const result = await installEdition(file, own, current().packs, trusted);
      if ('pack' in result) law = null;
      return result;
    },
  };
}
