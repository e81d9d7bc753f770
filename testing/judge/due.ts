// Whether a check is the right one for what is granted now: a wrong one is told, and would prove nothing.
import type { Expected } from '../declared/declared.ts';
import { type Grants, grantedIds, type Phase } from './phase.ts';

/** @throws Error when something is granted. */
export function assertSilenceIsDue({ grants, isSilent }: Phase): void {
  if (isSilent || !grants) return;
  const ids = grantedIds(grants).join(', ');
  throw new Error(`expectSilence(): granted are ${ids}. Use expectOnly() here`);
}

function assertKnown(id: string, { purposes, services }: Grants): void {
  const known = [
    ...Object.keys(purposes),
    ...Object.keys(services).map((name) => `service:${name}`),
  ];
  if (!known.includes(id)) {
    throw new TypeError(`expectOnly(): "${id}" is not in the page's policy: ${known.join(', ')}`);
  }
}

/** @throws Error when nothing is granted, TypeError when the table names an id nobody knows. */
export function assertGrantIsKnown({ grants, isSilent }: Phase, expected: Expected = {}): void {
  if (isSilent || !grants) {
    throw new Error('expectOnly(): nothing is granted. Use expectSilence() here');
  }
  for (const id of Object.keys(expected)) assertKnown(id, grants);
}
