// The element that has the focus, in whichever shadow root it stands.
import { own } from '../core/own.ts';

export function focused(): HTMLElement | null {
  let element = own(document).activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element as HTMLElement | null;
}
