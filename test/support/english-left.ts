/** Tells whether English was left in a German text: words no German sentence has, once proper names are taken out. */

/** Names of offices, papers and places that German keeps in English; letters keep headings the law prescribes in English. */
const properNames = [
  'Department of Homeland Security',
  'Department of Legal Affairs',
  'Department of Professional & Financial Regulation',
  'Department of State',
  'Department of Financial Services',
  'Department of Consumer Affairs',
  'Office of Consumer Protection',
  'Office of Consumer Affairs',
  'Secretary of Health and Human Services',
  'Data (Use and Access) Act',
  'Data Protection Act',
  'District of Columbia',
  'Isle of Man',
  'Notice of Privacy Practices',
  'Notice of Data Breach',
  'What Happened',
  'What Information Was Involved',
  'What We Are Doing',
  'What You Can Do',
  'For More Information',
  'Do Not Sell or Share My Personal Information',
  'Limit the Use of My Sensitive Personal Information',
  'U.S. Department of Health and Human Services, Office for Civil Rights',
];
/** The text without the names it may keep and the places to fill in. */
export const withoutNames = (text: string): string =>
  properNames.reduce((left, name) => left.replaceAll(name, ''), text.replaceAll(/\{\{[\w.]+\}\}/gu, ''));

/** Words no German sentence has. */
export const english =
  /\b(?:the|and|or|of|with|for|is|are|not|you|your|who|where|when|that|this|from|to|no|by|people|data)\b/iu;
