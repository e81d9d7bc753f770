// Whether an element stands in what somebody writes: an editor would keep what a release leaves there.
import { own } from '../../../core/own.ts';

const EDITED = '[contenteditable]:not([contenteditable="false" i]) *';

export const isEdited = (element: Element): boolean => own(element).matches(EDITED);
