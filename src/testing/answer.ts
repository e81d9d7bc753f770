// Answers the notice as a person does: looks at a control until it rests, then presses it.
import type { Locator, Page } from 'playwright';

/** Longer than a granting control must have been in one place before a press counts. */
const REST_MS = 600;
const TIMEOUT_MS = 10_000;

/** The notice, as far as answering needs it. */
export class Answerer {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses a control that is on screen, or stands in the panel behind the permanent control. */
  async press(action: string): Promise<void> {
    const control = this.#control(action);
    const opener = this.#page
      .locator('s9-consent [part~="control"], [data-consent-open]')
      .filter({ visible: true })
      .first();
    await this.#await(control.or(opener).first(), action);
    if (!(await control.isVisible())) await opener.click();
    await this.#await(control, action);
    await this.#rest(control);
    await control.click();
  }

  /** Switches exactly these on, and saves. */
  async choose(ids: readonly string[]): Promise<void> {
    if (!(await this.#switches().first().isVisible())) await this.#openPanel();
    await this.#await(this.#switches().first(), 'choose');
    for (const each of await this.#switches().all()) {
      if ((await each.isEnabled()) && (await each.isChecked())) await each.setChecked(false);
    }
    for (const id of ids) {
      const [kind, name] = id.startsWith('service:') ? ['service', id.slice(8)] : ['purpose', id];
      const wanted = this.#page.locator(`s9-consent [data-${kind}="${name}"]`).first();
      await this.#await(wanted, `the switch of ${id}`);
      await this.#rest(wanted);
      await wanted.setChecked(true);
    }
    await this.press('save');
  }

  async #openPanel(): Promise<void> {
    const choose = this.#control('choose');
    const opener = this.#page.locator('s9-consent [part~="control"]').filter({ visible: true });
    await this.#await(choose.or(opener).first(), 'choose');
    await choose.or(opener).first().click();
  }

  #control(action: string): Locator {
    return this.#page
      .locator(`s9-consent [data-action="${action}"]`)
      .filter({ visible: true })
      .first();
  }

  #switches(): Locator {
    return this.#page
      .locator('s9-consent :is([data-purpose], [data-service])')
      .filter({ visible: true });
  }

  async #await(control: Locator, name: string): Promise<void> {
    await control.waitFor({ timeout: TIMEOUT_MS }).catch(() => {
      throw new Error(`The notice shows no control for "${name}": is the widget on this page?`);
    });
  }

  /** By real time, as the page's clock may be fake: a trial press waits for the control to be steady. */
  async #rest(control: Locator): Promise<void> {
    let sinceMs = Date.now();
    let seen = '';
    while (Date.now() - sinceMs < REST_MS) {
      await control.click({ trial: true, timeout: TIMEOUT_MS });
      const place = JSON.stringify(await control.boundingBox());
      if (place !== seen) sinceMs = Date.now();
      seen = place;
    }
  }
}
