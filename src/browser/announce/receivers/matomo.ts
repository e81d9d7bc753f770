// Matomo: asked to require consent before all else, then given it or not, for this page alone.
import { YES } from '../../../core/announce/mapping.ts';
import { queueOf } from '../denied.ts';
import type { CreateReceiver } from './receiver.ts';

export const createMatomo: CreateReceiver = () => {
  const say = (command: string): void => void queueOf('_paq').push([command]);
  say('requireConsent');
  return {
    isThere: () => true,
    // Not `rememberConsentGiven`: that would be a second store of the choice, and an endless one.
    tell: (signals) => say(signals[YES] ? 'setConsentGiven' : 'forgetConsentGiven'),
  };
};
