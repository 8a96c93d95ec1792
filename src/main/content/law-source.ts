/** The law in use, read when first asked for and again after a new edition was installed. */
import { join } from 'node:path';
import { type Catalogue, createCatalogue } from '#shared/content/catalogue';
import { resourcesFolder } from '../files/resources-folder';
import { type Content, openContent } from './open-content';

export type Law = Content & { readonly catalogue: Catalogue };

export type LawSource = {
  current(): Law;
  /** Where editions that a person brought are kept; they outlive the vault. */
  readonly ownFolder: string;
  /** Forgets what was read; the next question reads anew. */
  renew(): void;
};

export function createLawSource(ownFolder: string): LawSource {
  let law: Law | null = null;
  return {
    ownFolder,
    current: () => {
      if (law === null) {
        const content = openContent({ folders: [join(resourcesFolder(), 'content'), ownFolder] });
        law = { ...content, catalogue: createCatalogue(content.packs) };
      }
      return law;
    },
    renew: () => (law = null),
  };
}
