// How each view is looked at: window, light, language, policy, look.

/** Seven purposes, as a magazine with many partners has them. */
const SEVEN = Object.fromEntries(
  [
    ['maps', 'To show maps', ['Google']],
    ['audio', 'To play podcasts', ['Spotify', 'SoundCloud']],
    ['comments', 'To show what readers say', ['Disqus']],
    ['tests', 'To compare two versions of a page', ['Optimizely']],
    ['advertising', 'To choose advertisements by what you read', ['Criteo', 'Google', 'Taboola']],
  ].map(([id, aim, recipients]) => [id, { aim, recipients }]),
);

const purposes = Object.entries(SEVEN).map(([id, { aim, recipients }]) => ({
  id,
  name: aim.slice('To '.length),
  aim,
  why: `${aim}. Whoever receives the data uses it under its own privacy policy.`,
  data: ['ip', 'browser', 'page'],
  basis: 'consent',
  recipients,
  retention: 'P13M',
  services: [],
}));

/** Words without a place to break, and names of every direction. */
const LONG = {
  controller: {
    name: 'Süddeutsche Donaudampfschifffahrtsgesellschaftskapitänszeitung صحيفة النهر',
    contact: 'privacy@daily.example',
    privacyUrl: '/privacy',
  },
  purposes: [
    {
      ...purposes[0],
      id: 'long',
      name: 'Reichweitenmessungsergebnisauswertung',
      aim: 'Um Reichweitenmessungsergebnisauswertungen und Werbewirksamkeitsuntersuchungen vorzunehmen',
      recipients: ['Rundfunkbeitragsservicezentralverwaltung', 'شركة القياس', 'Μετρήσεις Α.Ε.'],
      retention: 'P1Y11M30D',
    },
  ],
};

const desk = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

/**
 * `settings` are laid over the page's; `look` needs ready themes; `textSize` is the browser's own, in pixels;
 * `only` is how the names of the views begin that a variant is for.
 */
export const VARIANTS = [
  { name: 'desk', viewport: desk },
  { name: 'desk-dark', viewport: desk, colorScheme: 'dark' },
  { name: 'desk-right-to-left', viewport: desk, lang: 'ar' },
  { name: 'desk-box', viewport: desk, settings: { layout: 'box' }, only: 'banner' },
  { name: 'desk-dialog', viewport: desk, settings: { layout: 'dialog' }, only: 'banner' },
  { name: 'desk-top', viewport: desk, settings: { position: 'top' }, only: 'banner' },
  { name: 'phone', viewport: phone },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
  { name: 'phone-right-to-left', viewport: phone, lang: 'ar' },
  { name: 'phone-german', viewport: phone, lang: 'de' },
  { name: 'phone-finnish', viewport: phone, lang: 'fi', only: 'banner' },
  { name: 'phone-greek', viewport: phone, lang: 'el', only: 'banner' },
  { name: 'small-phone', viewport: { width: 360, height: 640 } },
  { name: 'on-its-side', viewport: { width: 844, height: 390 } },
  { name: '320x256', viewport: { width: 320, height: 256 } },
  { name: 'zoom-400', viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 },
  { name: 'text-200', viewport: phone, textSize: 32 },
  { name: 'seven-purposes', viewport: phone, settings: { policy: { purposes } } },
  { name: 'desk-seven-purposes', viewport: desk, settings: { policy: { purposes } } },
  { name: 'longest-words', viewport: phone, settings: { policy: LONG } },
  { name: 'desk-longest-words', viewport: desk, settings: { policy: LONG } },
  { name: 'forced-colours', viewport: phone, forcedColors: 'active' },
  ...['paper', 'ink', 'soft', 'plain'].flatMap((look) => [
    { name: look, viewport: phone, look, settings: { look } },
    { name: `${look}-dark`, viewport: phone, look, settings: { look }, colorScheme: 'dark' },
  ]),
];
