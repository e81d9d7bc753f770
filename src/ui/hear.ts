// Hears presses inside our boxes, before the page can stop them, and keeps them from the page.

type Press = (press: MouseEvent) => void;

/** Tells a box's presses to whoever asked for them. */
export type Hear = (box: HTMLElement, press: Press) => void;

/** A map that only we have: no page can have a press of its own taken for one on a box. */
export function createHear(): Hear {
  const heard = new WeakMap<EventTarget, Press>();
  addEventListener(
    'click',
    (event) => {
      const box = event.composedPath().find((node) => heard.has(node));
      if (!box) return;
      event.stopImmediatePropagation();
      heard.get(box)?.(event);
    },
    true,
  );
  return (box, press) => {
    heard.set(box, press);
    // A consent tool's script can make a press that stays inside the root.
    box.addEventListener('click', press);
  };
}
