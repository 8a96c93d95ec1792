/** The data-entry standards by example: what is typed, what is stored, what is left as typed. */
import fc from 'fast-check';
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/min';
import { describe, expect, test } from 'vitest';
import { CustomerFields } from '#shared/domains/customers/model';
import { normaliseCustomer, storedColumns } from '#shared/domains/customers/normalise';
import { normaliseCountry } from '#shared/domains/customers/normalise-country';
import { DayOrderFinder, dayOfSerial, normaliseDay } from '#shared/domains/customers/normalise-day';
import { emailKeyOf, normaliseEmail } from '#shared/domains/customers/normalise-email';
import { normaliseLanguage } from '#shared/domains/customers/normalise-language';
import { normaliseMarketing, normaliseOptOut } from '#shared/domains/customers/normalise-marketing';
import { mergeCustomers } from '#shared/domains/customers/normalise-merge';
import { namesCompatible, splitName } from '#shared/domains/customers/normalise-names';
import { normalisePhone } from '#shared/domains/customers/normalise-phone';
import { oneLine } from '#shared/domains/customers/normalise-text';

describe('e-mail', () => {
  test.each([
    ['anna@example.com', 'anna@example.com'],
    [' Anna@Example.com ', 'Anna@Example.com'],
    ['bob+news@mail.example.co.uk', 'bob+news@mail.example.co.uk'],
    ['jörg@müller.de', 'jörg@müller.de'],
    ['用户@例子.广告', '用户@例子.广告'],
    ['mailto:a@b.example', 'a@b.example'],
    ['Bob <bob@x.example>', 'bob@x.example'],
    ['a@x.example; b@x.example', 'a@x.example'],
    ['a@x.example ::: b@x.example', 'a@x.example'],
    ['da.me.@docomo.example', 'da.me.@docomo.example'],
  ])('%s', (typed, stored) => expect(normaliseEmail(typed)).toBe(stored));
  test.each([
    '',
    'anna',
    'anna@',
    '@example.com',
    'a b@example.com',
    'anna@example',
    'anna@-x.example',
    'anna@x-.example',
    'a@b@c.example',
    `${'a'.repeat(65)}@x.example`,
    'anna@x.example\u0000',
  ])('not %j', (typed) => expect(normaliseEmail(typed)).toBeNull());
  test('two spellings are one key, two mailboxes are two', () => {
    expect(emailKeyOf('Anna@Example.COM')).toBe(emailKeyOf('anna@example.com'));
    expect(emailKeyOf('JÖRG@x.example')).toBe('jörg@x.example');
    expect(emailKeyOf('müller@x.example')).not.toBe(emailKeyOf('muller@x.example'));
  });
});

describe('phone', () => {
  test.each([
    ['+49 30 1234567', undefined, '+49301234567'],
    ['+49 (0)30 12345-67', undefined, '+49301234567'],
    ['0049 151 12345678', undefined, '+4915112345678'],
    ['030 1234567', 'DE', '+49301234567'],
    ['(212) 555-1234', 'US', '+12125551234'],
    ['1-212-555-1234', 'US', '+12125551234'],
    ["'+31612345678", undefined, '+31612345678'],
    ['612 345 678', 'ES', '+34612345678'],
    ['06 12 34 56 78', 'FR', '+33612345678'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['02 1234 5678', 'IT', '+390212345678'],
    ['+390212345678', undefined, '+390212345678'],
    ['+41319280960 ::: +41792648866', undefined, '+41319280960'],
    ['(212) 555-1234 ext. 5', 'US', '+12125551234'],
    ['030 1234567', undefined, null],
    ['4.91512E+11', 'DE', null],
    ['call me', 'DE', null],
    ['12', 'DE', null],
    ['+999 123456', undefined, null],
    ['+49 1', undefined, null],
    ['', 'DE', null],
  ] as const)('%s in %s', (typed, country, stored) => expect(normalisePhone(typed, country)).toBe(stored));
  test('plain numbers of every country are read exactly as the library reads them', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'.split('')), minLength: 4, maxLength: 15 });
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), digits, (country, number) => {
        const code = getCountryCallingCode(country);
        for (const [typed, where] of [
          [`+${code} ${number}`, undefined],
          [number, country],
          [`0${number}`, country],
        ] as const) {
          // Two zeros stand for a plus whatever is dialled for abroad where the customer lives.
          if (typed.startsWith('00')) continue;
          const theirs = parsePhoneNumberFromString(typed, where);
          expect([typed, normalisePhone(typed, where)]).toEqual([typed, theirs?.isPossible() ? theirs.number : null]);
        }
      }),
      // A fixed seed, so that it is every run's eight thousand.
      { numRuns: 8_000, seed: 20_261_124 },
    );
  });

  test('the short way never says anything the library does not', () => {
    const country = fc.constantFrom(
      'DE',
      'US',
      'FR',
      'ES',
      'GB',
      'IT',
      'AT',
      'CH',
      'NL',
      'PL',
      'BR',
      'MX',
      'AR',
      'AU',
      'JP',
      'IN',
      'RU',
    );
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 -()/.'.split('')), minLength: 5, maxLength: 18 });
    fc.assert(
      fc.property(
        country,
        fc.constantFrom('', '+', '0', '00', '+49', '+1', '+39', '+44'),
        digits,
        (where, lead, rest) => {
          const typed = lead + rest;
          const ours = normalisePhone(typed, where);
          if (ours === null) return;
          expect(ours).toMatch(/^\+[1-9]\d{3,16}$/);
          const theirs = parsePhoneNumberFromString(
            typed.replace(/^00/, '+').replace(/^(\+\d{1,3}[ .-]*)\(0\)/, '$1'),
            where as CountryCode,
          );
          // Where the library cannot read the punctuation it has no opinion.
          if (theirs?.isPossible()) expect(theirs.number).toBe(ours);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});

describe('country', () => {
  test.each([
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Alemania', 'DE'],
    ['de', 'DE'],
    ['DEU', 'DE'],
    ['USA', 'US'],
    ['U.S.', 'US'],
    ['United Kingdom', 'GB'],
    ['UK', 'GB'],
    ['Österreich', 'AT'],
    ['Oesterreich', null],
    ['España', 'ES'],
    ["Côte d'Ivoire", 'CI'],
    ['Atlantis', null],
    ['', null],
    ['Türkiye', 'TR'],
    ['Tschechien', 'CZ'],
  ])('%s', (typed, code) => expect(normaliseCountry(typed)).toBe(code));
});

describe('days', () => {
  test.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', null],
    ['2024-3-5', '2024-03-05'],
    ['2024-03-05T23:30:00Z', '2024-03-05'],
    ['2024-03-05 09:14', '2024-03-05'],
    ['3.4.2020', '2020-04-03'],
    ['03.04.2020 12:00', '2020-04-03'],
    ['2020/4/3', '2020-04-03'],
    ['20200403', '2020-04-03'],
    ['12 Mar 2020', '2020-03-12'],
    ['March 12, 2020', '2020-03-12'],
    ['12. März 1980', '1980-03-12'],
    ['5 août 2021', '2021-08-05'],
    ['5 de mayo de 2021', '2021-05-05'],
    ['25/12/2020', '2020-12-25'],
    ['12/25/2020', '2020-12-25'],
    ['5/5/2020', '2020-05-05'],
    ['3/4/2020', null],
    ['3/4/20', null],
    ['31.2.2020', null],
    ['05-12', null],
    ['45123', null],
    ['yesterday', null],
    ['13/13/2020', null],
    ['2024-13-01', null],
    ['2024-00-10', null],
    ['99', null],
  ])('%s', (typed, day) => expect(normaliseDay(typed)).toBe(day));
  test('the column decides what a slash means', () => {
    const order = (...values: string[]) => {
      const finder = new DayOrderFinder();
      for (const value of values) finder.add(value);
      return finder.order();
    };
    expect(order('3/4/2020', '25/12/2020')).toBe('day-first');
    expect(order('3/4/2020', '12/25/2020')).toBe('month-first');
    expect(order('3/4/2020', '5/6/2020')).toBe('unclear');
    expect(order('25/12/2020', '12/25/2020')).toBe('unclear');
    expect(normaliseDay('3/4/2020', 'day-first')).toBe('2020-04-03');
    expect(normaliseDay('3/4/2020', 'month-first')).toBe('2020-03-04');
  });
  test('day numbers of spreadsheets', () => {
    expect(dayOfSerial(45_351)).toBe('2024-02-29');
    expect(dayOfSerial(45_351.75)).toBe('2024-02-29');
    expect(dayOfSerial(12)).toBeNull();
    expect(
      normaliseCustomer({ full_name: 'A', customer_since: '45351' }, { spreadsheet: true }).values.customer_since,
    ).toBe('2024-02-29');
    expect(normaliseCustomer({ full_name: 'A', customer_since: '45351' }).values.customer_since).toBe('45351');
  });
  test('the quick answer agrees with the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_100 }),
        fc.integer({ min: 0, max: 14 }),
        fc.integer({ min: 0, max: 33 }),
        (year, month, day) => {
          const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const date = new Date(`${text}T00:00:00Z`);
          const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
          expect(normaliseDay(text)).toBe(real ? text : null);
        },
      ),
    );
  });
});

test.each([
  ['de', 'de'],
  ['German', 'de'],
  ['Deutsch', 'de'],
  ['allemand', 'de'],
  ['español', 'es'],
  ['en_gb', 'en-GB'],
  ['PT-br', 'pt-BR'],
  ['klingonish', null],
  ['xx', null],
  ['', null],
])('language %s', (typed, tag) => expect(normaliseLanguage(typed)).toBe(tag));

describe('marketing', () => {
  test.each([
    ['yes', 'subscribed'],
    ['Subscribed', 'subscribed'],
    ['TRUE', 'subscribed'],
    ['1', 'subscribed'],
    ['ja', 'subscribed'],
    ['Opted-In', 'subscribed'],
    ['sí', 'subscribed'],
    ['no', 'unsubscribed'],
    ['cleaned', 'unsubscribed'],
    ['Opted out', 'unsubscribed'],
    ['désabonné', 'unsubscribed'],
    ['never', 'never'],
    ['DNC', 'never'],
    ['pending', 'not-asked'],
    ['not subscribed', 'not-asked'],
    ['maybe', 'not-asked'],
    ['perhaps later', 'not-asked'],
    ['subscribed?', 'not-asked'],
  ])('%s', (typed, status) => expect(normaliseMarketing(typed)).toBe(status));
  test.each([
    ['1', 'unsubscribed'],
    ['true', 'unsubscribed'],
    ['yes', 'unsubscribed'],
    ['0', 'not-asked'],
    ['no', 'not-asked'],
    ['opted out', 'unsubscribed'],
    ['?', 'not-asked'],
  ])('in a column of opt-outs %s', (typed, status) => expect(normaliseOptOut(typed)).toBe(status));
  test('no word nobody knows is ever a yes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (typed) => {
        if (normaliseMarketing(typed) === 'subscribed')
          expect(typed.trim().toLowerCase().normalize('NFKD')).toMatch(/^[a-z1]/);
        expect(normaliseOptOut(typed)).not.toBe('subscribed');
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('names', () => {
  test.each([
    ['Vincent van den Berg', { given: 'Vincent', family: 'van den Berg' }],
    ['Müller, Anna', { given: 'Anna', family: 'Müller' }],
    ['Anna Maria Müller', { given: 'Anna Maria', family: 'Müller' }],
    ['Nordlicht AG', null],
    ['Müller & Söhne', null],
    ['Madonna', null],
    ['Café Noir, SARL', null],
    ['a b c d e', null],
    ['Agent 007', null],
  ])('%s', (full, parts) => expect(splitName(full)).toEqual(parts));
  test.each([
    ['Anna Müller', 'anna muller', true],
    ['Anna Müller', 'Müller Anna', true],
    ['A. Müller', 'Anna Müller', true],
    ['Anna Müller', 'Anna', true],
    ['', 'Anna', true],
    ['Jon Smith', 'John Smith', true],
    ['Anna Maria Müller', 'Anna Müller', true],
    ['Anna Müller', 'Ben Müller', false],
    ['Maria Rossi', 'Mario Rossi', false],
    ['Paul Koch', 'Paula Koch', false],
    ['Anna Müller', 'Anna Schmidt', false],
    ['A B', 'Anna Berg', false],
  ])('%s and %s', (one, other, compatible) => {
    expect(namesCompatible(one, other)).toBe(compatible);
    expect(namesCompatible(other, one)).toBe(compatible);
  });
});

test('spaces are collapsed, nothing else is touched', () => {
  expect(oneLine('  Anna \t Maria\u00a0Müller\r\n')).toBe('Anna Maria Müller');
  expect(oneLine('a\u200bb\u202ec')).toBe('a\u200bb\u202ec');
  expect(oneLine(' \t ')).toBe('');
});

describe('a customer', () => {
  test('what was typed is kept where it says something else', () => {
    const { values, originals, warnings, problems } = normaliseCustomer({
      full_name: 'Vincent  van den Berg',
      phone: '030 1234567',
      country: 'Allemagne',
      customer_since: '3.4.2020',
      tags: 'a; b,A',
      marketing: 'Cleaned',
      region: 'Bayern',
      postal_code: ' 10115 ',
      notes: ' as it is \n',
    });
    expect(values).toEqual({
      full_name: 'Vincent van den Berg',
      given_name: 'Vincent',
      family_name: 'van den Berg',
      phone: '+49301234567',
      country: 'DE',
      customer_since: '2020-04-03',
      tags: ['a', 'b'],
      marketing: 'unsubscribed',
      region: 'BY',
      postal_code: '10115',
      notes: ' as it is \n',
    });
    expect(originals).toEqual({
      full_name: 'Vincent  van den Berg',
      phone: '030 1234567',
      country: 'Allemagne',
      customer_since: '3.4.2020',
      marketing: 'Cleaned',
      region: 'Bayern',
    });
    expect([warnings, problems]).toEqual([[], []]);
  });
  test('what is not understood stays as typed, with a warning', () => {
    const { values, warnings } = normaliseCustomer({
      given_name: 'Ann',
      phone: 'ask Bob',
      country: 'Atlantis',
      birth_date: '3/4/1980',
      language: 'elvish',
    });
    expect(values).toEqual({
      given_name: 'Ann',
      full_name: 'Ann',
      phone: 'ask Bob',
      country: 'Atlantis',
      birth_date: '3/4/1980',
      language: 'elvish',
    });
    expect(warnings.map(({ code }) => code).toSorted()).toEqual([
      'country-not-understood',
      'date-not-understood',
      'language-not-understood',
      'phone-not-understood',
    ]);
  });
  test.each([
    [
      { email: 'nope', full_name: 'A' },
      { field: 'email', code: 'email-invalid' },
    ],
    [{ city: 'Berlin' }, { field: null, code: 'nothing-to-identify' }],
    [{ full_name: 'a\u0000b' }, { field: 'full_name', code: 'unstorable-characters' }],
    [{ full_name: 'a\ud800' }, { field: 'full_name', code: 'unstorable-characters' }],
    [{ given_name: 'x'.repeat(201) }, { field: 'given_name', code: 'too-long' }],
    [
      { full_name: 'A', tags: 'x'.repeat(81) },
      { field: 'tags', code: 'too-long' },
    ],
  ] as const)('%j is refused', (fields, problem) => expect(normaliseCustomer(fields).problems).toContainEqual(problem));
  test('any text gives values the model accepts, and the same again when they are entered again', () => {
    const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
    const record = fc.record(
      {
        full_name: anything,
        given_name: anything,
        family_name: anything,
        company: anything,
        email: fc.oneof(fc.emailAddress(), anything),
        phone: anything,
        street: anything,
        city: anything,
        postal_code: anything,
        region: anything,
        country: fc.oneof(fc.constantFrom('DE', 'US', 'Atlantis'), anything),
        birth_date: anything,
        language: anything,
        tags: anything,
        notes: anything,
        marketing: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(record, (typed) => {
        const { values, problems } = normaliseCustomer(typed);
        if (problems.length > 0) return;
        expect(CustomerFields.safeParse(values).success).toBe(true);
        const again = normaliseCustomer(values);
        expect(again.problems).toEqual([]);
        expect(again.values).toEqual(values);
        const columns = storedColumns(values, {}, {});
        expect(columns.search_text).toBe(columns.search_text.toLowerCase());
      }),
      { numRuns: 1_500 },
    );
  });
  test('keys find the same person in other spellings', () => {
    const one = storedColumns(
      normaliseCustomer({
        full_name: 'Anna Müller',
        street: 'Hauptstraße 5',
        postal_code: '10115',
        email: 'Anna@X.example',
        phone: '+49 30 1234567',
      }).values,
      {},
      {},
    );
    const other = storedColumns(
      normaliseCustomer({
        full_name: 'anna Mueller',
        street: 'Hauptstr. 5',
        postal_code: '10115',
        email: 'anna@x.example',
        phone: '0049301234567',
      }).values,
      {},
      {},
    );
    expect(other.match_key).toBe(one.match_key);
    expect(other.email_key).toBe(one.email_key);
    expect(other.phone_key).toBe(one.phone_key);
    expect(one.search_text).toBe('anna muller\nanna@x.example\n+49301234567');
    expect(one.sort_name).toBe('muller anna');
  });
});

describe('merging', () => {
  const side = (values: CustomerFields) => ({ values, custom: {}, originals: {} });
  test('the survivor keeps what it has and takes what it lacks', () => {
    const { values, changed } = mergeCustomers(
      side({ full_name: 'Anna', tags: ['a'], city: 'Berlin' }),
      side({ full_name: 'A. Müller', phone: '+49301', tags: ['A', 'b'], street: 'X 1', city: 'Bonn' }),
    );
    expect(changed).toBe(true);
    // The street belongs to another city, so it is not taken.
    expect(values).toEqual({ full_name: 'Anna', phone: '+49301', tags: ['a', 'b'], city: 'Berlin' });
  });
  test.each([
    ['subscribed', 'unsubscribed', 'unsubscribed'],
    ['unsubscribed', 'subscribed', 'unsubscribed'],
    ['not-asked', 'subscribed', 'subscribed'],
    ['subscribed', 'not-asked', 'subscribed'],
    ['unsubscribed', 'never', 'never'],
    ['never', 'subscribed', 'never'],
    [undefined, 'subscribed', 'subscribed'],
    ['subscribed', undefined, 'subscribed'],
  ] as const)('%s and %s make %s', (one, other, after) => {
    expect(
      mergeCustomers(side({ ...(one && { marketing: one }) }), side({ ...(other && { marketing: other }) })).values
        .marketing,
    ).toBe(after);
  });
  test('nothing new changes nothing', () => {
    const anna = side({
      full_name: 'Anna',
      email: 'a@x.example',
      tags: ['x'],
      marketing: 'unsubscribed',
      marketing_on: '2024-01-01',
    });
    expect(
      mergeCustomers(
        anna,
        side({ email: 'a@x.example', tags: ['X'], marketing: 'subscribed', marketing_on: '2025-01-01' }),
      ),
    ).toEqual({ ...anna, changed: false });
  });
});
