// What forms tell of themselves: sent, found wanting, reset.
import { own } from '../../core/own.ts';
import { emptyFields } from './fields.ts';
import { type AskingNotice, createHold, type HoldHost } from './hold.ts';

const isIn = (notices: readonly AskingNotice[], field: Element): AskingNotice | undefined =>
  notices.find(({ element }) => element.contains(field));

/** @returns starts to hear a root: the window, or the shadow root of a form, which tells nobody outside. */
export function createHear(host: HoldHost): (root: EventTarget) => void {
  const { noticesIn } = host;
  const heard = new WeakSet<EventTarget>();
  const onSubmit = createHold(host);

  /** A fallback's own `required` box is not drawn: the browser has nothing to show its message at. */
  function onInvalid(event: Event): void {
    const field = event.target as HTMLInputElement;
    const { form } = own(field);
    const notices = form ? noticesIn(form) : [];
    const found = isIn(notices, field);
    if (!form || !found) return;
    event.preventDefault();
    // Where something else of the form is wrong too, the browser has its say there first.
    const isElsewhere = [...own(form).elements].some(
      (each) => own(each).matches(':invalid') && !isIn(notices, each),
    );
    if (!isElsewhere) setTimeout(() => found.notice.hold('needed'));
  }

  function onReset(event: Event): void {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented) return;
    const notices = noticesIn(form);
    for (const { notice } of notices) notice.clear();
    if (notices[0]) emptyFields(form);
  }

  return (root) => {
    if (heard.has(root)) return;
    heard.add(root);
    root.addEventListener('submit', onSubmit, true);
    root.addEventListener('invalid', onInvalid, true);
    root.addEventListener('reset', onReset);
  };
}
