// When others are told: each change of what they may do once, all signals every time, and before anything is released.
import type { ConsentState } from '../choice/state.ts';
import { SERVICE } from '../gate/gate.ts';
import { servicesOf } from '../gate/hosts.ts';
import type { Wanted } from '../gate/missing.ts';
import type { PolicyTerms } from '../policy/policy.ts';
import { type Mapping, type Signals, signalsOf } from './mapping.ts';

/** One that is told the choice. What it throws stops nothing. */
export interface Receiver {
  /** Whether there is something to tell: a queue always is, a function of somebody's script comes with it. */
  isThere(): boolean;
  /** Says that nothing is granted while nobody has answered, where that has to be said, and nothing else. */
  before?(signals: Signals, state: ConsentState): void;
  tell(signals: Signals, state: ConsentState): void;
}

/** A mapping, and who it is for. */
export interface Addressee {
  readonly mapping: Mapping;
  readonly receiver: Receiver;
}

/** What it was told before anybody had answered. */
const NOT_YET = 'not yet';

/** The site's own function is told of every change, whatever it is about. */
const wordsOf = (signals: Signals, { purposes, services }: ConsentState, isOwn: boolean): string =>
  [signals, ...(isOwn ? [purposes, services] : [])]
    .flatMap((each) => Object.entries(each).flat())
    .join();

/** @param onFailure called with what a receiver threw. */
export function createTelling(
  addressees: readonly Addressee[],
  policy: PolicyTerms,
  onFailure: (mapping: Mapping, fault: unknown) => void,
) {
  const told = new Map<Mapping, string>();
  const failed = new Set<Mapping>();

  function tellOne({ mapping, receiver }: Addressee, state: ConsentState): void {
    const last = told.get(mapping);
    const signals = signalsOf(mapping, state);
    // An answer is told for what it is, a no as well: a wait ends with it. Where there is none, nothing is said twice.
    const isYet = state.decidedAt === null && (last === undefined || last === NOT_YET);
    const words = isYet ? NOT_YET : wordsOf(signals, state, mapping.receiver === 'custom');
    if (words === last || !receiver.isThere()) return;
    told.set(mapping, words);
    if (isYet) receiver.before?.(signals, state);
    else receiver.tell(signals, state);
    failed.delete(mapping);
  }

  return {
    /** Tells each what is new to it. Never throws. */
    tell(state: ConsentState): void {
      for (const addressee of addressees) {
        try {
          tellOne(addressee, state);
        } catch (fault) {
          failed.add(addressee.mapping);
          onFailure(addressee.mapping, fault);
        }
      }
    },

    /**
     * Whether what a script feeds has been told to stop: each service it names, or comes from, belongs to somebody
     * who was told. Of one that names a purpose alone nobody knows whom it feeds.
     */
    isTold({ ids, hosts }: Pick<Wanted, 'ids' | 'hosts'>): boolean {
      const fed = servicesOf(policy, hosts).map(({ id }) => id);
      for (const id of ids) if (id.startsWith(SERVICE)) fed.push(id.slice(SERVICE.length));
      return (
        !!fed[0] &&
        fed.every((id) =>
          addressees.some(
            ({ mapping }) =>
              told.has(mapping) &&
              !failed.has(mapping) &&
              mapping.services.some((service) => service.id === id),
          ),
        )
      );
    },
  };
}
