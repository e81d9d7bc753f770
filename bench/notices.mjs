// The notices that are measured: ours, and others set up as their own documentation has it, for the same two purposes.
const json = (value) => JSON.stringify(value);

/** Where a notice leaves its words to the site. */
const WORDS = 'We use cookies to count visits and to show videos and posts.';

const ours = (layout) => ({
  name: `Social9 Consent, ${layout}`,
  head: `<script src="/s9-consent.js" data-layout="${layout}" data-controller="The Daily Example" data-contact="privacy@daily.example" data-privacy-url="/privacy"></script>`,
  layer: 's9-consent .banner',
  refuse: 's9-consent [data-action="reject"]',
  purposes: ['To count visits', 'To show videos and posts'],
});

/** @returns the banner on a page in that language. */
const inLanguage = (lang) => ({
  ...ours('bar'),
  name: lang,
  lang,
  dir: lang === 'ar' ? 'rtl' : 'ltr',
});

export const OURS = ['bar', 'box', 'dialog'].map(ours);

/** The longest, and one from right to left. */
export const OURS_IN_LANGUAGES = ['de', 'fi', 'ar', 'el'].map(inLanguage);

export const PEERS = [
  {
    name: 'vanilla-cookieconsent 3.1.0',
    head: `<link rel="stylesheet" href="/peers/vanilla-cookieconsent/dist/cookieconsent.css">
<script type="module">import '/peers/vanilla-cookieconsent/dist/cookieconsent.umd.js';
CookieConsent.run(${json({
      hideFromBots: false,
      categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, social: {} },
      language: {
        default: 'en',
        translations: {
          en: {
            consentModal: {
              title: 'We use cookies',
              description: WORDS,
              acceptAllBtn: 'Accept all',
              acceptNecessaryBtn: 'Reject all',
              showPreferencesBtn: 'Manage Individual preferences',
            },
            preferencesModal: { sections: [] },
          },
        },
      },
    })})</script>`,
    layer: '#cc-main .cm',
    refuse: '#cc-main .cm [data-role="necessary"]',
    purposes: ['count visits', 'show videos and posts'],
  },
  {
    name: 'Orejime 3.2.1',
    head: `<link rel="stylesheet" href="/peers/orejime/dist/orejime-standard.css">
<script>window.orejimeConfig = ${json({
      privacyPolicyUrl: '/privacy',
      purposes: [
        { id: 'analytics', title: 'Visit statistics', cookies: [] },
        { id: 'social', title: 'Social media', cookies: [] },
      ],
    })}</script><script defer src="/peers/orejime/dist/orejime-standard-en.js"></script>`,
    layer: '.orejime-Banner',
    refuse: '.orejime-Banner-declineButton',
    purposes: ['Visit statistics', 'Social media'],
  },
  {
    name: 'Klaro 0.7.22',
    head: `<script>window.klaroConfig = ${json({
      version: 1,
      acceptAll: true,
      lang: 'en',
      privacyPolicy: '/privacy',
      services: [
        { name: 'statistics', title: 'Statistics', purposes: ['Visit statistics'] },
        { name: 'videos', title: 'Videos', purposes: ['Social media'] },
      ],
    })}</script><script defer src="/peers/klaro/dist/klaro.js"></script>`,
    layer: '.klaro .cookie-notice',
    refuse: '.klaro .cookie-notice .cn-decline',
    purposes: ['Visit statistics', 'Social media'],
  },
  {
    name: 'Osano cookieconsent 3.1.1',
    head: `<link rel="stylesheet" href="/peers/cookieconsent/build/cookieconsent.min.css">
<script src="/peers/cookieconsent/build/cookieconsent.min.js"></script>
<script type="module">cookieconsent.initialise(${json({
      type: 'opt-in',
      palette: { popup: { background: '#252e39' }, button: { background: '#14a7d0' } },
    })})</script>`,
    layer: '.cc-window',
    refuse: '.cc-window .cc-deny',
    purposes: ['count visits', 'show videos and posts'],
  },
];
