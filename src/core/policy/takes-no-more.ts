// Whether a policy takes no more than was asked: then nobody is asked again (L-28).
import { isLonger } from './longer.ts';
import type { AskedPurpose, AskedTerms } from './policy.ts';

/** Visits told apart, and IP addresses handled: each word is more than those before it. */
const ORDER = ['none', 'visit', 'id', 'dropped', 'truncated', 'kept'];

const isNoMore = (now = 'none', before = 'none'): boolean =>
  ORDER.indexOf(now) <= ORDER.indexOf(before);

const areAmong = (now: readonly string[] = [], before: readonly string[] = []): boolean =>
  now.every((item) => before.includes(item));

const retentionOf = ({ retention, retentions }: AskedPurpose, item: string): string =>
  retentions?.[item] ?? retention;

/**
 * Whether a purpose takes no more than was asked of it. Terms that cannot be compared, in a record that
 * somebody has tampered with, count for nothing.
 */
export function takesNoMore(asked: AskedTerms, now: AskedTerms, purposeId: string): boolean {
  try {
    const [old, fresh] = [asked.purposes[purposeId], now.purposes[purposeId]];
    return (
      !!old &&
      !!fresh &&
      old.basis === fresh.basis &&
      asked.controller === now.controller &&
      asked.processor === now.processor &&
      isNoMore(now.ip, asked.ip) &&
      isNoMore(fresh.visitors, old.visitors) &&
      areAmong(fresh.data, old.data) &&
      areAmong(fresh.recipients, old.recipients) &&
      areAmong(fresh.queryParameters, old.queryParameters) &&
      areAmong(Object.keys(fresh.services), Object.keys(old.services)) &&
      Object.keys(fresh.services).every((id) => areAmong(fresh.services[id], old.services[id])) &&
      !isLonger(fresh.retention, old.retention) &&
      fresh.data.every((item) => !isLonger(retentionOf(fresh, item), retentionOf(old, item)))
    );
  } catch {
    return false;
  }
}
