// Meta Pixel: granted, or revoked. Its function is never made here: its own snippet would then load nothing.
import { type Signals, YES } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

export const createMeta: CreateReceiver = () => {
  const tell = (signals: Signals): void =>
    void callAt('fbq')?.('consent', signals[YES] ? 'grant' : 'revoke');
  return called('fbq', { before: tell, tell });
};
