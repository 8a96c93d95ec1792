/** What the words of mailing programs say about marketing. A word nobody knows is `not-asked`, never a yes. */
import { fold } from '#shared/kernel/text';
import type { MarketingStatus } from './model';
import { oneLine, remembering } from './normalise-text';

const words: Readonly<Record<MarketingStatus, readonly string[]>> = {
  subscribed: [
    'subscribed',
    'subscribe',
    'yes',
    'y',
    'true',
    '1',
    'opted in',
    'opt in',
    'optin',
    'opted-in',
    'opt-in',
    'accepted',
    'accepts',
    'accepts marketing',
    'granted',
    'confirmed',
    'double opt in',
    'confirmed opt in',
    'single opt in',
    'active subscriber',
    'email subscriber',
    'ja',
    'angemeldet',
    'abonniert',
    'zugestimmt',
    'einwilligung erteilt',
    'oui',
    'abonne',
    'inscrit',
    'si',
    'suscrito',
    'verdadero',
    'vrai',
    'wahr',
  ],
  unsubscribed: [
    'unsubscribed',
    'unsubscribe',
    'no',
    'n',
    'false',
    '0',
    'opted out',
    'opt out',
    'optout',
    'opted-out',
    'opt-out',
    'cleaned',
    'bounced',
    'hard bounced',
    'complained',
    'spam complaint',
    'marked as spam',
    'suppressed',
    'revoked',
    'withdrawn',
    'declined',
    'rejected',
    'email unsubscribed',
    'nein',
    'abgemeldet',
    'widerrufen',
    'abbestellt',
    'abgelehnt',
    'non',
    'desabonne',
    'desinscrit',
    'dado de baja',
    'baja',
    'falsch',
    'faux',
    'falso',
  ],
  never: [
    'never',
    'do not contact',
    'do not email',
    'do not mail',
    'dnc',
    'blocked',
    'nie',
    'nicht kontaktieren',
    'jamais',
    'ne pas contacter',
    'nunca',
    'no contactar',
  ],
  'not-asked': [
    'not-asked',
    'not asked',
    'unknown',
    'pending',
    'unconfirmed',
    'not subscribed',
    'non-subscribed',
    'nonsubscribed',
    'never subscribed',
    'no opt-in',
    'transactional',
    'not specified',
    'none',
    'unbekannt',
    'nicht gefragt',
    'ausstehend',
    'inconnu',
    'en attente',
    'desconocido',
    'pendiente',
  ],
};
const byWord = new Map<string, MarketingStatus>();
for (const [status, list] of Object.entries(words)) {
  for (const word of list) byWord.set(fold(word), status as MarketingStatus);
}

const answer = remembering((text): { status: MarketingStatus } => ({
  status: byWord.get(fold(oneLine(text)).replaceAll('_', ' ')) ?? 'not-asked',
}));

/** The status a word stands for. */
export const normaliseMarketing = (text: string): MarketingStatus => answer(text).status;

/**
 * The status in a column that says who opted *out*: a yes there is `unsubscribed`, and a no is no yes to anything, so it
 * is `not-asked`.
 */
export function normaliseOptOut(text: string): MarketingStatus {
  const status = normaliseMarketing(text);
  if (status === 'subscribed') return 'unsubscribed';
  // "Opted out" and "unsubscribed" say the same in either kind of column; a bare no does not.
  return status === 'never' || (status === 'unsubscribed' && isDeparture(text)) ? status : 'not-asked';
}

const departures = new Set(['no', 'n', 'false', '0', 'nein', 'non', 'falsch', 'faux', 'falso']);
const isDeparture = (text: string): boolean => !departures.has(fold(oneLine(text)));
