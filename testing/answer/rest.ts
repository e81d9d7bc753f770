// Looks at a control until it has stood still, as a person does before a press that grants.
import type { Locator } from 'playwright';

/** Longer than a granting control must have been in one place before a press counts. */
const REST_MS = 600;
const LOOK_MS = 200;
const TIMEOUT_MS = 10_000;

/** Where a control was seen, and when first. By real time: the page's clock may be fake. */
export interface Seen {
  readonly place: string;
  readonly sinceMs: number;
}

const placeOf = async (control: Locator): Promise<string> =>
  JSON.stringify(await control.boundingBox({ timeout: TIMEOUT_MS }));

/** One look, which `rest` can count from; a control that is not on screen is nowhere. */
export async function glance(control: Locator): Promise<Seen> {
  const place = (await control.isVisible()) ? await placeOf(control) : '';
  return { place, sinceMs: Date.now() };
}

/** @param before where it was seen earlier: what it has rested since then need not be waited for. */
export async function rest(control: Locator, before?: Seen): Promise<void> {
  // Waits until it is steady, in view and covered by nothing. Not by a trial click: the widget hears that one.
  await control.hover({ timeout: TIMEOUT_MS });
  let seen = before;
  for (;;) {
    const place = await placeOf(control);
    const nowMs = Date.now();
    if (place !== seen?.place) seen = { place, sinceMs: nowMs };
    const leftMs = seen.sinceMs + REST_MS - nowMs;
    if (leftMs <= 0) return;
    await new Promise((done) => setTimeout(done, Math.min(leftMs, LOOK_MS)));
  }
}
