/** Columns that do not belong in a customer list are seen, by their words and by what their values prove. */
import { describe, expect, test } from 'vitest';
import { flagsByContent, flagsByHeader, isCardNumber, isIban } from '#shared/domains/imports/flags';
import { suggestColumns } from '#shared/domains/imports/suggest';

test.each([
  ['SSN', 'government-id'],
  ['Social Security Number', 'government-id'],
  ['Steuer-ID', 'government-id'],
  ['NI number', 'government-id'],
  ['Numéro de sécurité sociale', 'government-id'],
  ['DNI', 'government-id'],
  ['Passport No', 'government-id'],
  ['Allergies', 'health'],
  ['Blutgruppe', 'health'],
  ['Krankenkasse', 'health'],
  ['Handicap', 'health'],
  ['Card Number', 'card-number'],
  ['Kreditkarte', 'card-number'],
  ['IBAN', 'bank-account'],
  ['Kontonummer', 'bank-account'],
  ['Date of Birth', 'birth-date'],
  ['Geburtsdatum', 'birth-date'],
  ['fecha de nacimiento', 'birth-date'],
  ['Password', 'password'],
  ['Mot de passe', 'password'],
  ['Religion', 'special-category'],
  ['Gewerkschaft', 'special-category'],
  ['Sexual orientation', 'special-category'],
  ['Ethnicity', 'special-category'],
  ['Political party', 'special-category'],
])('%s is %s', (header, flag) => expect(flagsByHeader(header)).toContain(flag));
test.each([
  'First Name',
  'E-mail 1 - Value',
  'Tax Exempt',
  'Pinterest',
  'Company',
  'Notes',
  'Total Spent',
  'Racecourse visits',
  'Phone',
  'Newsletter',
  'Customer ID',
  'Opt-in',
])('%s is nothing special', (header) => expect(flagsByHeader(header)).toEqual([]));

describe('content', () => {
  test('proofs', () => {
    expect(isCardNumber('4111 1111 1111 1111')).toBe(true);
    expect(isCardNumber('4111 1111 1111 1112')).toBe(false);
    expect(isIban('ES91 2100 0418 4502 0005 1332')).toBe(true);
    expect(isIban('ES91 2100 0418 4502 0005 1333')).toBe(false);
  });
  test.each([
    ['card-number', ['4111111111111111', '5500005555555559', '340000000000009']],
    ['bank-account', ['DE89370400440532013000', 'ES9121000418450200051332', 'FR1420041010050500013M02606']],
    ['government-id', ['536-90-4399', '219-09-9998', '457-55-5463']],
    ['government-id', ['12345678Z', '00000000T', '87654321X']],
  ])('%s', (flag, values) => expect(flagsByContent(values)).toContain(flag));
  test('customer numbers, years and postal codes prove nothing', () => {
    expect(flagsByContent(['100001', '100002', '100003', '100004'])).toEqual([]);
    expect(flagsByContent(['6123456789012', '6123456789013', '6123456789014'])).toEqual([]);
  });
  test('a flagged column is dropped by default, whatever its header says, and its values are not shown', () => {
    const [name, remark] = suggestColumns(
      ['Name', 'Remark 2'],
      [
        ['Anna', '4111111111111111'],
        ['Ben', '5500005555555559'],
        ['Cy', '340000000000009'],
      ],
      'generic',
    );
    expect(name).toMatchObject({ decision: 'map', field: 'full_name' });
    expect(remark).toMatchObject({
      decision: 'drop',
      field: null,
      because: 'flagged',
      flags: ['card-number'],
      samples: [],
    });
  });
  test('addresses are recognised by what they are', () => {
    expect(suggestColumns(['Kolumne X'], [['a@x.example'], ['b@x.example']], 'generic')[0]).toMatchObject({
      field: 'email',
      because: 'content',
    });
  });
});
