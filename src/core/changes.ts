// What changed materially in a purpose since it was last asked, so that a re-ask can say it (L-28, L-32).
import type { AskedTerms } from './policy.ts';

/** One material change; ids and durations as the policy has them. */
export type Change =
  | { readonly kind: 'purpose' }
  | { readonly kind: 'data' | 'recipients' | 'services'; readonly items: readonly string[] }
  | {
      readonly kind: 'no-data' | 'no-recipients' | 'no-services';
      readonly items: readonly string[];
    }
  | { readonly kind: 'service-data'; readonly service: string; readonly items: readonly string[] }
  | {
      readonly kind: 'retention' | 'controller' | 'processor' | 'ip';
      readonly from: string;
      readonly to: string;
    };

const without = (items: readonly string[], others: readonly string[]): string[] =>
  items.filter((item) => !others.includes(item));

function replaced(
  kind: 'retention' | 'controller' | 'processor' | 'ip',
  from: string,
  to: string,
): Change[] {
  return from === to ? [] : [{ kind, from, to }];
}

function added<K extends 'data' | 'recipients' | 'services'>(
  kind: K,
  before: readonly string[],
  now: readonly string[],
): Change[] {
  const [more, fewer] = [without(now, before), without(before, now)];
  return [
    ...(more.length > 0 ? [{ kind, items: more } as const] : []),
    ...(fewer.length > 0 ? [{ kind: `no-${kind}`, items: fewer } as const] : []),
  ];
}

/** Changes of one purpose, those of the whole policy among them; empty when nothing material changed. */
export function changesOf(before: AskedTerms, now: AskedTerms, purposeId: string): Change[] {
  const [old, fresh] = [before.purposes[purposeId], now.purposes[purposeId]];
  if (!fresh) return [];
  // What ran unasked until now is as new to the person as what did not run.
  if (old?.basis !== fresh.basis) return [{ kind: 'purpose' }];
  const serviceData = Object.entries(fresh.services).flatMap(([service, data]): Change[] => {
    const items = without(data, old.services[service] ?? data);
    return items.length > 0 ? [{ kind: 'service-data', service, items }] : [];
  });
  return [
    ...added('data', old.data, fresh.data),
    ...added('recipients', old.recipients, fresh.recipients),
    ...added('services', Object.keys(old.services), Object.keys(fresh.services)),
    ...serviceData,
    ...replaced('retention', old.retention, fresh.retention),
    ...replaced('controller', before.controller, now.controller),
    ...replaced('processor', before.processor, now.processor),
    ...replaced('ip', before.ip, now.ip),
  ];
}
