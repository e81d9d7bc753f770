// A function of the page's own: called with the state, at once and with every change of it.
import type { ConsentState } from '../../../core/choice/state.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

export const createCustom: CreateReceiver = ({ call = '' }) => {
  const tell = (_signals: unknown, state: ConsentState): void => void callAt(call)?.(state);
  return called(call, { before: tell, tell });
};
