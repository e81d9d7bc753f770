// Elements of the banner and the placeholders, which stand on screen before any library has come.
import { own } from '../../core/own.ts';
import { does } from './actions.ts';

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

/** A control that does one thing, named by what it does. */
export const control = (action: string, label: string, look = ''): HTMLButtonElement =>
  does(
    element('button', { type: 'button', part: action, 'data-action': action, class: look }, label),
    action,
  );
