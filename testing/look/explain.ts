// Names the element or script that asked, as far as it can still be found.
import type { Page } from 'playwright';
import { isStored } from '../facts/fact.ts';
import type { Devtools } from '../hear/devtools.ts';
import type { Entry } from '../judge/timeline.ts';
import { FRAME_MS, within } from '../settle/within.ts';
import { findElements } from './elements.ts';

const isUnexplained = ({ fact }: Entry): boolean => !fact.by && !isStored(fact);

function explained(
  entry: Entry,
  elements: Readonly<Record<string, string>>,
  initiatorOf: (url: string) => string | undefined,
): Entry {
  if (!isUnexplained(entry)) return entry;
  const { fact, phase } = entry;
  const by = [elements[fact.url], initiatorOf(fact.url)].filter(Boolean).join(', from ');
  return { fact: { ...fact, by: by || undefined }, phase };
}

export async function explain(
  entries: readonly Entry[],
  page: Page,
  devtools: Pick<Devtools, 'initiatorOf'> | null,
): Promise<Entry[]> {
  const wanted = entries.filter(isUnexplained).map(({ fact }) => fact.url);
  const elements: Record<string, string> = {};
  for (const frame of wanted.length > 0 ? page.frames() : []) {
    Object.assign(elements, await within(FRAME_MS, frame.evaluate(findElements, wanted)));
  }
  const initiatorOf = (url: string) => devtools?.initiatorOf(url);
  return entries.map((entry) => explained(entry, elements, initiatorOf));
}
