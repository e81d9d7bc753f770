// PostHog: opted in or out. While nobody has answered nothing is said, for it would store that.
import { YES } from '../../../core/announce/mapping.ts';
import { type CreateReceiver, callAt, called } from './receiver.ts';

export const createPostHog: CreateReceiver = () => {
  const stop = (): void => void callAt('posthog.opt_out_capturing')?.();
  return called('posthog.opt_in_capturing', {
    // A yes of an earlier day must not outlive ours.
    before: () => void (callAt('posthog.has_opted_in_capturing')?.() === true && stop()),
    tell: (signals) =>
      signals[YES]
        ? // Without an event of its own: nothing is sent by announcing.
          void callAt('posthog.opt_in_capturing')?.({ captureEventName: false })
        : stop(),
  });
};
