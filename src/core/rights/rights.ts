// What the End-User has a right to: a receipt, a copy of all that is kept here, its erasure (L-27).

import type { History } from '../choice/history.ts';
import type { Clock } from '../clock.ts';
import type { Consent } from '../consent.ts';
import type { KantaraReceipt } from '../receipt/kantara.ts';
import type { Receipt } from '../receipt/receipt.ts';
import type { Settings } from '../settings/settings.ts';
import type { Outgoing } from '../telemetry/outside.ts';
import type { Erased, Exported } from './exported.ts';

/** A receipt's form, or what it is of; that of all records where nothing is said. */
export type ReceiptOf = 'kantara' | { readonly collection: string };

export interface Rights {
  receipt(of?: ReceiptOf): Promise<Receipt | KantaraReceipt | null>;
  export(): Promise<Exported>;
  erase(): Promise<Erased>;
}

/** What the rights need of the running widget. */
export interface RightsHost {
  readonly settings: Settings;
  readonly ports: {
    readonly history: History;
    readonly clock: Clock;
    readonly origin: string;
    readonly outgoing: Outgoing;
    readonly tabs: { tell(): void };
  };
  readonly consent: Pick<Consent, 'collections' | 'on' | 'state' | 'withdraw'>;
}

export type CreateRights = (host: RightsHost) => Rights;
