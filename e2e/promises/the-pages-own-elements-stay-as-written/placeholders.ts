// Placeholders as a person meets them, wherever they are drawn: in the page, in a shadow root, in a held frame.
import type { Locator, Page } from 'playwright/test';
import { atRest } from '../../support/rest.ts';

type Action = 'load-once' | 'always-allow';

/** Runs in the page: controls to see, in open shadow roots and in documents of its own origin too. */
const countIn = (action: Action): number => {
  const controlsIn = (root: Document | ShadowRoot): Element[] =>
    [...root.querySelectorAll('*')].flatMap((element) => [
      ...(element.matches(`[data-action="${action}"]`) ? [element] : []),
      ...(element.shadowRoot ? controlsIn(element.shadowRoot) : []),
      ...(element instanceof HTMLIFrameElement && element.contentDocument
        ? controlsIn(element.contentDocument)
        : []),
    ]);
  return controlsIn(document).filter((control) => control.checkVisibility()).length;
};

/** Runs beside the control: whether all of it can be seen without scrolling the frame it is drawn in. */
const isInView = (control: Element): boolean => {
  const { left, top, right, bottom } = control.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
};

/** Runs in the page: whether a control drawn over the frame lies inside it. */
const isOver = (frame: Element, control: Node | null): boolean => {
  const [outer, inner] = [frame, control as Element].map((each) => each.getBoundingClientRect());
  return (
    !!outer &&
    !!inner &&
    inner.left >= outer.left &&
    inner.top >= outer.top &&
    inner.right <= outer.right &&
    inner.bottom <= outer.bottom
  );
};

export class Placeholders {
  readonly #page: Page;
  readonly #beforeGrant: () => void;

  constructor(page: Page, beforeGrant: () => void) {
    this.#page = page;
    this.#beforeGrant = beforeGrant;
  }

  /** How many there are to see. */
  count = (): Promise<number> => this.#page.evaluate(countIn, 'load-once' as const);

  /** The control that lies inside a held frame. */
  async #controlOf(action: Action, frame: Locator): Promise<Locator | null> {
    const control = `[data-action="${action}"]`;
    const inside = frame.contentFrame().locator(control).filter({ visible: true });
    if ((await inside.count()) > 0) return (await inside.evaluate(isInView)) ? inside : null;
    for (const over of await this.#page.locator(control).filter({ visible: true }).all()) {
      if (await frame.evaluate(isOver, await over.elementHandle())) return over;
    }
    return null;
  }

  /** Whether one lies where the frame lies. */
  isAt = async (frame: Locator): Promise<boolean> =>
    (await this.#controlOf('load-once', frame)) !== null;

  /** As a person does: after having seen it rest in its place. */
  async press(action: Action, frame: Locator): Promise<void> {
    await frame.scrollIntoViewIfNeeded();
    const rested = async () => {
      const control = await this.#controlOf(action, frame);
      // Drawn anew, it has yet to rest.
      return (await control?.evaluate(atRest).catch(() => false)) ? control : null;
    };
    let control = await rested();
    while (!control) control = await rested();
    this.#beforeGrant();
    await control.click();
  }
}
