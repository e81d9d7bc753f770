// Facts in the order they came, cut into phases by what was granted at the time.
import type { ConsentState } from '../core/state.ts';
import type { Fact } from './facts.ts';

/** What the helper needs of the widget's state. */
export type Grants = Pick<
  ConsentState,
  'decided' | 'purposes' | 'services' | 'source' | 'recordId'
>;

/** A time during which nothing changed in what was granted. */
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

export class Timeline {
  readonly #facts: Fact[] = [];
  readonly #phases: { from: number; phase: Phase }[] = [
    { from: 0, phase: { name: 'before the choice', grants: null, isSilent: true } },
  ];
  readonly #necessary = new Set(['necessary']);
  #press: number | null = null;

  /** A person pressed something. If it turns out to be an answer, what follows comes after it. */
  press(): void {
    this.#press = this.#facts.length;
  }

  add(fact: Fact): void {
    this.#facts.push(fact);
  }

  /** The widget told its state. */
  tell(grants: Grants): void {
    const { grants: before } = this.now;
    const isKnown = before && before.decided === grants.decided;
    if (isKnown && before.recordId === grants.recordId && same(before, grants)) return;
    // A tag is released before the change is told; the press was before both.
    const from = before ? (this.#press ?? this.#facts.length) : 0;
    this.#press = null;
    if (!before) this.#phases.pop();
    this.#phases.push({ from, phase: this.#phaseOf(grants) });
  }

  get now(): Phase {
    return (this.#phases.at(-1) as { phase: Phase }).phase;
  }

  /** Every fact with its phase, oldest first. */
  entries(): { fact: Fact; phase: Phase }[] {
    return this.#facts.map((fact, index) => {
      const found = this.#phases.findLast(({ from }) => from <= index);
      return { fact, phase: found?.phase ?? this.now };
    });
  }

  #phaseOf(grants: Grants): Phase {
    const { decided, source } = grants;
    if (!decided || DENIALS.has(source ?? '')) {
      for (const id of trueIn(grants.purposes)) this.#necessary.add(id);
    }
    const asked = grantedIds(grants).filter((id) => !this.#necessary.has(id));
    const chosen = `after choosing ${asked.join(', ') || 'nothing'}`;
    const name = decided ? (AFTER[source ?? ''] ?? chosen) : 'before the choice';
    return { name, grants, isSilent: asked.length === 0 };
  }
}

const same = (one: Grants, other: Grants): boolean =>
  grantedIds(one).toSorted().join() === grantedIds(other).toSorted().join();
