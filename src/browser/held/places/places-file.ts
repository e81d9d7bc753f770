// What puts in place what templates hold is fetched at the first of them: what stands after it waits as well, once.
import type { Places } from './places.ts';

/**
 * @param load resolves to `null` where it is not to be had: what templates hold stays held.
 * @param onEnd called when it has come, or has not.
 */
export function createPlacesFile(load: () => Promise<Places | null>, onEnd: () => void) {
  let places: Places | null | undefined;
  let isComing = false;
  let isBehind = false;

  async function fetchPlaces(): Promise<void> {
    isComing = true;
    places = await load();
    isComing = false;
    onEnd();
  }

  return {
    places: () => places,
    /** Elements are gone through from the top. */
    begin(): void {
      isBehind = false;
    },
    /** One of them was met, which nothing can be done for yet. */
    meet(): void {
      isBehind ||= places === undefined;
      if (!isComing) void fetchPlaces();
    },
    isBehind: () => isBehind,
  };
}
