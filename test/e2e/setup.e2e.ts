/** Three businesses set themselves up through the screen, each in one sitting: what the law lists for them is then there, item by item. */
import { expect, type Page, test } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Answer } from '../../src/shared/kernel/failures.ts';
import { type LaunchedApp, launchSteward } from '../support/launch.ts';
import { expectNothingCutOff } from '../support/nothing-cut-off.ts';
import { lookIn } from './demo-vault.ts';
import { expectAccessible } from './imports-first-run.ts';

const root = resolve(import.meta.dirname, '../..');

type Given = boolean | number | readonly string[];
type Business = {
  readonly language: 'en' | 'de';
  readonly facts: Readonly<Record<string, string>>;
  readonly trade: string;
  readonly country: string;
  /** Questions answered with something else than no, nothing or zero. */
  readonly answers: Readonly<Record<string, Given>>;
  readonly vendors: Readonly<Record<string, string>>;
  readonly laws: readonly string[];
  /** What the record as a web page must say, by the item of the law that asks for it. */
  readonly record: Readonly<Record<string, RegExp>>;
  /** Documents that must be there, and what each must say, by the item of the law. */
  readonly documents: Readonly<Record<string, Readonly<Record<string, RegExp>>>>;
};

const words = {
  en: {
    setup: 'Set up',
    title: 'Set up Steward',
    form: [
      'Name of the business',
      'Street and number',
      'Postal code',
      'City',
      'State or region',
      'E-mail for questions about data',
      'Phone',
      'How many people work there',
      'Who answers questions about personal data',
      'How to reach that person',
    ],
    kind: 'What kind of business it is',
    country: 'Country',
    next: 'Save and continue',
    goOn: 'Continue',
    yes: 'Yes',
    no: 'No',
    save: 'Answer',
    none: 'None of these',
    want: 'This is what we want',
    take: /^Take \d+ activities$/,
    vendors: /^(Enter|Continue without)/,
    make: /^Make \d+ documents$/,
    charge: /^Put in charge of/,
    training: 'Begin the training programme',
    closing: 'What now exists',
    took: /^Everything here is real and kept\..*(It took a minute|It took \d+ minutes)\./,
    steps: '8 of 8 steps',
  },
  de: {
    setup: 'Einrichten',
    title: 'Steward einrichten',
    form: [
      'Name des Unternehmens',
      'Straße und Hausnummer',
      'Postleitzahl',
      'Ort',
      'Bundesland oder Region',
      'E-Mail für Fragen zu Daten',
      'Telefon',
      'Wie viele Menschen dort arbeiten',
      'Wer Fragen zu personenbezogenen Daten beantwortet',
      'Wie diese Person zu erreichen ist',
    ],
    kind: 'Was für ein Betrieb es ist',
    country: 'Land',
    next: 'Speichern und weiter',
    goOn: 'Weiter',
    yes: 'Ja',
    no: 'Nein',
    save: 'Antworten',
    none: 'Nichts davon',
    want: 'Das wollen wir',
    take: /^\d+ Tätigkeiten übernehmen$/,
    vendors: /(eintragen|Ohne weiter)$/,
    make: /^\d+ Dokumente machen$/,
    charge: /Bereiche? eintragen$/,
    training: 'Mit den Schulungen beginnen',
    closing: 'Was es jetzt gibt',
    took: /^Alles hier ist echt und aufbewahrt\..*Es hat (eine Minute|\d+ Minuten) gedauert\./,
    steps: '8 von 8 Schritten',
  },
} as const;

const businesses: Readonly<Record<string, Business>> = {
  'a dental practice in Ohio': {
    language: 'en',
    facts: {
      'Name of the business': 'Maple Street Dental',
      'Street and number': '12 Maple Street',
      'Postal code': '43004',
      City: 'Columbus',
      'State or region': 'OH',
      'E-mail for questions about data': 'privacy@maplestreet.example',
      Phone: '(614) 555-0101',
      'How many people work there': '9',
      'Who answers questions about personal data': 'Dr. Dana Ruiz',
      'How to reach that person': '(614) 555-0102',
    },
    trade: 'Dental or medical practice',
    country: 'United States',
    answers: { 'hipaa:q-provider': true, 'us-state-breach:q-residents': true, 'us-state-breach:q-states': ['Ohio'] },
    vendors: { 'Practice management system': 'ToothSoft', 'Dental laboratory': 'Crown Lab' },
    laws: ['HIPAA'],
    record: {
      'names and contacts': /Maple Street Dental.*Dr\. Dana Ruiz/s,
      purposes: /Treat patients and document the treatment/,
      'kinds of people': /Patients and insured people/,
      'kinds of data': /Medical history, findings, X-rays[^<]*\(special category\)/,
      recipients: /Dental laboratory/,
      transfers: /Transfers to other countries/,
      'time limits': /law on medical records requires/,
      measures: /encrypted store/,
    },
    documents: {
      'documents:notice-of-privacy-practices': {
        'header sentence': /HOW MEDICAL INFORMATION ABOUT YOU MAY BE USED AND DISCLOSED/i,
        'treatment, payment, operations': /treat.*pay.*(operat|run)/is,
        authorization: /authori[sz]ation|permission/i,
        'right to restrict': /restrict|limit/i,
        'confidential communications': /confidential|another address|certain way/i,
        'inspect and copy': /copy/i,
        amend: /amend|correct/i,
        accounting: /accounting|list of/i,
        'paper copy': /paper/i,
        'notify after a breach': /breach/i,
        complaints: /complain.*(Health and Human Services|HHS|Office for Civil Rights)/is,
        'no retaliation': /worse|retaliat|hold it against/i,
        contact: /Dr\. Dana Ruiz/,
        phone: /555-010/,
      },
      'documents:sanction-policy': { who: /Maple Street Dental/ },
      'documents:contingency-plan': { backups: /backup/i },
    },
  },
  'a shop with customers in California': {
    language: 'en',
    facts: {
      'Name of the business': 'Harbor Lane Goods',
      'Street and number': '418 Harbor Lane',
      'Postal code': '94607',
      City: 'Oakland',
      'State or region': 'CA',
      'E-mail for questions about data': 'privacy@harborlane.example',
      Phone: '(510) 555-0100',
      'How many people work there': '4',
      'Who answers questions about personal data': 'Ana Reyes',
      'How to reach that person': 'ana@harborlane.example',
    },
    trade: 'Online shop',
    country: 'United States',
    answers: { 'ccpa:q-consumers': 120_000, 'ccpa:q-revenue': 900_000, 'ccpa:q-vendors': true },
    vendors: { 'Shop system': 'Shopify', 'Newsletter service': 'MailRiver' },
    laws: ['California'],
    record: {
      'names and contacts': /Harbor Lane Goods.*Ana Reyes/s,
      purposes: /Serve customers: orders/,
      'kinds of data': /Customers and contacts: Name/,
      recipients: /Parcel services/,
      'time limits': /Three years after the last order/,
      measures: /encrypted/,
    },
    documents: {
      'documents:california-collection': {
        categories: /identifiers/i,
        purposes: /Serve customers/,
        retention: /three years after the last contact/i,
        'sold or shared': /sell|sold|share/i,
      },
      'documents:california-policy': {
        'right to know': /know/i,
        'right to delete': /delet/i,
        'right to correct': /correct/i,
        'opt out': /opt.out|sell/i,
        'no retaliation': /treated worse/i,
        'how to ask': /privacy@harborlane\.example|555-0100/,
        agents: /Somebody else for you/,
        categories: /identifiers/i,
      },
    },
  },
  'a carpenter in Germany': {
    language: 'de',
    facts: {
      'Name des Unternehmens': 'Tischlerei Berg',
      'Straße und Hausnummer': 'Hafenstraße 3',
      Postleitzahl: '24103',
      Ort: 'Kiel',
      'Bundesland oder Region': 'Schleswig-Holstein',
      'E-Mail für Fragen zu Daten': 'post@tischlerei-berg.example',
      Telefon: '0431 555 0100',
      'Wie viele Menschen dort arbeiten': '6',
      'Wer Fragen zu personenbezogenen Daten beantwortet': 'Anna Berg',
      'Wie diese Person zu erreichen ist': 'anna@tischlerei-berg.example',
    },
    trade: 'Handwerksbetrieb',
    country: 'Deutschland',
    answers: {
      'gdpr:q-decides': true,
      'gdpr:q-interests': true,
      'gdpr:q-legal-duty': true,
      'gdpr:q-direct': true,
      'gdpr:q-shares': true,
      'gdpr:q-processors': true,
    },
    vendors: { Steuerberatung: 'Kanzlei Holm', Webhoster: 'Fördehost' },
    laws: ['DSGVO|Datenschutz-Grundverordnung'],
    record: {
      'names and contacts': /Tischlerei Berg.*Hafenstraße 3.*Anna Berg/s,
      representative: /Vertreter/,
      officer: /Datenschutzbeauftragter/,
      purposes: /Kunden bedienen: Aufträge, Termine, Lieferung \(Vertrag\)/,
      'kinds of people': /Kategorien betroffener Personen.*Kunden und Ansprechpartner/s,
      'kinds of data': /Aufmaße, Fotos von Räumen/,
      recipients: /Subunternehmer/,
      transfers: /Übermittlungen in andere Länder/,
      'time limits': /Bis zum Ende der Gewährleistung/,
      measures: /verschlüsselten Speicher/,
    },
    documents: {
      'documents:privacy-notice': {
        controller: /Tischlerei Berg.*Hafenstraße 3/s,
        'purposes and basis': /Kunden bedienen.*Vertrag/s,
        interests: /berechtigte/i,
        recipients: /Kanzlei Holm \(Deutschland\)/,
        transfers: /Europäischen Wirtschaftsraum/,
        storage: /drei Jahre nach dem letzten Kontakt/i,
        rights: /Auskunft.*Berichtigung.*Löschung.*Einschränkung.*Übertragbarkeit.*Widerspruch/s,
        complaint: /beschwer/i,
        'must they give it': /(müssen|verpflichtet|nötig|brauchen)/i,
        'automated decisions': /automat|Maschine|Computer/i,
      },
      'documents:privacy-policy': { who: /Tischlerei Berg/ },
    },
  },
};

for (const [name, business] of Object.entries(businesses)) {
  test(`${name} sets itself up in one sitting`, async () => {
    test.setTimeout(150_000);
    const folder = mkdtempSync(join(tmpdir(), 'steward-setup-e2e-'));
    const vault = join(folder, 'vault');
    const made = spawnSync(
      process.execPath,
      ['--import', './scripts/run-typescript.mjs', 'test/support/empty-vault.ts', vault],
      { cwd: root, encoding: 'utf8' },
    );
    expect(made.status, made.stderr).toBe(0);
    const app = await launchSteward({
      userData: join(folder, 'profile'),
      args: ['--keychain=off', `--vault=${vault}`],
    });
    try {
      await lookIn(app.page, business.language, business.language === 'de' ? 'dark' : 'light');
      await app.page
        .getByLabel(business.language === 'de' ? 'Passphrase' : 'Passphrase', { exact: true })
        .fill('correct horse battery staple');
      await app.page.keyboard.press('Enter');
      await expect(app.page.getByRole('navigation').first()).toBeVisible();
      await setUp(app, business);
      await hasWhatTheLawLists(app, business, folder);
      expect(app.consoleErrors).toEqual([]);
      expect(app.networkAttempts).toEqual([]);
    } finally {
      await app.quit();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

async function setUp({ page }: LaunchedApp, business: Business): Promise<void> {
  const w = words[business.language];
  const began = Date.now();
  let presses = 0;
  const press = async (name: string | RegExp): Promise<void> => {
    presses += 1;
    await page.getByRole('main').getByRole('button', { name, exact: true }).first().press('Enter');
  };
  const step = (at: number) =>
    page.locator('[aria-current="step"]').filter({ hasText: stepNames[business.language][at] ?? '' });

  await page.getByRole('link', { name: w.setup, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: w.title })).toBeVisible();
  await expectAccessible(page);
  for (const [label, value] of Object.entries(business.facts)) {
    presses += 1;
    await page.getByLabel(label, { exact: true }).fill(value);
  }
  await page.getByLabel(w.kind).selectOption({ label: business.trade });
  await page.getByLabel(w.country, { exact: true }).selectOption({ label: business.country });
  await press(w.next);
  await expect(step(1)).toBeVisible();
  await answerQuestions(page, business, () => (presses += 1));
  await expectAccessible(page);
  await press(w.goOn);

  await expect(step(2)).toBeVisible();
  await press(w.want);
  await expect(page.getByRole('button', { name: w.goOn, exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath('objectives.png'), fullPage: true });
  await press(w.goOn);

  await expect(step(3)).toBeVisible();
  await expectAccessible(page);
  await press(w.take);

  // Interrupted here: the next visit goes on where this one stopped.
  await expect(step(4)).toBeVisible();
  await page.reload();
  await page.getByRole('link', { name: w.setup, exact: true }).click();
  await expect(step(4)).toBeVisible();
  for (const [kind, vendor] of Object.entries(business.vendors)) {
    presses += 1;
    await page.getByLabel(new RegExp(`^${kind}: Name|^${kind}: name`)).fill(vendor);
  }
  await expectAccessible(page);
  await press(w.vendors);

  await expect(step(5)).toBeVisible();
  await press(w.make);
  await press(w.goOn);
  await expect(step(6)).toBeVisible();
  await press(w.charge);
  await press(w.goOn);
  await expect(step(7)).toBeVisible();
  await press(w.training);
  await press(w.goOn);
  await expect(page.getByRole('region', { name: w.closing })).toBeVisible();
  await expect(page.getByText(w.steps, { exact: true })).toBeVisible();
  const closing = page.getByRole('region', { name: w.closing });
  await expect(closing.getByText(w.took)).toBeVisible();
  for (const law of business.laws) await expect(closing.getByText(new RegExp(law)).first()).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 480, height: 900 });
  await expectNothingCutOff(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.screenshot({ path: test.info().outputPath('closing.png'), fullPage: true });
  test
    .info()
    .annotations.push({
      type: 'set-up',
      description: `${presses} entries and presses, ${Math.round((Date.now() - began) / 1000)} s by a machine`,
    });
  process.stdout.write(`set-up: ${presses} entries and presses, ${Math.round((Date.now() - began) / 1000)} s\n`);
}

const stepNames = {
  en: [
    'Your business',
    'Which laws apply',
    'What you want from customer data',
    'What you do with data',
    'Who works for you',
    'First documents',
    'Who looks after what',
    'Training',
  ],
  de: [
    'Ihr Unternehmen',
    'Welche Gesetze gelten',
    'Was Sie von Kundendaten wollen',
    'Was Sie mit Daten tun',
    'Wer für Sie arbeitet',
    'Erste Dokumente',
    'Wer sich worum kümmert',
    'Schulung',
  ],
} as const;

type Asked = { name: string; words: string; answer: string; relevant: boolean; given: unknown; notKnown: boolean };

/** Asks main as the page's own scripts do. */
async function ask<T>(page: Page, domain: string, operation: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    (request) =>
      (window as unknown as { steward: { ask(request: unknown): Promise<Answer<unknown>> } }).steward.ask(request),
    { domain, operation, input },
  );
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value as T;
}

/** Answers one question after the other on the screen until none is left. */
async function answerQuestions(page: Page, { language, answers }: Business, count: () => void): Promise<void> {
  const w = words[language];
  for (;;) {
    const all = await ask<Asked[]>(page, 'applicability', 'questions', { language });
    const question = all.find(({ relevant, given, notKnown }) => relevant && given === null && !notKnown);
    if (question === undefined) return;
    await expect(page.getByRole('heading', { level: 3, name: question.words })).toBeVisible();
    const given = answers[question.name];
    const main = page.getByRole('main');
    count();
    if (question.answer === 'yes-no')
      await main.getByRole('button', { name: given === true ? w.yes : w.no, exact: true }).press('Enter');
    else if (question.answer === 'number') {
      await main.getByRole('textbox').fill(String(given ?? 0));
      await main.getByRole('button', { name: w.save, exact: true }).press('Enter');
    } else if (Array.isArray(given)) {
      for (const choice of given as string[]) {
        await main.getByRole('combobox').fill(choice);
        await page.getByRole('option', { name: choice, exact: true }).click();
      }
      await page.keyboard.press('Escape');
      await main.getByRole('button', { name: w.save, exact: true }).press('Enter');
    } else await main.getByRole('button', { name: w.none, exact: true }).press('Enter');
    await expect(page.getByRole('heading', { level: 3, name: question.words, exact: true })).toBeHidden();
  }
}

async function hasWhatTheLawLists(
  { page, answerDialog }: LaunchedApp,
  business: Business,
  folder: string,
): Promise<void> {
  const { language } = business;
  const german = language === 'de';
  await page.getByRole('link', { name: german ? 'Verarbeitungen' : 'Processing', exact: true }).click();
  await page.getByRole('button', { name: german ? 'Verzeichnis mitnehmen' : 'Take the record along' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(german ? 'Als' : 'As', { exact: true }).selectOption('html');
  const file = join(folder, 'record.html');
  await answerDialog('showSaveDialog', { canceled: false, filePath: file });
  await dialog.getByRole('button', { name: german ? 'Datei speichern' : 'Save the file' }).click();
  await expect(dialog.getByRole('status')).toBeVisible();
  const record = readFileSync(file, 'utf8');
  for (const [item, pattern] of Object.entries(business.record)) expect(record, item).toMatch(pattern);

  const { documents } = await ask<{ documents: { id: string; template: string }[] }>(page, 'documents', 'overview', {
    language,
  });
  for (const [template, items] of Object.entries(business.documents)) {
    const document = documents.find((one) => one.template === template);
    expect(document, template).toBeDefined();
    const { sections } = await ask<{ sections: unknown }>(page, 'documents', 'version', {
      id: document?.id,
      version: null,
    });
    for (const [item, pattern] of Object.entries(items))
      expect(JSON.stringify(sections), `${template}: ${item}`).toMatch(pattern);
  }
}
