/** The frame's own words in English. */
export const shell = {
  name: 'Steward',
  skip: 'Skip to the page',
  navigation: 'Pages',
  pages: {
    home: 'Home',
    customers: 'Customers',
    imports: 'Import',
    holdings: 'What we hold',
    trail: 'Audit trail',
    settings: 'Settings',
  },
  lock: 'Lock',
  colours: 'Light or dark',
  light: 'Light',
  dark: 'Dark',
  system: 'Like the system',
  loading: 'One moment …',
  notFound: 'There is no such page.',
  toHome: 'Go home',
  close: 'Close',
};
