// What telemetry keeps beside the database, and so what its purpose stores, whatever a policy declares besides.
import { NAME } from '../name.ts';
import type { Purpose, StorageDeclaration } from '../policy/policy.ts';
import { TELEMETRY_PURPOSE } from './events.ts';

export const LINK_KEY = `${NAME}-link`;

/** A page's last word, until the next page takes it over. */
const JOURNAL: StorageDeclaration = { kind: 'localStorage', name: NAME };

/** What a purpose stores, with what telemetry keeps and the link that its `visitors` ask for. */
export function storedBy({
  id,
  storage = [],
  visitors = 'none',
}: Pick<Purpose, 'id' | 'storage' | 'visitors'>): readonly StorageDeclaration[] {
  const own =
    id === TELEMETRY_PURPOSE ? [...storage.filter(({ name }) => name !== NAME), JOURNAL] : storage;
  const kind = visitors === 'id' ? 'localStorage' : 'sessionStorage';
  return visitors === 'none' ? own : [...own, { kind, name: LINK_KEY }];
}
