// Facts in the order they came, cut into phases by what was granted at the time.
import type { Fact } from '../facts/fact.ts';
import { type Grants, grantedIds, necessaryIn, type Phase, phaseOf } from './phase.ts';

/** A fact, and the phase it fell into. */
export interface Entry {
  readonly fact: Fact;
  readonly phase: Phase;
}

export class Timeline {
  readonly #facts: Fact[] = [];
  readonly #phases: { from: number; phase: Phase }[] = [
    { from: 0, phase: { name: 'before the choice', grants: null, isSilent: true } },
  ];
  readonly #necessary = new Set(['necessary']);
  readonly #retracted = new Set<Fact>();
  #press: number | null = null;

  /** A person pressed something. If it turns out to be an answer, what follows comes after it. */
  press(): void {
    this.#press = this.#facts.length;
  }

  add(fact: Fact): void {
    this.#facts.push(fact);
  }

  /** It did not come about after all. Those that came later keep their phase. */
  retract(fact: Fact): void {
    this.#retracted.add(fact);
  }

  /** The widget told its state. */
  tell(grants: Grants): void {
    const { grants: before } = this.now;
    if (before && isSame(before, grants)) return;
    // A tag is released before the change is told; the press was before both.
    const from = before ? (this.#press ?? this.#facts.length) : 0;
    this.#press = null;
    for (const id of necessaryIn(grants)) this.#necessary.add(id);
    this.#phases.push({ from, phase: phaseOf(grants, this.#necessary) });
  }

  get now(): Phase {
    return (this.#phases.at(-1) as { phase: Phase }).phase;
  }

  /** Every fact with its phase, oldest first. */
  entries(): Entry[] {
    const entries = this.#facts.map((fact, index) => {
      const found = this.#phases.findLast(({ from }) => from <= index);
      return { fact, phase: found?.phase ?? this.now };
    });
    return entries.filter(({ fact }) => !this.#retracted.has(fact));
  }
}

const sortedIds = (grants: Grants): string => grantedIds(grants).toSorted().join();

const isSame = (one: Grants, other: Grants): boolean =>
  one.decided === other.decided &&
  one.recordId === other.recordId &&
  sortedIds(one) === sortedIds(other);
