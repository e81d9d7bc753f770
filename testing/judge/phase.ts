// A time during which nothing changed in what was granted, and what it is called.
import type { ConsentState } from '../../src/core/choice/state.ts';

/** What the helper needs of the widget's state. */
export type Grants = Pick<
  ConsentState,
  'decided' | 'purposes' | 'services' | 'source' | 'recordId'
>;

export interface Phase {
  /** In words: `before the choice`, `after reject`, … */
  readonly name: string;
  /** `null` while no widget has told of itself. */
  readonly grants: Grants | null;
  /** Nothing but what is necessary is granted. */
  readonly isSilent: boolean;
}

const AFTER: Readonly<Record<string, string>> = {
  'accept-all': 'after accept',
  'reject-all': 'after reject',
  withdraw: 'after withdrawal',
  signal: "under the browser's signal",
  expired: 'after the choice expired',
};

/** Sources of records in which everything still granted is necessary. */
const DENIALS: ReadonlySet<string> = new Set(['reject-all', 'withdraw']);

const trueIn = (values: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(values).filter((id) => values[id] === true);

/** Granted ids, as the contract writes them. */
export const grantedIds = ({ purposes, services }: Grants): string[] => [
  ...trueIn(purposes),
  ...trueIn(services).map((id) => `service:${id}`),
];

/** Purposes that nobody was asked about, as far as this state shows it. */
export const necessaryIn = ({ decided, source, purposes }: Grants): string[] =>
  !decided || DENIALS.has(source ?? '') ? trueIn(purposes) : [];

/** @param necessary purposes that count as silence. */
export function phaseOf(grants: Grants, necessary: ReadonlySet<string>): Phase {
  const asked = grantedIds(grants).filter((id) => !necessary.has(id));
  const chosen = `after choosing ${asked.join(', ') || 'nothing'}`;
  const name = grants.decided ? (AFTER[grants.source ?? ''] ?? chosen) : 'before the choice';
  return { name, grants, isSilent: asked.length === 0 };
}
