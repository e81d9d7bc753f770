// Browser-wide preferences: signal × earlier choice × setting → what is granted, and whether to ask.

import type { Settings } from '../settings/settings.ts';
import type { SignalsSeen } from './choice.ts';

/*
 * The published truth table for Global Privacy Control (S-01, L-43), per purpose; `grantsOf` in
 * choice.ts keeps it:
 *
 *   signal | third party | record made          | granted
 *   -------+-------------+----------------------+---------------------------
 *   off    | any         | any                  | as the record says
 *   on     | no          | any                  | as the record says
 *   on     | yes         | none                 | no
 *   on     | yes         | before the signal    | no: the signal is the newer word
 *   on     | yes         | while it was on      | as the record says: an explicit later yes
 */

/** Whether the notice may open by itself: not over a signal, unless the Customer still asks. */
export const maySpeak = (signals: SignalsSeen, setting: Settings['gpc']): boolean =>
  !signals.gpc || setting === 'ask';
