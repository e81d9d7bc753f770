// Visits with all that can go wrong on the way, made from a number: the same number, the same visits.

/** What becomes of a request: taken, told to come again, cut off before or after it arrived, answered late. */
export const WEATHERS = ['fine', 'busy', 'cut-before', 'cut-after', 'slow'] as const;
export type Weather = (typeof WEATHERS)[number];

export type Step =
  /** Another page in the same tab; or of the same page in place. */
  | { readonly do: 'load' | 'turn'; readonly path: string; readonly seconds: number }
  /** Another tab, which is closed at the end. */
  | { readonly do: 'second tab'; readonly path: string; readonly seconds: number }
  | { readonly do: 'weather'; readonly weather: Weather }
  | { readonly do: 'offline' | 'online' | 'close' | 'withdraw' | 'kill' };

export interface Visit {
  readonly id: string;
  /** In a browser of its own, which can be killed. */
  readonly isKilled: boolean;
  /** The first is the page that is asked on. */
  readonly steps: readonly Step[];
}

/** Mulberry32: enough for visits, and the same everywhere. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function stepsOf(id: string, random: () => number, isKilled: boolean): Step[] {
  const below = (end: number) => Math.floor(random() * end);
  let pages = 0;
  const seen = (how: 'load' | 'turn' | 'second tab'): Step => {
    pages += 1;
    return { do: how, path: `/${id}/${pages}`, seconds: 1 + below(90) };
  };
  const weather = (): Step => ({
    do: 'weather',
    weather: WEATHERS[below(WEATHERS.length)] ?? 'fine',
  });
  const steps: Step[] = [weather(), seen('load')];
  for (let count = 1 + below(4); count > 0; count -= 1) {
    const chance = random();
    if (chance < 0.3) steps.push(weather());
    if (chance < 0.35) steps.push(seen('turn'));
    else if (chance < 0.6) steps.push(seen('load'));
    else if (chance < 0.7) steps.push({ do: 'offline' }, seen('turn'), { do: 'online' });
    else if (chance < 0.8) steps.push(seen('second tab'));
    else if (chance < 0.9) steps.push({ do: 'close' }, seen('load'));
    else steps.push({ do: 'withdraw' }, seen('turn'), seen('load'));
  }
  if (isKilled) steps.push({ do: 'weather', weather: 'busy' }, seen('load'), { do: 'kill' });
  return steps;
}

/** @param seed any whole number. */
export function makeVisits(count: number, seed: number): Visit[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, index) => {
    const id = `v${seed}-${index}`;
    // A browser of its own takes its time to start.
    const isKilled = index % 6 === 5;
    return { id, isKilled, steps: stepsOf(id, random, isKilled) };
  });
}
