// The pages of a state: what stands in them, and which policy they ask by.
import { ARTICLE, articleIn, directionOf } from './article.ts';
import { type Design, type DesignSettings, type GivenPolicy, settingsInForce } from './design.ts';
import { type PageOptions, pageOf } from './page.ts';
import type { State } from './state.ts';

/** Width and height: a size for each form that docs/theming.md has. */
const SIZES = [
  [560, 315],
  [600, 120],
  [300, 220],
  [180, 120],
  [100, 60],
  [64, 36],
] as const;

export const PLACEHOLDERS = SIZES.length;

const FRAMES = `<div style="display:flex;flex-wrap:wrap;gap:16px;align-items:start;width:94vw;margin-inline-start:calc(50% - 47vw)">${SIZES.map(
  ([width, height]) =>
    `<iframe data-consent="social" data-src="https://www.youtube-nocookie.com/embed/tide" title="How the ferry crosses" width="${width}" height="${height}" style="border:0"></iframe>`,
).join('')}</div>`;

const FORM = `<h1>Letters from the ferry house</h1><form><p><label>E-mail <input type="email" name="email" autocomplete="email"></label></p>
<div data-consent-notice="newsletter"></div><p><button type="submit">Subscribe</button></p></form>`;

const SCRIPT = `${ARTICLE}<script type="text/plain" data-consent="analytics">document.title = 'Counted'</script>`;

const BODIES = { frames: FRAMES, form: FORM, script: SCRIPT };

const MANY: readonly (readonly [string, string, readonly string[]])[] = [
  ['maps', 'To show maps', ['Google']],
  ['audio', 'To play podcasts', ['Spotify', 'SoundCloud']],
  ['comments', 'To show what readers say', ['Disqus']],
  ['tests', 'To compare two versions of a page', ['Optimizely']],
  ['chat', 'To answer you at once', ['Intercom']],
  ['fonts', 'To show the site’s letters', ['Adobe']],
  ['advertising', 'To choose advertisements by what you read', ['Criteo', 'Google', 'Taboola']],
];

const SEVEN = MANY.map(([id, aim, recipients]) => ({
  id: `studio-${id}`,
  name: aim.slice('To '.length),
  aim,
  why: `${aim}. Whoever receives the data uses it under its own privacy policy.`,
  data: ['ip', 'browser', 'page'],
  basis: 'consent' as const,
  recipients,
  retention: 'P13M',
}));

const withPolicy = (design: Design, policy: GivenPolicy): Design => ({
  ...design,
  settings: { ...design.settings, policy },
});

type Given = NonNullable<GivenPolicy['purposes']>[number];

/** The design's policy with these over its purposes of the same id. */
function withPurposes(design: Design, purposes: readonly Given[]): Design {
  const { policy } = design.settings;
  const given = policy.purposes ?? [];
  const over = given.map((one) => ({ ...one, ...purposes.find(({ id }) => id === one.id) }));
  const added = purposes.filter(({ id }) => !given.some((one) => one.id === id));
  return withPolicy(design, { ...policy, purposes: [...over, ...added] as readonly Given[] });
}

/** What asked less: each purpose took one data item, of one recipient fewer. */
export function askedLess(design: Design): Design {
  const { purposes } = settingsInForce(design.settings).settings.policy;
  const less = purposes
    .filter(({ basis }) => basis === 'consent')
    .map(({ id, data }) => ({ id, data: data.slice(0, 1) }));
  return withPurposes(design, less);
}

/** A newsletter's notice is the default policy's where the design has none. */
const withNewsletter = ({ policy }: DesignSettings): GivenPolicy => ({
  ...policy,
  collections: { newsletter: {}, ...policy.collections },
});

function designOf({ body, purposes }: State, design: Design): Design {
  if (purposes === 'seven') {
    const asking = settingsInForce(design.settings).settings.policy.purposes.length - 1;
    return withPurposes(design, SEVEN.slice(0, Math.max(0, 7 - asking)));
  }
  return body === 'form' ? withPolicy(design, withNewsletter(design.settings)) : design;
}

function optionsOf({ language, scheme, body, line }: State): PageOptions {
  return {
    body: body ? BODIES[body] : articleIn(language),
    dir: directionOf(language),
    ...(language && { lang: language }),
    ...(scheme && { scheme }),
    ...(line && { tag: `/__studio/line/${line}/s9-consent.js` }),
  };
}

/** The page of the state itself. */
export const markupOf = (state: State, design: Design): string =>
  pageOf(designOf(state, design), optionsOf(state));

/** The page of the visit before it, over a good line. */
export function earlierMarkup(state: State, design: Design): string {
  const { line: _, ...before } = state;
  const own = designOf(state, design);
  return pageOf(state.askedLess ? askedLess(own) : own, optionsOf(before));
}
