// Where a press began: what comes of a key or a finger that went down elsewhere was not meant for a control (F-45).
import { own } from '../../core/own.ts';
import { edge } from './edge.ts';

/** So long after all was let go a click is none of it: assistive technology makes such, and may press nothing before. */
const LATELY_MS = 1000;
let begunOn: unknown;
/** What the last letter was typed into, where nothing else was pressed since. */
let typedOn: unknown;
let lastMs = 0;

/**
 * A key that is held goes down once; a script's goes down never. Whoever types types on, wherever a page has put the
 * focus meanwhile: only Tab is a way of theirs.
 */
function hear(event: Event): void {
  const { type, isTrusted, key = 'Enter', repeat } = event as KeyboardEvent;
  if (!isTrusted || !/^(k|p|m)/.test(type)) return;
  if (key === 'Tab') typedOn = undefined;
  if (!/^(.|Enter)$/u.test(key)) return;
  const now = performance.now();
  if (type.endsWith('down') && !repeat) {
    const [on] = event.composedPath();
    const isTypedOn = typedOn && typedOn !== on && type[0] === 'k' && now - lastMs < LATELY_MS;
    begunOn = isTypedOn ? typedOn : on;
    typedOn = /^\S$/u.test(key) && on;
  }
  lastMs = now;
}

/** A script is at work that has brought the click about. */
let hasMade = false;
export const isMade = (): boolean => hasMade;

/**
 * WebKit trusts the click that goes from a label to its control, even where a script has clicked the label (F-43).
 * What waits comes before whoever hears the click next, unless a script is still at work: nobody can feign that.
 */
async function hearMade(): Promise<void> {
  hasMade = true;
  await undefined;
  hasMade = false;
}

/** Hears presses from now on, in the frame that element stands in too. */
export function hearBegin({ ownerDocument }: Element): void {
  edge.heard = hear;
  own(ownerDocument).addEventListener('click', hearMade, true);
  if (ownerDocument === document) return;
  // However often: it is one function.
  for (const type of ['keydown', 'keyup', 'pointerdown', 'pointerup'])
    ownerDocument.addEventListener(type, hear, true);
}

/**
 * Whether a click on a control, right now, can have come of a press on it. It cannot of one on a label that a page has
 * put there, on what captures the pointer for it, nor of a key that was meant for what had the focus before.
 */
export const isBegunOn = (control: Element): boolean =>
  !begunOn || control.contains(begunOn as Node) || performance.now() - lastMs >= LATELY_MS;
