/** The three example businesses: who they are, and what they answered about the laws. */
import type { BusinessFacts } from '#shared/domains/business/model';
import type { MoreFacts } from '#shared/domains/documents/more-facts';

/** One of which nothing but its name is known. */
export const someBusiness: BusinessFacts = {
  name: 'Some Business',
  street: '',
  postalCode: '',
  city: '',
  region: '',
  country: 'US',
  email: '',
  phone: '',
  website: '',
  trade: 'processing:online-shop',
  staff: 1,
  customersIn: ['US'],
  contact: null,
  representative: null,
  officer: null,
};

export type ExampleBusiness = {
  readonly facts: BusinessFacts;
  readonly more: Partial<MoreFacts>;
  readonly answers: Readonly<Record<string, boolean | number | string | readonly string[]>>;
};

/** A dental practice in Ohio that sends claims electronically. */
export const dentist: ExampleBusiness = {
  facts: {
    ...someBusiness,
    name: 'Maple Street Dental',
    street: '220 Maple Street',
    postalCode: '43215',
    city: 'Columbus',
    region: 'OH',
    email: 'office@mapledental.example',
    phone: '(614) 555-0110',
    website: 'https://mapledental.example',
    trade: 'processing:dentist',
    staff: 7,
    contact: { name: 'Dr. Priya Nair, Privacy Official', reach: '(614) 555-0111' },
  },
  more: {
    effectiveOn: 'February 16, 2026',
    securityLead: 'Sam Ortiz',
    backupPlace: 'the safe at First Columbus Bank',
    longestOutage: 'one working day',
    emergencyPlace: 'the branch in Dublin, Ohio',
  },
  answers: {
    'hipaa:q-provider': true,
    'hipaa:q-plan': false,
    'hipaa:q-clearinghouse': false,
    'hipaa:q-associate': false,
    'hipaa:q-part2': false,
    'hipaa:q-fundraises': false,
    'gdpr:q-decides': false,
    'gdpr:q-handles': false,
    'uk-gdpr:q-uk': false,
    'ccpa:q-consumers': 0,
    'ccpa:q-revenue': 900_000,
    'ccpa:q-share': 0,
    'ccpa:q-group': false,
  },
};

/** An online shop with customers in California that shares data for advertising. */
export const shop: ExampleBusiness = {
  facts: {
    ...someBusiness,
    name: 'Harbor Lane Goods',
    street: '418 Harbor Lane',
    postalCode: '94607',
    city: 'Oakland',
    region: 'CA',
    email: 'privacy@harborlane.example',
    phone: '(510) 555-0100',
    website: 'https://harborlane.example',
    staff: 4,
    contact: { name: 'Ana Reyes', reach: 'ana@harborlane.example' },
  },
  more: {
    noticeAddress: 'https://harborlane.example/privacy',
    optOutAddress: 'https://harborlane.example/do-not-sell',
    requestAddress: 'https://harborlane.example/privacy/ask',
    effectiveOn: 'January 1, 2026',
    securityLead: 'Ana Reyes',
    backupPlace: 'a bank vault',
    longestOutage: 'two days',
  },
  answers: {
    'ccpa:q-consumers': 120_000,
    'ccpa:q-revenue': 3_000_000,
    'ccpa:q-share': 1,
    'ccpa:q-group': false,
    'ccpa:q-sells': true,
    'ccpa:q-sensitive': false,
    'ccpa:q-minors': false,
    'ccpa:q-vendors': true,
    'gdpr:q-decides': false,
    'gdpr:q-handles': false,
    'uk-gdpr:q-uk': false,
    'hipaa:q-provider': false,
    'hipaa:q-plan': false,
    'hipaa:q-clearinghouse': false,
    'hipaa:q-associate': false,
  },
};

/** A carpenter in Germany who also sells to the United Kingdom. */
export const carpenter: ExampleBusiness = {
  facts: {
    ...someBusiness,
    name: 'Tischlerei Lindner',
    street: 'Werkstraße 3',
    postalCode: '86150',
    city: 'Augsburg',
    region: 'BY',
    country: 'DE',
    email: 'post@lindner.example',
    phone: '+49 821 555010',
    website: 'https://lindner.example',
    trade: 'processing:craft',
    staff: 9,
    customersIn: ['DE', 'GB'],
    contact: { name: 'Jana Lindner', reach: 'datenschutz@lindner.example' },
    officer: { name: 'Kanzlei Beck', reach: 'dsb@beck.example' },
  },
  more: {
    authority: 'das Bayerische Landesamt für Datenschutzaufsicht, Promenade 18, 91522 Ansbach',
    ukAuthority: 'the Information Commissioner, Wycliffe House, Wilmslow SK9 5AF',
    securityLead: 'Jana Lindner',
    backupPlace: 'das Bankschließfach',
    longestOutage: 'zwei Tage',
  },
  answers: {
    'gdpr:q-decides': true,
    'gdpr:q-handles': false,
    'gdpr:q-consent': true,
    'gdpr:q-interests': true,
    'gdpr:q-direct': true,
    'gdpr:q-indirect': true,
    'gdpr:q-dpo': true,
    'gdpr:q-transfers': true,
    'gdpr:q-automated': false,
    'gdpr:q-outside': false,
    'uk-gdpr:q-uk': true,
    'hipaa:q-provider': false,
    'hipaa:q-plan': false,
    'hipaa:q-clearinghouse': false,
    'hipaa:q-associate': false,
    'ccpa:q-consumers': 0,
    'ccpa:q-revenue': 0,
    'ccpa:q-share': 0,
    'ccpa:q-group': false,
  },
};
