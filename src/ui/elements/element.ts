// Elements of the banner and the placeholders, which stand on screen before any library has come.
import { own } from '../../core/own.ts';

type Child = Node | string | false | undefined;

/** Children are text or elements, never markup (F-42); what is absent is left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = own(document).createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const child of children) if (child) made.append(child);
  return made;
}

/** By the element: what a page writes on ours changes nothing of it, and what it puts beside ours does nothing. */
const actions = new WeakMap<EventTarget, string>();

/** What it does from now on. */
export function does<E extends Element>(made: E, action: string): E {
  actions.set(made, action);
  return made;
}

/** A control that does one thing, named by what it does. */
export const control = (action: string, label: string, look = ''): HTMLButtonElement =>
  does(
    element('button', { type: 'button', part: action, 'data-action': action, class: look }, label),
    action,
  );

/** What was pressed, in whichever root of ours, from wherever it is heard. */
export const targetOf = (press: Event): Element => press.composedPath()[0] as Element;

/** The action of the control that was pressed, if it was one of ours. */
export function actionOf(press: Event): string | undefined {
  const made = press.composedPath().find((node) => actions.has(node));
  return made && actions.get(made);
}
