// What of a Customer's form is ours to fill: fields for the number of a record, and a fallback's own box.
import { own, setOwn } from '../../core/own.ts';

/** A field that the Customer wrote for it carries the record's id, or nothing (contract 4). */
const RECORD = 'data-consent-record';

const fieldsOf = (form: HTMLFormElement): Element[] =>
  [...own(form).elements].filter((field) => own(field).hasAttribute(RECORD));

export function emptyFields(form: HTMLFormElement): void {
  for (const field of fieldsOf(form)) setOwn(field as HTMLInputElement, 'value', '');
}

export function fillFields(form: HTMLFormElement, collection: string, recordId: string): void {
  for (const field of fieldsOf(form)) {
    if (own(field).getAttribute(RECORD) !== collection) continue;
    setOwn(field as HTMLInputElement, 'value', recordId);
  }
}

const boxesIn = (notice: Element) =>
  own(notice).querySelectorAll<HTMLInputElement>('input[type=checkbox]');

/** The box of a fallback is not drawn any more, and is still sent: it says what the drawn one says. */
export function mirrorTick(notice: Element, isTicked: boolean): void {
  for (const box of boxesIn(notice)) setOwn(box, 'checked', isTicked);
}

/** The form that an element stands in, whatever roots are between. */
export function formOf(element: Element): HTMLFormElement | null {
  for (let at: Element | null | undefined = element; at; ) {
    const form: HTMLFormElement | null = own(at).closest('form');
    if (form) return form;
    at = own(own(at).getRootNode() as ShadowRoot).host;
  }
  return null;
}
