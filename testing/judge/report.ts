// All leaks in one message, for people: when, what, whose address, who asked, what to do.
import type { Leak } from './leak.ts';

const paragraph = ({ what, url, by, when, advice }: Leak, index: number): string =>
  [`${index + 1}. ${when}: ${what}`, url, by && `by ${by}`, `→ ${advice}`]
    .filter(Boolean)
    .join('\n     ');

export function report(title: string, leaks: readonly Leak[]): string {
  const count = leaks.length === 1 ? 'One thing' : `${leaks.length} things`;
  return [`${title} ${count} must not be:`, ...leaks.map(paragraph)].join('\n  ');
}
