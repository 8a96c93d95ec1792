/** Columns that rarely belong in a customer list: found by the words of their header and by what their values prove to be. */
import { stdnum } from 'stdnum';
import { headerKey } from './headers';
import type { ColumnFlag } from './model';

type Words = readonly [ColumnFlag, RegExp];

/** Words of headers in English, German, French and Spanish, in the form `headerKey` gives. */
const words: readonly Words[] = [
  [
    'government-id',
    /\b(ssn|social security|social insurance|sin number|national insurance|ni number|nino|passport|reisepass\w*|ausweis\w*|personalausweis\w*|steuer id\w*|steueridentifikation\w*|steueridentnummer|steuernummer|idnr|tax id\w*|tax identification|tin|itin|tax file number|tfn|sozialversicherung\w*|rentenversicherung\w*|sv nummer|svnr|ahv\w*|securite sociale|numero de secu|nir|dni|nif|nss|seguridad social|aadhaar|pan card|bsn|pesel|codice fiscale|cpf|curp|driv\w* licen[cs]e|fuhrerschein\w*|permis de conduire|carte d identite|government id|national id\w*|identity card|id card|id number|residence permit|aufenthaltstitel|visa number)\b/,
  ],
  [
    'health',
    /\b(health|medical|medication|medicine|diagnos\w*|allerg\w*|disabilit\w*|disabled|illness|disease|blood (type|group)|blutgruppe|krank\w*|gesundheit\w*|behinderung\w*|schwerbehindert\w*|unvertraglichkeit\w*|medikament\w*|sante|maladie|handicap|traitement medical|groupe sanguin|salud|enfermedad\w*|alergi\w*|discapacidad|medicamento\w*|pregnan\w*|schwanger\w*|patient\w*|vaccin\w*|impf\w*|dietary|bmi)\b/,
  ],
  [
    'card-number',
    /\b(card (number|no)|credit card|debit card|cc (number|num)|card expiry|cvv|cvc|kreditkart\w*|kartennummer|carte (bancaire|bleue|de credit)|numero de carte|tarjeta( de credito)?|numero de tarjeta)\b/,
  ],
  [
    'bank-account',
    /\b(iban|bic|swift|bank account|account number|account no|routing (number|no)|sort code|kontonummer|kontonr|kontoverbindung|bankverbindung|bankleitzahl|blz|rib|compte bancaire|numero de compte|cuenta bancaria|numero de cuenta|sepa\w*)\b/,
  ],
  [
    'birth-date',
    /\b(birth ?date|birthdate|birthday|date of birth|dob|born|geburt\w*|geb|geb datum|naissance|anniversaire|nacimiento|cumpleanos)\b/,
  ],
  [
    'password',
    /\b(password\w*|passwort\w*|passphrase|passwd|pwd|kennwort|mot de passe|contrasena|pin|pin code|secret|api key|access token|security (question|answer)|geheimzahl)\b/,
  ],
  [
    'special-category',
    /\b(religio\w*|confession\w*|konfession\w*|kirche\w*|kirchensteuer|glaube\w*|faith|ethnic\w*|ethni\w*|race|rasse|raza|herkunft ethnisch|origine ethnique|union (member\w*|name)|trade union|gewerkschaft\w*|syndicat\w*|sindicato|sexual\w*|orientation sexuelle|sexuelle orientierung|gender identity|politic\w*|politisch\w*|politique\w*|party (member\w*|affiliation)|partei\w*|biometri\w*|genetic\w*|genetisch\w*|criminal\w*|convictions?|vorstrafen?|caste)\b/,
  ],
];

type Proof = (value: string) => boolean;

const valid = (country: string, name: string): Proof => {
  const validator = stdnum[country]?.[name];
  return (value) => validator !== undefined && validator.validate(value).isValid;
};

/** Numbers of people whose shape or check digits prove them. Weak ones without either are left to the header's words. */
const personNumbers: readonly Proof[] = [
  (value) => /^\d{3}-\d{2}-\d{4}$/.test(value) && valid('US', 'ssn')(value),
  (value) => /^[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]$/i.test(value) && valid('GB', 'nino')(value),
  (value) => /^\d{11}$|^\d{2} \d{3} \d{3} \d{3}$/.test(value) && valid('DE', 'idnr')(value),
  (value) => /^\d{2} ?\d{6} ?[A-Z] ?\d{3}$/i.test(value) && valid('DE', 'svnr')(value),
  (value) => /^[12] ?\d{2} ?\d{2} ?\w{2} ?\d{3} ?\d{3} ?\d{2}$/.test(value) && valid('FR', 'nir')(value),
  (value) => /^\d{8}-?[A-Z]$/i.test(value) && valid('ES', 'dni')(value),
  (value) => /^[XYZ]-?\d{7}-?[A-Z]$/i.test(value) && valid('ES', 'nie')(value),
  (value) => /^[A-Z]{6}\w{2}[A-Z]\w{2}[A-Z]\w{3}[A-Z]$/i.test(value) && valid('IT', 'codicefiscale')(value),
  (value) => /^756[. ]?\d{4}[. ]?\d{4}[. ]?\d{2}$/.test(value) && valid('CH', 'ssn')(value),
  (value) => /^\d{9}$/.test(value) && valid('NL', 'bsn')(value),
  (value) => /^\d{11}$/.test(value) && valid('PL', 'pesel')(value),
  (value) => /^\d{4} ?\d{6}$/.test(value) && valid('AT', 'vnr')(value),
  (value) => /^\d{6}[-+]\d{4}$/.test(value) && valid('SE', 'personnummer')(value),
  (value) => /^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/.test(value) && valid('BR', 'cpf')(value),
  (value) => /^\d{3}[ -]\d{3}[ -]\d{3}$/.test(value) && valid('CA', 'sin')(value),
];

/** Card numbers: 13 to 19 digits that begin as the networks' do, with a right check digit. */
export function isCardNumber(value: string): boolean {
  const digits = value.replace(/[ -]/g, '');
  if (!/^(?:3[4-7]|4|5[0-5]|2[2-7]|6)\d{11,17}$/.test(digits) || digits.length < 13) return false;
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    if (index % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** Account numbers after ISO 13616 with right check digits. */
export function isIban(value: string): boolean {
  const iban = value.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value36 = Number.parseInt(sign, 36);
    rest = (rest * (value36 > 9 ? 100 : 10) + value36) % 97;
  }
  return rest === 1;
}

const leastProofs = 3;

/** True when nearly all of at least three different values are what `proof` proves. */
function proven(values: readonly string[], proof: Proof): boolean {
  const different = new Set(values);
  if (different.size < leastProofs) return false;
  let found = 0;
  for (const value of different) if (proof(value)) found += 1;
  return found >= different.size * 0.8;
}

export function flagsByHeader(header: string): ColumnFlag[] {
  const key = headerKey(header);
  return words.filter(([, pattern]) => pattern.test(key)).map(([flag]) => flag);
}

export function flagsByContent(samples: readonly string[]): ColumnFlag[] {
  const values = samples.map((sample) => sample.trim()).filter((sample) => sample !== '');
  const flags: ColumnFlag[] = [];
  if (proven(values, isCardNumber)) flags.push('card-number');
  if (proven(values, isIban)) flags.push('bank-account');
  if (personNumbers.some((proof) => proven(values, proof))) flags.push('government-id');
  return flags;
}
