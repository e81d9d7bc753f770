// What a changed design means for people who have answered: the widget's own comparison, in words (L-28).
import { type Change, changesOf } from '../../../src/core/policy/changes.ts';
import { takesNoMore } from '../../../src/core/policy/takes-no-more.ts';
import { termsOf } from '../../../src/core/policy/terms.ts';
import type { Policy } from '../../../src/index.ts';
import { type DesignSettings, settingsInForce } from './design.ts';

export interface AskedAnew {
  /** Its name. */
  readonly purpose: string;
  /** What is more, in words. */
  readonly because: readonly string[];
}

const KINDS: Readonly<Record<string, string>> = {
  data: 'takes more data',
  recipients: 'goes to more recipients',
  services: 'has more services',
  parameters: 'keeps more of addresses',
};

function inWords(change: Change, { dataItems }: Policy): string[] {
  const named = (items: readonly string[]) =>
    items.map((id) => dataItems[id]?.name ?? id).join(', ');
  switch (change.kind) {
    case 'purpose':
      return ['is new'];
    case 'data':
    case 'recipients':
    case 'services':
    case 'parameters':
      return [`${KINDS[change.kind]}: ${named(change.items)}`];
    case 'service-data':
      return [`${change.service} takes more data: ${named(change.items)}`];
    case 'retention':
    case 'controller':
    case 'processor':
    case 'ip':
    case 'visitors':
      return [`${change.kind}: ${change.from} has become ${change.to}`];
    case 'item-retention':
      return [`${named([change.item])} is kept ${change.to}, it was ${change.from}`];
    default:
      return [];
  }
}

/** Purposes that would be asked about again; none where nobody is asked. */
export function askedAnew(before: DesignSettings, now: DesignSettings): AskedAnew[] {
  const [old, fresh] = [before, now].map((each) => settingsInForce(each).settings.policy);
  if (!old || !fresh) return [];
  const [asked, terms] = [termsOf(old), termsOf(fresh)];
  return fresh.purposes
    .filter(({ id, basis }) => basis === 'consent' && !takesNoMore(asked, terms, id))
    .map(({ id, name }) => ({
      purpose: name ?? id,
      because: changesOf(asked, terms, id).flatMap((change) => inWords(change, fresh)),
    }));
}
