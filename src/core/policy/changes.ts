// What changed materially in a purpose since it was last asked, so that a re-ask can say it (L-28, L-32).
import type { AskedPurpose, AskedTerms } from './terms.ts';

type ListKind = 'data' | 'recipients' | 'services' | 'parameters';
type ValueKind = 'retention' | 'controller' | 'processor' | 'ip' | 'visitors';

/** One material change; ids and durations as the policy has them. */
export type Change =
  | { readonly kind: 'purpose' }
  | { readonly kind: ListKind | `no-${ListKind}`; readonly items: readonly string[] }
  | { readonly kind: 'service-data'; readonly service: string; readonly items: readonly string[] }
  | { readonly kind: ValueKind; readonly from: string; readonly to: string }
  | {
      readonly kind: 'item-retention';
      readonly item: string;
      readonly from: string;
      readonly to: string;
    };

const without = (items: readonly string[], others: readonly string[]): string[] =>
  items.filter((item) => !others.includes(item));

const replaced = (kind: ValueKind, from: string, to: string): Change[] =>
  from === to ? [] : [{ kind, from, to }];

function added(kind: ListKind, before: readonly string[], now: readonly string[]): Change[] {
  const [more, fewer] = [without(now, before), without(before, now)];
  return [
    ...(more.length > 0 ? [{ kind, items: more } as const] : []),
    ...(fewer.length > 0 ? [{ kind: `no-${kind}`, items: fewer } as const] : []),
  ];
}

/** Items that were taken before and are kept for another time now; a new one is told as such. */
function retentions(old: AskedPurpose, fresh: AskedPurpose): Change[] {
  const own = ({ retention, retentions: each }: AskedPurpose, item: string) =>
    each?.[item] ?? retention;
  const isOwn = (item: string) => !!(old.retentions?.[item] ?? fresh.retentions?.[item]);
  return fresh.data
    .filter((item) => old.data.includes(item) && isOwn(item))
    .map((item) => ({ item, from: own(old, item), to: own(fresh, item) }))
    .filter(({ from, to }) => from !== to)
    .map((change) => ({ kind: 'item-retention', ...change }));
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
    ...added('parameters', old.queryParameters ?? [], fresh.queryParameters ?? []),
    ...replaced('visitors', old.visitors ?? 'none', fresh.visitors ?? 'none'),
    ...replaced('retention', old.retention, fresh.retention),
    ...retentions(old, fresh),
    ...replaced('controller', before.controller, now.controller),
    ...replaced('processor', before.processor, now.processor),
    ...replaced('ip', before.ip, now.ip),
  ];
}
