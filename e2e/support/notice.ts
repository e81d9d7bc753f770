// The notice as a person meets it: controls by what they do, switches by what they grant.
import { expect, type Locator, type Page } from 'playwright/test';

export type Action =
  | 'accept'
  | 'reject'
  | 'choose'
  | 'save'
  | 'close'
  | 'withdraw'
  | 'load-once'
  | 'always-allow'
  | 'data'
  | 'receipt'
  | 'export'
  | 'erase';

const GRANTING: ReadonlySet<Action> = new Set(['accept', 'save', 'load-once', 'always-allow']);

/** Longer than the rest a granting control must have been at (contract, section 8). */
const REST_MS = 600;

/** Runs in the page: resolves once the element has been in one place for that long. */
const atRest = (element: Element, restMs: number): Promise<void> =>
  new Promise((done) => {
    let since = performance.now();
    let seen = '';
    const look = (): void => {
      const place = JSON.stringify(element.getBoundingClientRect());
      if (place !== seen) since = performance.now();
      seen = place;
      if (performance.now() - since > restMs) done();
      else requestAnimationFrame(look);
    };
    look();
  });

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

  /** A visible control; inside the panel while that is open. */
  control(action: Action): Locator {
    return this.page.locator(`[data-action="${action}"]`).filter({ visible: true });
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
    await control.evaluate(atRest, REST_MS);
  }

  /** Presses with a pointer, as a person does: after having seen the control in its place. */
  async press(action: Action, which: Locator = this.control(action)): Promise<void> {
    const control = which.first();
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

  async turn(id: string, on: boolean): Promise<void> {
    if (on) await this.rest(this.switchOf(id));
    await this.switchOf(id).setChecked(on);
  }
}
