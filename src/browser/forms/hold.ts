// Holds a form until its consent is ticked and recorded; then it is sent as if nothing had been.
import type { FormNotice, HoldReason } from '../../core/ask/forms.ts';
import { own } from '../../core/own.ts';
import { emptyFields, fillFields, mirrorTick } from './fields.ts';

/** A notice that takes consent, in the form it stands in. */
export interface AskingNotice {
  readonly element: Element;
  readonly collection: string;
  readonly isNeeded: boolean;
  readonly notice: FormNotice;
}

export interface HoldHost {
  /** In document order. */
  noticesIn(form: HTMLFormElement): readonly AskingNotice[];
  /** Resolves to the record's id; to `null` where none could be made. */
  record(notice: AskingNotice): Promise<string | null>;
}

/** The first one has the focus, and so is said last. */
const holdAll = (notices: readonly AskingNotice[], reason: HoldReason): void => {
  for (const { notice } of [...notices].reverse()) notice.hold(reason);
};

/** Sends a form the way it was sent: what a script only dispatched is dispatched again. */
function send(form: HTMLFormElement, { submitter, isTrusted }: SubmitEvent): void {
  const isThere = submitter && own(submitter as HTMLButtonElement).form === form;
  if (isTrusted) return own(form).requestSubmit(isThere ? submitter : null);
  own(form).dispatchEvent(
    new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter }),
  );
}

/**
 * Hears of a form that is about to be sent before any handler of the page: for them it is sent once, when it
 * may be.
 */
export function createHold({ noticesIn, record }: HoldHost): (event: Event) => void {
  const busy = new WeakSet<HTMLFormElement>();
  let passing: HTMLFormElement | undefined;

  async function keepAndSend(event: SubmitEvent, ticked: readonly AskingNotice[]): Promise<void> {
    const form = event.target as HTMLFormElement;
    const lacking: AskingNotice[] = [];
    busy.add(form);
    for (const each of ticked) {
      const recordId = await record(each).catch(() => null);
      if (recordId) fillFields(form, each.collection, recordId);
      else lacking.push(each);
    }
    busy.delete(form);
    if (lacking[0]) return holdAll(lacking, 'unkept');
    passing = form;
    try {
      send(form, event);
    } finally {
      passing = undefined;
    }
  }

  return (event) => {
    const form = event.target as HTMLFormElement;
    const notices = form === passing ? [] : noticesIn(form);
    if (!notices[0]) return;
    if (!busy.has(form)) emptyFields(form);
    for (const { element, notice } of notices) mirrorTick(element, !!notice.tick());
    const lacking = notices.filter(({ isNeeded, notice }) => isNeeded && !notice.tick());
    const ticked = notices.filter(({ notice }) => notice.tick());
    if (!lacking[0] && !ticked[0]) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (busy.has(form)) return;
    if (lacking[0]) holdAll(lacking, 'needed');
    else void keepAndSend(event as SubmitEvent, ticked);
  };
}
