// Puts facts into words of one language: slots, lists, durations. Browsers know the grammar (Intl).
import type { Policy, PolicyTerms } from '../core/policy/policy.ts';
import type { Says } from './grammar.ts';

/** Replaces each `{slot}` that has a value; text in, text out. */
export const fill = (text: string, slots: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);

/** The same with an element in the place of its one slot. */
export const slotted = (text: string, made: Node): (Node | string)[] => {
  const [before = '', after = ''] = text.split(/\{\w+\}/);
  return [before, made, after];
};

/** Names as a sentence lists them: “a, b, and c”. */
export const names = (items: readonly string[], lang: string): string =>
  new Intl.ListFormat(lang).format(items);

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An ISO 8601 duration of whole years to days in words: `P25M` is “25 months”. */
export function duration(iso: string, lang: string): string {
  const parts = [...iso.matchAll(/(\d+)([YMWD])/g)].map(([, count, unit]) =>
    new Intl.NumberFormat(lang, {
      style: 'unit',
      unit: UNITS[unit as keyof typeof UNITS],
      unitDisplay: 'long',
    }).format(Number(count)),
  );
  return names(parts, lang);
}

/** The grammar of the browser; loading it takes longer than drawing the banner, which has its own (grammar.ts). */
export const browserSays = (lang: string): Says => ({
  names: (items) => names(items, lang),
  listed: (items) => new Intl.ListFormat(lang, { type: 'unit' }).format(items),
  duration: (iso) => duration(iso, lang),
});

/** Names of data items, in the order of the policy. */
export const dataNames = (policy: Policy, ids: readonly string[]): string =>
  ids.map((id) => policy.dataItems[id]?.name ?? id).join(' · ');

/** Recipients by name: `controller` and `processor` stand for the parties of the policy. */
export const recipientNames = (
  policy: Pick<PolicyTerms, 'controller' | 'processor'>,
  recipients: readonly string[],
): string[] =>
  recipients.map((name) =>
    name === 'controller' || name === 'processor' ? policy[name].name : name,
  );

/** The day, as the language writes it, by the clock of this device. */
export const day = (ms: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(ms);

/** Day and minute, as the language writes them, by the clock of this device. */
export const instant = (ms: number, lang: string): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(ms);
