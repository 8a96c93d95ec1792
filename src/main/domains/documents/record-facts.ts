/** Who gets data and where they go, as facts, out of the record of processing and the register of vendors. */
import { wordsIn } from '#shared/content/words';
import type { FactRow } from '#shared/domains/documents/facts';
import { namesIn } from '#shared/domains/fields/defaults';
import type { RecordEntry } from '#shared/domains/processing/model';
import { transferNeed } from '#shared/domains/processing/transfers';
import { localDay } from '#shared/kernel/time';
import { geographyOn, readRecord } from '../processing/public';
import { readRegister } from '../vendors/public';
import type { FactSource } from './fact-source';

/** By its name: the same recipient stands in several activities. */
type Told = { readonly recipient: RecordEntry['recipients'][number]; readonly purposes: Set<string> };

export const recordSource: FactSource = {
  words: {
    'record.recipients': { en: 'Who gets data', de: 'Wer Daten bekommt' },
    'record.transfers': { en: 'Data that leave the area', de: 'Daten, die den Rechtsraum verlassen' },
    'record.activities': { en: 'Record of processing', de: 'Verzeichnis der Tätigkeiten' },
  },
  read: async ({ db, law, language, workbench }) => {
    const today = localDay(workbench.clock.now());
    const { content } = await readRecord(db, law, today);
    const { vendors } = await readRegister(db, { law, language, today });
    const named = namesIn(language);
    const places = new Intl.DisplayNames([language], { type: 'region', fallback: 'code' });
    const countryOf = (code: string | null): string => (code === null ? '' : (places.of(code) ?? code));
    const told = new Map<string, Told>();
    for (const { recipients, purposes } of content.entries)
      for (const recipient of recipients) {
        const key = `${recipient.name}\n${recipient.country ?? ''}`;
        const one = told.get(key) ?? { recipient, purposes: new Set<string>() };
        for (const { id, name } of purposes) one.purposes.add(named(id, name));
        told.set(key, one);
      }
    const home = content.business?.country ?? null;
    const geography = geographyOn(law, today);
    // A vendor of the register gets data, whether an activity names it already or not.
    for (const { id, name, country, tool, does, ended, activities } of vendors)
      if (!ended && activities.length === 0)
        told.set(id, {
          recipient: { name, country, tool, vendor: id, need: transferNeed(home, country, geography) },
          purposes: new Set(does === '' ? [] : [does]),
        });
    return {
      'record.recipients': [...told.values()].map(({ recipient, purposes }): FactRow => ({
        // The country in brackets where it is known.
        name: recipient.country === null ? recipient.name : `${recipient.name} (${countryOf(recipient.country)})`,
        purpose: [...purposes].join('; '),
      })),
      'record.transfers': [...told.values()]
        .filter(({ recipient }) => recipient.need === 'tool' || recipient.need === 'adequate')
        .map(({ recipient }): FactRow => {
          const tool =
            content.tools.find(({ name }) => name === recipient.tool) ??
            law.processing.tools.find(({ name }) => name === recipient.tool)?.words;
          return {
            name: recipient.name,
            country: countryOf(recipient.country),
            tool:
              tool === undefined
                ? grounds[recipient.need === 'adequate' ? 'adequate' : 'open'][language]
                : wordsIn(tool, language),
          };
        }),
      'record.activities': content.entries.map(({ title }): FactRow => ({ name: title })),
    };
  },
};

const grounds = {
  adequate: { en: 'protection there was found adequate', de: 'der Schutz dort ist als angemessen festgestellt' },
  open: { en: 'safeguard still to be named', de: 'Garantie noch zu benennen' },
} as const;
