/** Small believable exports, one for each profile, with the headers the programs write. */
import type { ProfileName } from '#shared/domains/imports/model';

export type Export = {
  readonly profile: ProfileName;
  readonly fileName: string;
  readonly text: string;
  /** Values of the first customer that must come out. */
  readonly first: Readonly<Record<string, string | readonly string[]>>;
  /** Headers that must be dropped. */
  readonly dropped?: readonly string[];
  readonly imported: number;
};

const lines = (...rows: string[]): string => `${rows.join('\r\n')}\r\n`;

export const exports: readonly Export[] = [
  {
    profile: 'salesforce-contacts',
    fileName: 'Contact.csv',
    imported: 2,
    text: lines(
      '"Id","IsDeleted","MasterRecordId","AccountId","LastName","FirstName","Salutation","Name","MailingStreet","MailingCity","MailingState","MailingPostalCode","MailingCountry","Phone","Fax","MobilePhone","ReportsToId","Email","Title","Department","LeadSource","Birthdate","Description","OwnerId","HasOptedOutOfEmail","CreatedDate","LastActivityDate"',
      '"0035g00000ABCdeAAG","0","","0015g00000XYZ","Hopper","Grace","Ms.","Grace Hopper","1 Navy Yard","Arlington","VA","22202","United States","(703) 555-0111","","","","grace@navy.example","Rear Admiral","","Web","1906-12-09","Likes ""clear"" words","0055g","1","2021-03-04T10:11:12.000Z","2024-02-01"',
      '"0035g00000ABCdfAAG","0","","","Lovelace","Ada","","Ada Lovelace","","London","","SW1A1AA","UK","+44 20 7946 0958","","","","ada@engine.example","","","","","","0055g","0","2022-03-04T10:11:12.000Z",""',
    ),
    first: {
      external_id: '0035g00000ABCdeAAG',
      given_name: 'Grace',
      family_name: 'Hopper',
      phone: '+17035550111',
      country: 'US',
      marketing: 'unsubscribed',
      customer_since: '2021-03-04',
      notes: 'Likes "clear" words',
    },
    dropped: ['Birthdate', 'OwnerId', 'AccountId'],
  },
  {
    profile: 'salesforce-contacts',
    fileName: 'report.csv',
    imported: 1,
    text: lines(
      'Salutation,First Name,Last Name,Title,Mailing Street,Mailing City,Mailing State/Province,Mailing Zip/Postal Code,Mailing Country,Phone,Mobile,Fax,Email,Account Owner,Account Name',
      'Mr.,Alejandro,Rosales,Operations Manager,414 Main Street,Anytown,AL,95762,United States,+1 205 555 0156,,,arosales@example.com,Richard Roe,Example Corp.',
    ),
    first: { full_name: 'Alejandro Rosales', company: 'Example Corp.', region: 'AL', email: 'arosales@example.com' },
    dropped: ['Account Owner', 'Salutation', 'Fax'],
  },
  {
    profile: 'salesforce-leads',
    fileName: 'Lead.csv',
    imported: 1,
    text: lines(
      'Id,IsDeleted,LastName,FirstName,Salutation,Name,Title,Company,Street,City,State,PostalCode,Country,Phone,MobilePhone,Fax,Email,Website,Description,LeadSource,Status,Industry,Rating,OwnerId,HasOptedOutOfEmail,IsConverted,CreatedDate',
      '00Q5g000001,0,Nowak,Jan,,Jan Nowak,Owner,Nowak Sp. z o.o.,ul. Prosta 1,Warszawa,,00-001,Poland,+48 22 123 45 67,,,jan@nowak.example,https://nowak.example,,Fair,Open,,Warm,0055g,0,0,2023-05-06',
    ),
    first: {
      company: 'Nowak Sp. z o.o.',
      country: 'PL',
      phone: '+48221234567',
      marketing: 'not-asked',
      source: 'Fair',
    },
    dropped: ['Status', 'IsConverted'],
  },
  {
    profile: 'salesforce-accounts',
    fileName: 'Account.csv',
    imported: 1,
    text: lines(
      'Id,IsDeleted,MasterRecordId,Name,Type,ParentId,BillingStreet,BillingCity,BillingState,BillingPostalCode,BillingCountry,ShippingStreet,ShippingCity,Phone,Fax,AccountNumber,Website,Industry,AnnualRevenue,NumberOfEmployees,Ownership,Description,OwnerId,CreatedDate,AccountSource',
      '0015g1,0,,Blue Harbor LLC,Customer,,1 Pier,Boston,MA,02110,United States,,,617-555-0100,,BH-1,blueharbor.example,Fishing,100000,12,Private,,0055g,2020-01-02,Web',
    ),
    first: { company: 'Blue Harbor LLC', city: 'Boston', region: 'MA', postal_code: '02110', phone: '+16175550100' },
    dropped: ['AnnualRevenue', 'Industry'],
  },
  {
    profile: 'hubspot-contacts',
    fileName: 'hubspot-crm-exports-all-contacts.csv',
    imported: 2,
    text: lines(
      'Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Last Activity Date,Lead Status,Marketing contact status,Create Date,Associated Company,Country/Region,Unsubscribed from all email',
      '101,Camille,Durand,camille@example.com,+33 6 00 00 00 00,Inès Moreau,2024-03-13 09:14,NEW,Marketing contact,2024-03-12 09:14,Durand SARL,France,',
      '102,John,Smith,john@example.com,,,,OPEN_DEAL,Non-marketing contact,2024-03-15 14:30,,Australia,true',
    ),
    first: {
      external_id: '101',
      given_name: 'Camille',
      phone: '+33600000000',
      company: 'Durand SARL',
      customer_since: '2024-03-12',
      country: 'FR',
    },
    dropped: ['Contact owner', 'Marketing contact status', 'Lead Status'],
  },
  {
    profile: 'zoho-contacts',
    fileName: 'Contacts_001.csv',
    imported: 1,
    text: lines(
      'Record Id,Contact Owner.id,Contact Owner,Lead Source,First Name,Last Name,Account Name.id,Account Name,Email,Title,Phone,Mobile,Date of Birth,Created By.id,Created By,Modified By.id,Modified By,Created Time,Modified Time,Contact Name,Mailing Street,Mailing City,Mailing State,Mailing Zip,Mailing Country,Email Opt Out,Salutation,Last Activity Time,Tag,Description',
      'zcrm_5250,zcrm_1,Eva,Web,Thandi,Mokoena,zcrm_9,Mokoena Ltd,thandi@example.co.za,,+27 82 123 4567,,1980-01-02,zcrm_1,Eva,zcrm_1,Eva,2022-01-02 10:00:00,2023-01-02 10:00:00,Thandi Mokoena,1 Long St,Cape Town,WC,8001,South Africa,true,,,"vip,retail",Met in May',
    ),
    first: {
      external_id: 'zcrm_5250',
      company: 'Mokoena Ltd',
      country: 'ZA',
      marketing: 'unsubscribed',
      tags: ['vip', 'retail'],
      customer_since: '2022-01-02',
    },
    dropped: ['Date of Birth', 'Contact Owner.id', 'Modified Time'],
  },
  {
    profile: 'zoho-leads',
    fileName: 'Leads_001.csv',
    imported: 1,
    text: lines(
      'Record Id,Lead Owner.id,Lead Owner,Is Converted,Company,First Name,Last Name,Email,Phone,Mobile,Lead Source,Lead Status,Created By.id,Created By,Modified By.id,Modified By,Created Time,Modified Time,Street,City,State,Zip Code,Country,Website,Email Opt Out,Description',
      'zcrm_77,zcrm_1,Eva,false,Acme,Ravi,Patel,ravi@acme.example,,+91 98765 43210,Chat,Contacted,zcrm_1,Eva,zcrm_1,Eva,2023-02-03 08:00:00,2023-02-03 08:00:00,1 MG Road,Bengaluru,KA,560001,India,acme.example,false,',
    ),
    first: { company: 'Acme', mobile: '+919876543210', country: 'IN', marketing: 'not-asked' },
    dropped: ['Lead Status', 'Is Converted'],
  },
  {
    profile: 'shopify-customers',
    fileName: 'customers_export.csv',
    imported: 2,
    text: lines(
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags',
      "'6123456789012,Anna,Jansen,Anna@Example.com,yes,,Dorpsstraat 1,2 hoog,Utrecht,,NL,'1234AB,,'+31612345678,no,100.00,3,,no,\"vip, horeca\"",
      "'6123456789013,Bo,Kim,bo@example.com,no,,,,,,,,,,no,0.00,0,,no,",
    ),
    first: {
      given_name: 'Anna',
      email: 'Anna@Example.com',
      marketing: 'subscribed',
      street: 'Dorpsstraat 1, 2 hoog',
      country: 'NL',
      postal_code: '1234 AB',
      phone: '+31612345678',
      tags: ['vip', 'horeca'],
      external_id: '6123456789012',
    },
    dropped: ['Accepts SMS Marketing', 'Total Spent'],
  },
  {
    profile: 'shopify-customers',
    fileName: 'old.csv',
    imported: 1,
    text: lines(
      'First Name,Last Name,Email,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt',
      'John,Doe,john.doe@shop.example,,123 Fake Street,,Ottawa,Ontario,ON,Canada,CA,K1A0B1,,no,100,1,,,yes',
    ),
    first: { city: 'Ottawa', region: 'ON', country: 'CA', postal_code: 'K1A 0B1', marketing: 'unsubscribed' },
  },
  {
    profile: 'mailchimp-audience',
    fileName: 'subscribed_members_export_1a2b3c.csv',
    imported: 1,
    text: lines(
      '"Email Address","First Name","Last Name",Address,"Phone Number",Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
      'lea@example.fr,Léa,Martin,,,05/12,4,"2018-10-11 09:55:14",1.2.3.4,"2018-10-12 09:55:14",1.2.3.4,48.8,2.3,1,2,Europe/Paris,FR,idf,"2020-01-01 00:00:00",90498395,810826c56e,,"""VIP"",""Blog"""',
    ),
    first: {
      email: 'lea@example.fr',
      marketing: 'subscribed',
      marketing_on: '2018-10-12',
      tags: ['VIP', 'Blog'],
      country: 'FR',
      external_id: '810826c56e',
    },
    dropped: ['Birthday', 'OPTIN_IP', 'LATITUDE', 'LEID'],
  },
  {
    profile: 'mailchimp-audience',
    fileName: 'cleaned_members_export_1a2b3c.csv',
    imported: 1,
    text: lines(
      '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,LEID,EUID',
      'gone@example.fr,Guy,Moreau,1,"2018-10-11 09:55:14","2021-02-03 10:00:00",News,1,ab12',
    ),
    first: { marketing: 'unsubscribed', marketing_on: '2021-02-03' },
  },
  {
    profile: 'square-customers',
    fileName: 'customers.csv',
    imported: 1,
    text: lines(
      'Reference ID,First Name,Last Name,Email Address,Phone Number,Nickname,Company Name,Street Address 1,Street Address 2,City,State,Postal Code,Birthday,Memo,Square Customer ID,Creation Source,First Visit,Last Visit,Transaction Count,Lifetime Spend,Email Subscription Status,Instant Profile',
      ",Mia,Wong,mia@example.com,'+14155550101,Mimi,,1 Bay St,Apt 2,San Francisco,California,94103,1990-01-02,Loves tea,SQ123ABC,Directory,2022-01-02,2023-02-03,4,$120.00,Subscribed,No",
    ),
    first: {
      external_id: 'SQ123ABC',
      street: '1 Bay St, Apt 2',
      marketing: 'subscribed',
      customer_since: '2022-01-02',
      notes: 'Loves tea',
      phone: '+14155550101',
    },
    dropped: ['Birthday', 'Lifetime Spend'],
  },
  {
    profile: 'google-contacts',
    fileName: 'google.csv',
    imported: 1,
    text: lines(
      'Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Organization 1 - Type,Organization 1 - Name',
      'Sara Berg,Sara,,Berg,,,,,,,,,,,--05-12,,,,,,,,,,,Likes hiking,,,Friends ::: * myContacts,* Home,sara@berg.example,Mobile,+46 70 123 45 67,,Berg AB',
    ),
    first: {
      full_name: 'Sara Berg',
      email: 'sara@berg.example',
      phone: '+46701234567',
      company: 'Berg AB',
      tags: ['Friends', 'myContacts'],
    },
    dropped: ['Birthday', 'E-mail 1 - Type'],
  },
  {
    profile: 'google-contacts',
    fileName: 'contacts.csv',
    imported: 1,
    text: lines(
      'First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
      'Adrian,,Abegglen,,,,,,,,Trivadis,Consultant,,,"two\nlines",,* coworkers ::: * myContacts,* Home,adrian@gmx.example,Work,+41319280960 ::: +41792648866',
    ),
    first: { family_name: 'Abegglen', phone: '+41319280960', notes: 'two\nlines', job_title: 'Consultant' },
  },
  {
    profile: 'outlook-contacts',
    fileName: 'outlook.csv',
    imported: 2,
    text: lines(
      '"First Name","Middle Name","Last Name","Company","Department","Job Title","Business Street","Business Street 2","Business City","Business State","Business Postal Code","Business Country/Region","Home Street","Home City","Home Postal Code","Home Country/Region","Business Phone","Home Phone","Mobile Phone","Birthday","Categories","E-mail Address","E-mail 2 Address","Gender","Government ID Number","Notes","Web Page"',
      '"Ida","","Krüger","Krüger KG","","Owner","Werkstr. 5","","Köln","","50667","Germany","Gartenweg 1","Bonn","53111","Germany","+49 221 123456","","","1/1/1970","Kunden;VIP","ida@krueger.example","ida@home.example","Unspecified","X12345","",""',
      '"Tom","","Lang","","","","","","","","","","Gartenweg 2","Bonn","53111","Germany","","+49 228 9876","","","","","tom@home.example","","","",""',
    ),
    first: {
      city: 'Köln',
      postal_code: '50667',
      street: 'Werkstr. 5',
      email: 'ida@krueger.example',
      tags: ['Kunden', 'VIP'],
    },
    dropped: ['Birthday', 'Government ID Number', 'Gender'],
  },
  {
    profile: 'woocommerce-customers',
    fileName: 'wc-customers.csv',
    imported: 1,
    text: lines(
      'Name,Username,"Last Active","Sign Up",Email,Orders,"Total Spend",AOV,"Country / Region",City,Region,"Postal Code"',
      '"Olga Petrova",olga,"2024-01-02 03:04:05","2020-05-06 07:08:09",olga@example.com,3,120.5,40.17,DE,Leipzig,DE-SN,04109',
    ),
    first: {
      full_name: 'Olga Petrova',
      family_name: 'Petrova',
      customer_since: '2020-05-06',
      last_activity: '2024-01-02',
      region: 'SN',
      postal_code: '04109',
    },
    dropped: ['Username', 'AOV'],
  },
  {
    profile: 'generic',
    fileName: 'kunden.csv',
    imported: 1,
    text: lines(
      'Kundennummer;Vorname;Nachname;E-Mail;Telefon;Straße;PLZ;Ort;Land;Geburtsdatum;Steuer-ID;Newsletter;Kunde seit;Religion;Lieblingsfarbe',
      'K-1;Jürgen;Groß;juergen@gross.example;+49 30 1234567;Hauptstr. 1;01067;Dresden;Deutschland;1.2.1970;36574261809;ja;24.12.2019;ev;blau',
    ),
    first: {
      external_id: 'K-1',
      given_name: 'Jürgen',
      country: 'DE',
      postal_code: '01067',
      marketing: 'subscribed',
      customer_since: '2019-12-24',
    },
    dropped: ['Geburtsdatum', 'Steuer-ID', 'Religion', 'Lieblingsfarbe'],
  },
  {
    profile: 'generic',
    fileName: 'clients.csv',
    imported: 1,
    text: lines(
      'prénom,nom,courriel,téléphone,ville,code postal,pays,mot de passe',
      'Chloé,Lefèvre,chloe@example.fr,+33 1 42 68 53 00,Paris,75001,France,geheim',
    ),
    first: { given_name: 'Chloé', family_name: 'Lefèvre', city: 'Paris', country: 'FR' },
    dropped: ['mot de passe'],
  },
  {
    profile: 'generic',
    fileName: 'clientes.csv',
    imported: 1,
    text: lines(
      'nombre,apellidos,correo electrónico,móvil,ciudad,código postal,país,IBAN',
      'Óscar,García López,oscar@example.es,+34 612 345 678,Madrid,28001,España,ES9121000418450200051332',
    ),
    first: { given_name: 'Óscar', mobile: '+34612345678', country: 'ES' },
    dropped: ['IBAN'],
  },
];
