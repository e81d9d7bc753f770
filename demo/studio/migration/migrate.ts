// From another widget's configuration to a policy: what can be carried over, and a list of what cannot.
import { catalogue } from '../../../src/policies/services/catalogue.ts';
import type { GivenPolicy } from '../model/design.ts';
import type { GivenPurpose } from '../model/purposes.ts';
import { type Category, type Facts, PEERS } from './peers.ts';

export interface Migrated {
  /** Which widget it was of; empty where none was known. */
  readonly from: string;
  readonly policy: GivenPolicy;
  /** What was not carried over, or was assumed: a line each. */
  readonly left: readonly string[];
  readonly fault: string;
}

const NECESSARY = /necess|essential|strict|^c0001$|functional-?only/i;
const STATISTICS = /analy|statist|measure|performance/i;
const SOCIAL = /social|media|video|embed/i;

const plain = (name: string): string => name.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** Names that other widgets give to services of the catalogue. */
const ALIASES: Readonly<Record<string, string>> = {
  ga: 'google-analytics',
  gtag: 'google-analytics',
  analytics: 'google-analytics',
  googletagmanager: 'google-ads',
  facebookpixel: 'meta-pixel',
  twitter: 'x',
  googlemaps: 'google-maps',
};

const serviceOf = (name: string) =>
  catalogue.find(({ id }) => plain(id) === plain(name) || id === ALIASES[plain(name)]) ??
  catalogue.find((service) => plain(service.name) === plain(name));

const idOf = ({ id }: Category): string => {
  if (STATISTICS.test(id)) return 'analytics';
  if (SOCIAL.test(id)) return 'social';
  return (
    id
      .toLowerCase()
      .replaceAll(/[^a-z\d]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'other'
  );
};

const RETENTION = 'P13M';

function purposeOf(category: Category, taken: Set<string>, left: string[]): GivenPurpose {
  const id = idOf(category);
  const name = category.name ?? category.id;
  const services = category.services.flatMap((each) => {
    const known = serviceOf(each);
    if (!known)
      left.push(`${id}: the service ${each}, which is not in the catalogue: give its hosts`);
    else if (!taken.has(known.id)) {
      taken.add(known.id);
      return known.id;
    }
    return [];
  });
  const isShipped = id === 'analytics' || id === 'social';
  left.push(
    `${id}: how long it is kept (${isShipped ? 'the default stands' : `${RETENTION} is assumed`})`,
  );
  return {
    id,
    name,
    ...(category.why && { why: category.why }),
    ...(category.cookies.length > 0 && {
      cookies: category.cookies.map((each) => ({ name: each })),
    }),
    ...(services.length > 0 && { services }),
    ...(!isShipped && {
      why: category.why ?? `${name}.`,
      data: ['ip', 'browser', 'os', 'page'],
      basis: 'consent' as const,
      recipients: ['controller'],
      retention: RETENTION,
    }),
  } as GivenPurpose;
}

function policyOf({
  categories,
  privacyUrl,
  left: unread,
}: Facts): Omit<Migrated, 'from' | 'fault'> {
  const left: string[] = [];
  const taken = new Set<string>();
  const seen = new Set<string>();
  const purposes = categories.flatMap((category) => {
    if (category.isNecessary || NECESSARY.test(category.id)) {
      if (category.cookies.length > 0) {
        left.push(`${category.id}: its cookies; what runs unasked needs a reason of its own`);
      }
      return [];
    }
    const purpose = purposeOf(category, taken, left);
    if (seen.has(purpose.id)) {
      left.push(`${category.id}: a second purpose for ${purpose.id}`);
      return [];
    }
    seen.add(purpose.id);
    return [purpose];
  });
  const dropped = ['analytics', 'social'].filter((id) => !seen.has(id));
  return {
    policy: {
      ...(privacyUrl && { controller: { privacyUrl } }),
      purposes: [...purposes, ...dropped.map((id) => ({ id, drop: true as const }))],
    },
    left: [...left, ...unread],
  };
}

/** Never throws: what cannot be read is a fault, with what was expected. */
export function migrate(text: string): Migrated {
  const nothing = { policy: {}, left: [] };
  const peer = PEERS.find(({ looksLike }) => looksLike.test(text));
  if (!peer) {
    const names = PEERS.map(({ name }) => name).join(', ');
    return { from: '', ...nothing, fault: `expected a configuration of ${names}` };
  }
  try {
    const facts = peer.read(text);
    if (!facts.categories[0]) throw new Error('expected at least one category or service');
    return { from: peer.name, ...policyOf(facts), fault: '' };
  } catch (fault) {
    return { from: peer.name, ...nothing, fault: (fault as Error).message };
  }
}
