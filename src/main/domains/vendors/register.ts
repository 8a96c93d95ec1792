/** The register as it stands: vendors with what their contracts must say and what is missing, and the connections to them. */
import { type Language, wordsIn } from '#shared/content/words';
import type {
  ClauseName,
  Integration,
  IntegrationDraft,
  IntegrationId,
  Register,
  Vendor,
  VendorDraft,
  VendorId,
} from '#shared/domains/vendors/model';
import { checklistsOf, gapsOf, integrationDue } from '#shared/domains/vendors/rules';
import { transferNeed } from '#shared/domains/processing/transfers';
import type { Day } from '#shared/kernel/time';
import type { Law } from '../../content/law-source';
import type { ReadDb } from '../../db/handles';
import { newestVersions, type Version } from '../../db/versions';
import { peopleWithGrants } from '../access/public';
import { readBusiness } from '../business/public';
import { geographyOn, listActivities } from '../processing/public';

export type RegisterAsk = { readonly law: Law; readonly language: Language; readonly today: Day };

export async function readRegister(db: ReadDb, ask: RegisterAsk): Promise<Register> {
  const [vendors, integrations, activities, business, people] = await Promise.all([
    newestVersions<VendorDraft>(db, 'vendors'),
    newestVersions<IntegrationDraft>(db, 'integrations'),
    listActivities(db),
    readBusiness(db),
    peopleWithGrants(db),
  ]);
  const geography = geographyOn(ask.law, ask.today);
  return {
    vendors: vendors.map((kept) => {
      const named = activities
        .filter(({ ended, recipients }) => !ended && recipients.some(({ vendor }) => vendor === kept.id))
        .map(({ title }) => title);
      const need = transferNeed(business.facts?.country ?? null, kept.content.country, geography);
      return vendorOf(kept, ask, named, need);
    }),
    integrations: integrations.map((kept) => integrationOf(kept, ask.today)),
    people: people.map(({ person }) => ({ id: person.id, name: person.name, active: person.disabledAt === null })),
  };
}

function vendorOf(
  { id, version, at, by, ended, content }: Version<VendorDraft>,
  { law, language }: RegisterAsk,
  activities: string[],
  need: ReturnType<typeof transferNeed>,
): Vendor {
  const checklists = content.roles
    .flatMap((role) => checklistsOf[role])
    .flatMap((name) => {
      const list = law.catalogue.checklist(name);
      if (list === undefined) return [];
      const items = list.items.map((item) => {
        const clause = `${name}/${item.name}` as ClauseName;
        return {
          name: clause,
          words: wordsIn(item.words, language),
          cite: law.catalogue.citationIn(item.cite, language),
          state: content.clauses[clause] ?? null,
        };
      });
      const cite = law.catalogue.citationIn(list.law.citation, language);
      return [{ name, title: wordsIn(list.title, language), cite, items }];
    });
  const clauses = checklists.flatMap(({ items }) => items.map(({ name }) => name));
  return {
    ...content,
    id: id as VendorId,
    revision: version,
    ended,
    changedAt: at,
    changedBy: by,
    activities,
    checklists,
    gaps: ended ? [] : gapsOf(content, { need, clauses, activities: activities.length }),
  };
}

export const integrationOf = ({ id, version, ended, content }: Version<IntegrationDraft>, today: Day): Integration => ({
  ...content,
  id: id as IntegrationId,
  revision: version,
  ended,
  ...(ended ? { rotateDueOn: null, testDueOn: null } : integrationDue(content, today)),
});
