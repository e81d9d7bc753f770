// Answers the notice as a person does: looks at a control until it rests, then presses it.
import type { Page } from 'playwright';
import {
  actionIn,
  foldsIn,
  openerIn,
  permanentIn,
  shown,
  switchesIn,
  switchSelector,
} from './controls.ts';
import { glance, rest, type Seen } from './rest.ts';

/** A no counts at once, wherever its control has just been. */
const GRANTING: ReadonlySet<string> = new Set(['accept', 'save']);

/**
 * Presses a control that is on screen, or stands in the panel behind the permanent control.
 *
 * @param seen where it was before, if anybody has looked.
 */
export async function press(page: Page, action: string, seen?: Seen): Promise<void> {
  const control = actionIn(page, action);
  const opener = openerIn(page);
  await shown(control.or(opener).first(), action);
  if (!(await control.isVisible())) await opener.click();
  await shown(control, action);
  if (GRANTING.has(action)) await rest(control, seen);
  await control.click();
}

async function openPanel(page: Page): Promise<void> {
  const way = actionIn(page, 'choose').or(permanentIn(page)).first();
  await shown(way, 'choose');
  await way.click();
}

/** Switches exactly these on, and saves. */
export async function choose(page: Page, ids: readonly string[]): Promise<void> {
  const switches = switchesIn(page);
  if (!(await switches.first().isVisible())) await openPanel(page);
  await shown(switches.first(), 'choose');
  // From the last: each is the how-manieth of those that are closed.
  for (const fold of (await foldsIn(page).all()).reverse()) await fold.click();
  const seen = await glance(actionIn(page, 'save'));
  for (const each of await switches.all()) {
    if ((await each.isEnabled()) && (await each.isChecked())) await each.setChecked(false);
  }
  for (const id of ids) {
    const wanted = page.locator(switchSelector(id)).first();
    await shown(wanted, `the switch of ${id}`);
    await wanted.setChecked(true);
  }
  await press(page, 'save', seen);
}
