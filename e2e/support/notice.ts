// The notice as a person meets it: controls by what they do, switches by what they grant.
import type { Locator, Page } from 'playwright/test';
import { expect } from './expect.ts';
import { atRest } from './rest.ts';

export type Action =
  | 'accept'
  | 'reject'
  | 'choose'
  | 'save'
  | 'close'
  | 'withdraw'
  | 'load-once'
  | 'always-allow'
  | 'open'
  | 'data'
  | 'receipt'
  | 'export'
  | 'erase';

/** Where these stand: inside a held frame. */
const ON_PLACEHOLDER: ReadonlySet<Action> = new Set(['load-once', 'always-allow']);

const GRANTING: ReadonlySet<Action> = new Set(['accept', 'save', 'load-once', 'always-allow']);

export class Notice {
  readonly page: Page;
  /** Called just before a press that may grant, so that requests are no longer too early. */
  readonly #beforeGrant: () => void;
  readonly element: Locator;
  /** Preferences: the modal second layer. */
  readonly panel: Locator;
  /** Drawn on every page once a choice stands. */
  readonly permanentControl: Locator;

  constructor(page: Page, beforeGrant: () => void) {
    this.page = page;
    this.#beforeGrant = beforeGrant;
    this.element = page.locator('s9-consent');
    this.panel = this.element.locator('dialog');
    this.permanentControl = this.element.locator('[part~="control"]').filter({ visible: true });
  }

  /** A visible control; inside the panel while that is open, inside the first held frame where it is its own. */
  control(action: Action): Locator {
    if (ON_PLACEHOLDER.has(action)) return this.controlIn('iframe[data-consent]', action);
    return this.page.locator(`[data-action="${action}"]`).filter({ visible: true });
  }

  /** What is drawn in a held frame. */
  placeholderIn(frame: string): Locator {
    const inside = this.page.locator(frame).first().contentFrame();
    return inside.locator('s9-placeholder .placeholder').filter({ visible: true });
  }

  controlIn(frame: string, action: Action): Locator {
    return this.placeholderIn(frame).locator(`[data-action="${action}"]`);
  }

  switchOf(id: string): Locator {
    const [kind, name] = id.startsWith('service:')
      ? ['service', id.slice('service:'.length)]
      : ['purpose', id];
    return this.page.locator(`[data-${kind}="${name}"]`).filter({ visible: true });
  }

  /** The first layer is on screen and asks. */
  async asks(): Promise<void> {
    await expect(this.control('reject').first()).toBeVisible();
  }

  async isSilent(): Promise<void> {
    await expect(this.control('reject')).toHaveCount(0);
    await expect(this.control('accept')).toHaveCount(0);
  }

  /** The control has been in view and in one place for as long as a granting press needs. */
  async rest(control: Locator): Promise<void> {
    await expect(control).toBeVisible();
    await control.scrollIntoViewIfNeeded();
    // Drawn anew, it has yet to rest.
    while (!(await control.evaluate(atRest)));
  }

  /** Presses with a pointer, as a person does: after having seen the control in its place. */
  async press(action: Action, which: Locator = this.control(action)): Promise<void> {
    // A placeholder has a way to the preferences too; the notice stands last in the page.
    const control = action === 'choose' ? which.last() : which.first();
    await expect(control).toBeVisible();
    if (GRANTING.has(action)) {
      await this.rest(control);
      this.#beforeGrant();
    }
    await control.click();
  }

  accept = (): Promise<void> => this.press('accept');
  reject = (): Promise<void> => this.press('reject');

  /** Opens preferences, switches exactly these on, saves. */
  async choose(...ids: string[]): Promise<void> {
    await this.press('choose');
    for (const id of ids) await this.turn(id, true);
    await this.press('save');
  }

  /** Shows the services, which are folded under their purpose. */
  async unfold(): Promise<void> {
    await expect(this.panel).toBeVisible();
    const folds = this.panel.locator('.services:not([open]) > summary');
    while (await folds.count()) await folds.first().click();
  }

  async turn(id: string, on: boolean): Promise<void> {
    if (id.startsWith('service:')) await this.unfold();
    await this.switchOf(id).setChecked(on);
  }
}
