// WP Consent API: opt-in, then allow or deny by category, on each page anew, for its own cookies live a month.
import type { Signals } from '../../../core/announce/mapping.ts';
import { own } from '../../../core/own.ts';
import { type CreateReceiver, callAt, called, inWords } from './receiver.ts';

/** Cookies it keeps what it was told in; the notice names them. */
export const WORDPRESS_COOKIES = { name: 'wp_consent_*', lifetime: 'P30D' };

const set = (category: string, word: string): void =>
  void callAt('wp_set_consent')?.(category, word);

export const createWordPress: CreateReceiver = () => {
  // Without a type everything counts as granted.
  Object.assign(window, { wp_consent_type: 'optin' });
  own(document).dispatchEvent(new CustomEvent('wp_consent_type_defined'));
  return called('wp_set_consent', {
    // It stores what it is told. Where nobody has answered only a yes of an earlier day has to go.
    before(signals: Signals) {
      for (const name in signals) if (callAt('wp_has_consent')?.(name)) set(name, 'deny');
    },
    tell(signals) {
      set('functional', 'allow');
      for (const [name, word] of Object.entries(inWords(signals, 'allow', 'deny'))) set(name, word);
    },
  });
};
