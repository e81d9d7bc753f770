// Google Consent Mode v2: a default that nobody said is said, then all seven signals with every change.
import { gtag, queueOf, sayDenied } from '../denied.ts';
import { type CreateReceiver, found, inWords } from './receiver.ts';

/** What a page may have pushed: Arguments of commands, and messages of a tag manager. */
type Entry = {
  readonly 0?: unknown;
  readonly 1?: unknown;
  readonly 2?: { readonly wait_for_update?: unknown };
  readonly 'gtm.start'?: unknown;
} | null;

/** A queue that can be looked through; Google's own keeps the entries it has read. */
const pushed = (): readonly Entry[] => Array.from(queueOf('dataLayer') as unknown as Entry[]);

const isDefault = (entry: Entry): boolean => entry?.[0] === 'consent' && entry[1] === 'default';

/** From here on its tags have asked what is granted, and found nothing said. */
const isAsking = (entry: Entry): boolean =>
  entry?.[0] === 'config' || entry?.[0] === 'event' || entry?.['gtm.start'] !== undefined;

/** What Google Analytics runs under here: configured by the page, or by a tag manager. */
const analyticsIds = (): string[] =>
  [
    ...pushed().map((entry) => (entry?.[0] === 'config' ? String(entry[1]) : '')),
    ...Object.keys(found('google_tag_manager') ?? {}),
  ].filter((id) => /^(G|UA)-/.test(id));

/**
 * Denied, Analytics goes on to send, without cookies only. Its own switch, looked at before whatever it stores or sends,
 * ends that where a yes of this page is taken back; and whatever was switched off goes on with the next yes.
 */
function createSwitch() {
  const page = window as unknown as Record<string, boolean>;
  const off = new Set<string>();
  let wasOn = false;
  return (isOn: boolean): void => {
    if (wasOn && !isOn) for (const id of analyticsIds()) off.add(id);
    for (const id of off) page[`ga-disable-${id}`] = !isOn;
    if (isOn) off.clear();
    wasOn = isOn;
  };
}

/** For whoever waits for it in a tag manager. */
const UPDATED = { event: 's9_consent_update' };

export const createGoogle: CreateReceiver = ({ options }, isSaid) => {
  const before = pushed();
  const { wait_for_update: wait } = options;
  const known = before.find(isDefault)?.[2]?.wait_for_update;
  if (wait !== undefined && known !== undefined && known !== wait) {
    console.warn(
      `Social9 Consent: Google’s tags have been told to wait ${known} ms, not ${wait}: put data-wait-for-update="${wait}" on the tag`,
    );
  }
  // A second default is a fault of its own.
  if (!isSaid && !before.some(isDefault)) {
    if (before.some(isAsking)) {
      console.warn(
        'Social9 Consent: Google’s tags asked before they were told a default: put data-announce="google" on the tag, and the tag before theirs',
      );
    }
    sayDenied('google', wait);
  }
  gtag('set', 'ads_data_redaction', options.ads_data_redaction ?? true);
  if (options.url_passthrough) gtag('set', 'url_passthrough', true);
  const switchAnalytics = createSwitch();
  return {
    isThere: () => true,
    tell(signals) {
      // First, or the update itself would be sent.
      switchAnalytics(signals['analytics_storage'] === true);
      gtag('consent', 'update', inWords(signals, 'granted', 'denied'));
      queueOf('dataLayer').push({ ...UPDATED });
    },
  };
};
