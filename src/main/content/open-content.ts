/** The law as the rest of main uses it: the packs in use, what was refused, and the clock engine over them. */
import type { AssessmentTemplate } from '#shared/content/assessment';
import { createClockEngine, type ClockEngine } from '#shared/content/clock-engine';
import type { HolidayCalendar } from '#shared/content/holiday-calendar';
import type { Lifecycle, Pack, ProposedCheck } from '#shared/content/pack';
import type { Area, DocumentTemplate, FieldKinds } from '#shared/content/template';
import type { ProcessingContent } from '#shared/content/processing-data';
import type { Course, DrillMessage, RoutineItem } from '#shared/content/training';
import type { PackRefusal } from './edition';
import type { TrustedKeys } from './edition-signature';
import { createHolidayCalendar, type HolidayEdit } from './holidays';
import { loadPacks } from './load-packs';
import { trustedKeys } from './trusted-keys';

export type Content = {
  readonly packs: readonly Pack[];
  /** Shown to the user by name; the app works on with what is left. */
  readonly refused: readonly PackRefusal[];
  readonly holidays: HolidayCalendar;
  readonly clocks: ClockEngine;
  /** Until when systems get security updates. */
  readonly lifecycles: readonly Lifecycle[];
  /** What an audit programme may start with. */
  readonly checks: readonly ProposedCheck[];
  /** Templates of documents, each with the edition it comes from. */
  readonly templates: readonly EditedTemplate[];
  /** What somebody must look after. */
  readonly areas: readonly Area[];
  /** Which kinds of information the fields of the customer store are, in the words of a law. */
  readonly kinds: readonly FieldKinds[];
  /** What a record of processing may start with. */
  readonly processing: ProcessingContent;
  readonly assessments: readonly AssessmentTemplate[];
  readonly courses: readonly Course[];
  /** Messages to judge, false and honest ones. */
  readonly messages: readonly DrillMessage[];
  /** What is done when people come and go. */
  readonly routines: readonly RoutineItem[];
};

/** Without the pack people write everything themselves. */
const nothingProposed: ProcessingContent = {
  purposes: [],
  activities: [],
  objectives: [],
  trades: [],
  measures: [],
  tools: [],
  questions: [],
};

export type EditedTemplate = DocumentTemplate & { readonly edition: string };

export type ContentSettings = {
  /** Where editions are: the app's own `resources/content`, then the user's. */
  readonly folders: readonly string[];
  readonly holidayEdits?: readonly HolidayEdit[];
  readonly trusted?: TrustedKeys;
};

/** Reads and verifies every pack. Holidays are worked out only for the calendars and years somebody asks about. */
export function openContent({ folders, holidayEdits = [], trusted = trustedKeys }: ContentSettings): Content {
  const { packs, refused } = loadPacks(folders, trusted);
  const calendars = packs.flatMap((pack) => (pack.calendars ? [pack.calendars] : []));
  const holidays = createHolidayCalendar(
    {
      calendars: calendars.flatMap((content) => content.calendars),
      holidayNames: calendars.flatMap((content) => content.holidayNames),
    },
    holidayEdits,
  );
  const places = calendars.flatMap((content) => content.places);
  return {
    packs,
    refused,
    holidays,
    clocks: createClockEngine({ packs, places, holidays }),
    lifecycles: packs.flatMap((pack) => pack.lifecycles),
    checks: packs.flatMap((pack) => pack.checks),
    templates: packs.flatMap(({ manifest, documents }) =>
      documents.map((template) => ({ ...template, edition: `${manifest.regulation}/${manifest.edition}` })),
    ),
    areas: packs.flatMap((pack) => pack.areas),
    kinds: packs.flatMap((pack) => pack.kinds),
    processing: packs.find((pack) => pack.processing !== null)?.processing ?? nothingProposed,
    assessments: packs.flatMap((pack) => pack.assessments),
    courses: packs.flatMap((pack) => pack.courses),
    messages: packs.flatMap((pack) => pack.messages),
    routines: packs.flatMap((pack) => pack.routines),
  };
}
