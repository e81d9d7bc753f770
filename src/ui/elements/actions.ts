// What each control of ours does, by the element: what a page writes on ours changes nothing of it, and what it puts
// beside ours does nothing.
const actions = new WeakMap<EventTarget, string>();

/** What it does from now on. */
export function does<E extends Element>(made: E, action: string): E {
  actions.set(made, action);
  return made;
}

/** What was pressed, in whichever root of ours, from wherever it is heard. */
export const targetOf = (press: Event): Element => press.composedPath()[0] as Element;

/** The action of the control that was pressed, if it was one of ours. */
export function actionOf(press: Event): string | undefined {
  const made = press.composedPath().find((node) => actions.has(node));
  return made && actions.get(made);
}
