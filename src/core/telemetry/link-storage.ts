// What telemetry keeps beside the database, and so what its purpose stores, whatever a policy declares besides.
import { NAME } from '../name.ts';
import type { Purpose, StorageDeclaration } from '../policy/policy.ts';
import { TELEMETRY_PURPOSE } from './events.ts';

export const LINK_KEY = `${NAME}-link`;

/** A page's last word, until the next page takes it over. */
const JOURNAL: StorageDeclaration = { kind: 'localStorage', name: NAME };

type Storing = Pick<Purpose, 'id' | 'storage' | 'visitors'>;

/** What a purpose stores beside that, with the link that its `visitors` ask for. */
export function storedElsewhereBy({
  id,
  storage = [],
  visitors = 'none',
}: Storing): readonly StorageDeclaration[] {
  const own = id === TELEMETRY_PURPOSE ? storage.filter(({ name }) => name !== NAME) : storage;
  const kind = visitors === 'id' ? 'localStorage' : 'sessionStorage';
  return visitors === 'none' ? own : [...own, { kind, name: LINK_KEY }];
}

/** All that a purpose stores: what telemetry keeps too, whatever a policy declares in place of it. */
export const storedBy = (purpose: Storing): readonly StorageDeclaration[] => [
  ...(purpose.id === TELEMETRY_PURPOSE ? [JOURNAL] : []),
  ...storedElsewhereBy(purpose),
];
