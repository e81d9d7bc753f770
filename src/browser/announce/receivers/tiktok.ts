// TikTok Pixel: held while nobody has answered, then granted or revoked. Each is a method, for its queue is no function.
import { YES } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

export const createTikTok: CreateReceiver = () =>
  called('ttq.grantConsent', {
    before: () => void callAt('ttq.holdConsent')?.(),
    tell: (signals) => void callAt(signals[YES] ? 'ttq.grantConsent' : 'ttq.revokeConsent')?.(),
  });
