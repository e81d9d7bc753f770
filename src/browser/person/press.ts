// The person's last press on a control of the page: what the site may answer for them by (F-43).
import type { Refusal } from '../../core/ask/ask.ts';
import { own } from '../../core/own.ts';
import { NOTICE } from '../held/find/find.ts';
import { isOurs, whereIn } from './edge.ts';
import { isFramed } from './framed.ts';

/** A press is good for an answer this long. */
const GOOD_MS = 1000;

const ROLES = '[role=button],[role=link],[role=checkbox],[role=switch],[role=tab],[role^=menuitem]';
const ALL = 'button,a[href],input,label,summary,select,' + ROLES;

/** Not a number: no press, whatever a page makes of the clock. */
let goodUntilMs = Number.NaN;

/** Heard before anybody can stop it, and inside open shadow roots. */
export function hearPresses(): void {
  const hear = async (event: Event): Promise<void> => {
    const { key = 'click', isTrusted } = event as KeyboardEvent;
    // Native controls make clicks of their keys; a space typed into one of them is none.
    const controls = { click: ALL, Enter: ALL, ' ': ROLES }[key];
    if (!controls || !isTrusted) return;
    goodUntilMs = Number.NaN;
    if (isOurs(event) || whereIn(event, NOTICE) || !whereIn(event, controls)) return;
    const untilMs = performance.now() + GOOD_MS;
    // Whoever hears it next comes after this. But where a script has brought it about (WebKit trusts what a label
    // sends on), it is over by then.
    await undefined;
    if (own(event).eventPhase) goodUntilMs = untilMs;
  };
  addEventListener('click', hear, true);
  addEventListener('keydown', hear, true);
}

/** The port of that name. */
export function takePress(): Refusal | undefined {
  const isGood = performance.now() <= goodUntilMs;
  goodUntilMs = Number.NaN;
  return isFramed() ? 'framed' : isGood ? undefined : 'no-gesture';
}
