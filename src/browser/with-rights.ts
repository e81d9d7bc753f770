// Adds the End-User's rights to what follows an answer; their file is fetched when one is asked for.
import type { After } from '../core/ports.ts';
import type { Rights } from '../core/rights.ts';
import { after } from './after.ts';
import { traces } from './outgoing.ts';
import type { CreateRights } from './rights.ts';

/** @param load resolves to `null` when the file is not to be had; it is tried again next time. */
export function withRights(load: () => Promise<CreateRights | null>): After {
  let loading: ReturnType<typeof load> | undefined;
  let rights: Rights | undefined;
  return {
    ...after,
    async right(name, host, format) {
      const createRights = await (loading ??= load());
      if (!createRights) {
        loading = undefined;
        return null;
      }
      rights ??= createRights(host, traces);
      return rights[name](format) as ReturnType<After['right']>;
    },
  };
}
