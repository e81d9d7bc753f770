// Puts facts into words of one language: slots, names, dates. Durations and lists are grammar.ts’s.
import type { PolicyTerms } from '../core/policy/policy.ts';
import type { WordedPolicy } from '../core/policy/worded.ts';

/** Replaces each `{slot}` that has a value; text in, text out. */
export const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);

/** The same with an element in the place of its one slot. */
export const slotted = (text: string, made: Node): (Node | string)[] => {
  const [before = '', after = ''] = text.split(/\{\w+\}/);
  return [before, made, after];
};

/** Names of data items, in the order of the policy. */
export const dataNames = (
  policy: Pick<WordedPolicy, 'dataItems'>,
  ids: readonly string[],
): string => ids.map((id) => policy.dataItems[id]?.name ?? id).join(' · ');

/** Recipients by name: `controller` and `processor` stand for the parties of the policy. */
export const recipientNames = (
  policy: Pick<PolicyTerms, 'controller' | 'processor'>,
  recipients: readonly string[],
): string[] =>
  recipients.map((name) =>
    name === 'controller' || name === 'processor' ? policy[name].name : name,
  );

/** A browser that lacks the language would write another’s months: in it a date is told in digits. */
function dated(
  ms: number,
  lang: string,
  dateStyle: 'long' | 'medium',
  timeStyle?: 'short',
): string {
  const known = Intl.DateTimeFormat.supportedLocalesOf(lang)[0];
  return new Intl.DateTimeFormat(known ?? 'sv', {
    dateStyle: known ? dateStyle : 'short',
    timeStyle,
  } as Intl.DateTimeFormatOptions).format(ms);
}

/** The day, as the language writes it, by the clock of this device. */
export const day = (ms: number, lang: string): string => dated(ms, lang, 'long');

/** Day and minute, as the language writes them, by the clock of this device. */
export const instant = (ms: number, lang: string): string => dated(ms, lang, 'medium', 'short');
