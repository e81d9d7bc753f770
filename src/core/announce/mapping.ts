// Which signals of a receiver are granted: all that is listed for one, and nothing by a refused service.
import type { Grants } from '../choice/choice.ts';
import { isGranted, SERVICE } from '../gate/gate.ts';
import type { GoogleOptions } from './given.ts';
import type { ReceiverName } from './receivers.ts';

/** A service that a receiver is shown as, and the purpose it stands in. */
export interface ShownAs {
  readonly id: string;
  readonly purpose: string;
}

/** What one receiver is told, as read from a policy. */
export interface Mapping {
  readonly receiver: ReceiverName;
  /** Each of its signals with the ids it waits for; `true` waits for nothing, an empty list for ever. */
  readonly signals: Readonly<Record<string, readonly string[] | true>>;
  /** None for the site's own function. */
  readonly services: readonly ShownAs[];
  readonly options: GoogleOptions;
  /** Of `custom`: the function's name on `window`. */
  readonly call?: string;
}

/** Signal → granted. */
export type Signals = Readonly<Record<string, boolean>>;

/** The key of the one signal of a receiver that knows yes and no alone. */
export const YES = 'yes';

/** The receiver's services inside a purpose stand for it, as they do for an element that is marked with it. */
function isOpen(id: string, services: readonly ShownAs[], grants: Grants): boolean {
  let isOwn = false;
  for (const service of services) {
    if (service.purpose !== id) continue;
    if (!isGranted(grants, SERVICE + service.id)) return false;
    isOwn = true;
  }
  return isOwn || isGranted(grants, id);
}

/** A receiver none of whose services is allowed gets a no throughout. */
export function signalsOf({ signals, services }: Mapping, grants: Grants): Signals {
  const out: Record<string, boolean> = {};
  let isAllowed = false;
  // Loops, not methods of lists: one of the page's that finds everything would tell a yes nobody gave (F-40).
  for (const { id } of services) isAllowed ||= isGranted(grants, SERVICE + id);
  for (const name in signals) {
    const ids = signals[name];
    let isOn = ids === true || (isAllowed && !!ids?.[0]);
    if (ids !== true) for (const id of ids ?? []) isOn &&= isOpen(id, services, grants);
    out[name] = isOn;
  }
  return out;
}
