// What each part of the words' bench has in hand: the policy, what is wrong with it, and the way to change it.
import type { DesignFault, GivenPolicy } from '../model/design.ts';

export interface Editing {
  readonly policy: GivenPolicy;
  readonly faults: readonly DesignFault[];
  /** @param by what is edited, where letters of one line are one step of undo. */
  edit(update: (policy: GivenPolicy) => GivenPolicy, by?: string): void;
}

/** Several in a line, as a person writes them. */
export const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);

const PICKED = ['data', 'services', 'consent'];

/** What is typed is one step of undo a line; what is picked, one a press. */
export function stepOf(id: string, members: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(members);
  return names.some((name) => PICKED.includes(name)) ? '' : `${id} ${names.join()}`;
}
