// Pinterest Tag: true or false; a false clears what it has stored.
import { type Signals, YES } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

export const createPinterest: CreateReceiver = () => {
  const tell = (signals: Signals): void => void callAt('pintrk')?.('setconsent', !!signals[YES]);
  return called('pintrk', { before: tell, tell });
};
