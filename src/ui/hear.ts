// Hears presses inside our boxes, before the page can stop them, and keeps them, and scrolling, from the page.

type Press = (press: MouseEvent) => void;

/** Tells a box's presses to whoever asked for them. */
export type Hear = (box: HTMLElement, press: Press) => void;

/** A map that only we have: no page can have a press of its own taken for one on a box. */
export function createHear(): Hear {
  const heard = new WeakMap<EventTarget, Press>();
  function keep(event: Event): void {
    const box = event.composedPath().find((node) => heard.has(node));
    if (!box) return;
    event.stopImmediatePropagation();
    if (event.type === 'click') heard.get(box)?.(event as MouseEvent);
  }
  // What smooths or locks a page's scrolling would keep our words from being scrolled.
  for (const type of ['click', 'wheel', 'touchmove']) {
    addEventListener(type, keep, { capture: true, passive: type !== 'click' });
  }
  return (box, press) => {
    heard.set(box, press);
    // A consent tool's script can make a press that stays inside the root.
    box.addEventListener('click', press);
  };
}
