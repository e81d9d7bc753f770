// Where the number stands that links pages or visits, as the policy's purpose declares what it stores.
import { NAME } from '../name.ts';
import type { Purpose, StorageDeclaration } from '../policy/policy.ts';

export const LINK_KEY = `${NAME}-link`;

/** What a purpose stores, with the link that its `visitors` ask for. */
export const storedBy = ({
  storage = [],
  visitors = 'none',
}: Pick<Purpose, 'storage' | 'visitors'>): readonly StorageDeclaration[] =>
  visitors === 'none'
    ? storage
    : [...storage, { kind: visitors === 'id' ? 'localStorage' : 'sessionStorage', name: LINK_KEY }];
