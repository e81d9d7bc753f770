// Brings a frame into a state: the visit before, what was done there, the visit itself; then says whether it lives.
import type { Design } from '../model/design.ts';
import type { Act, Expected, State } from '../model/state.ts';
import { earlierMarkup, markupOf, PLACEHOLDERS } from '../model/state-page.ts';
import { consentIn, drawnIn, pageIn, show, until, viewOf } from './frame.ts';
import { clear, type Ground } from './ground.ts';

export type Progress =
  | { readonly is: 'waiting' | 'alive' }
  /** Only a person can say yes. */
  | { readonly is: 'person' }
  | { readonly is: 'dead'; readonly why: string };

/** Many frames begin beside each other, on a slow machine too. */
const LIMIT_MS = 90_000;
const PERSON_MS = 3_600_000;

const isSeen: Readonly<Record<Expected, (frame: HTMLIFrameElement) => boolean>> = {
  banner: (frame) => drawnIn(frame, '[part~="banner"] [data-action="reject"]').length > 0,
  dialog: (frame) => drawnIn(frame, 'dialog[open]').length > 0,
  control: (frame) => drawnIn(frame, '[part~="control"]').length > 0,
  placeholder: (frame) =>
    [...(pageIn(frame)?.querySelectorAll('iframe') ?? [])].filter((held) =>
      held.contentDocument?.querySelector('s9-placeholder'),
    ).length === PLACEHOLDERS,
  form: (frame) =>
    !!pageIn(frame)?.querySelector('[data-consent-notice]')?.shadowRoot?.childElementCount,
  page: (frame) => !!consentIn(frame),
  remains: (frame) => drawnIn(frame, '[part~="remains"]').length > 0,
};

/** What a frame opens takes the focus; the studio's own stays where it was. */
function keepFocus(act: () => unknown): void {
  const before = document.activeElement;
  act();
  if (document.activeElement !== before && before instanceof HTMLElement) {
    before.focus({ preventScroll: true });
  }
}

const ACTS: Readonly<Record<Act, (frame: HTMLIFrameElement) => unknown>> = {
  reject: (frame) => consentIn(frame)?.reject(),
  withdraw: (frame) => consentIn(frame)?.withdraw(),
  preferences: (frame) => consentIn(frame)?.open('preferences'),
  data: (frame) => consentIn(frame)?.open('data'),
  yes: () => undefined,
  // Placeholders come once somebody is near, and this frame may be far down the board.
  tab: (frame) => viewOf(frame)?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab' })),
  focus: (frame) =>
    drawnIn(frame, '[part~="banner"] [data-action="reject"]')[0]?.setAttribute(
      'data-focus-shown',
      '',
    ),
};

async function loaded(frame: HTMLIFrameElement): Promise<boolean> {
  const consent = await until(() => consentIn(frame), LIMIT_MS);
  await consent?.ready;
  return !!consent;
}

/** The answer of the visit before is kept. */
async function answered(frame: HTMLIFrameElement, act: Act, limitMs: number): Promise<boolean> {
  if (!(await loaded(frame))) return false;
  ACTS[act](frame);
  return !!(await until(() => consentIn(frame)?.state.recordId, limitMs));
}

const dead = (why: string): Progress => ({ is: 'dead', why });

async function visitBefore(
  frame: HTMLIFrameElement,
  state: State,
  design: () => Design,
  tell: (progress: Progress) => void,
): Promise<boolean> {
  const { earlier, id } = state;
  if (!earlier) return true;
  show(frame, () => earlierMarkup(state, design()), { store: id });
  if (earlier === 'yes') {
    const asks = await until(() => isSeen.banner(frame), LIMIT_MS);
    if (!asks) return false;
    tell({ is: 'person' });
  }
  return answered(frame, earlier, earlier === 'yes' ? PERSON_MS : LIMIT_MS);
}

/**
 * Never rejects.
 */
export async function play(
  frame: HTMLIFrameElement,
  state: State,
  design: () => Design,
  tell: (progress: Progress) => void,
): Promise<Progress> {
  const { id, ground, expects, act, earlier } = state;
  const own: Ground = { store: id, ...ground };
  tell({ is: 'waiting' });
  await clear(id);
  if (!(await visitBefore(frame, state, design, tell))) {
    return dead('the visit before it did not come to an end');
  }
  tell({ is: 'waiting' });
  // What was released by the yes is still running: what remains of it is said on this very page.
  const isSameVisit = act === 'withdraw' && earlier === 'yes';
  if (!isSameVisit) show(frame, () => markupOf(state, design()), own);
  if (!(await loaded(frame))) return dead('the tag did not come');
  const opensFrom = act === 'focus' ? 'banner' : 'page';
  if (!(await until(() => isSeen[opensFrom](frame), LIMIT_MS))) return dead('no banner came');
  if (act) keepFocus(() => ACTS[act](frame));
  const lives = await until(() => isSeen[expects](frame), LIMIT_MS);
  return lives ? { is: 'alive' } : dead(`expected to see: ${expects}`);
}

/** Files of the widget that a frame has fetched, by name. */
export const fetchedIn = (frame: HTMLIFrameElement): string[] => {
  const entries = viewOf(frame)?.performance.getEntriesByType('resource') ?? [];
  const names = entries.map(
    ({ name }) => /\/(s9-[\w-]+\.js|locales\/[\w-]+\.json)(\?|$)/.exec(name)?.[1] ?? '',
  );
  return [...new Set(names.filter(Boolean))];
};
