// The ground a frame stands on: storage of its own, and what a browser is like in the state that is shown.

export interface Ground {
  /** Names the frame's own storage; two frames of one name share it, as two pages of one site. */
  readonly store: string;
  /** Global Privacy Control is on. */
  readonly signal?: boolean;
  /** No database can be opened. */
  readonly isStorageRefused?: boolean;
  /** As a browser with forced colours draws; no page can turn these on. */
  readonly hasForcedColours?: boolean;
  /** Messages to `RECEIVER` are taken, in the frame itself: no server hears of them. */
  readonly hasReceiver?: boolean;
  /** Whatever shows the focus shows it on `data-focus-shown` too: a frame that has not the focus draws none. */
  readonly showsFocus?: boolean;
}

/** The address of a receiver that every frame can have for its own. */
export const RECEIVER = '/__studio/receiver';

export type View = Window & typeof globalThis;

/** Colours of a usual dark theme of high contrast. */
const FORCED: Readonly<Record<string, string>> = {
  Canvas: '#000',
  CanvasText: '#fff',
  LinkText: '#ff0',
  ButtonFace: '#000',
  ButtonText: '#fff',
  ButtonBorder: '#fff',
  Highlight: '#1aebff',
  HighlightText: '#000',
  GrayText: '#3ff23f',
};

/** What a browser does to every element by itself, where the colours are forced. */
const FORCING = `*, *::before, *::after { background-color: Canvas; color: CanvasText !important; border-color: CanvasText; box-shadow: none !important; text-shadow: none !important }
:host, .s9 { background-color: transparent } a { color: LinkText !important } :is(#forced, .s9) :is(button, button *) { background-color: ButtonFace !important; color: ButtonText !important; border-color: ButtonBorder !important }`;

const inForcedColours = (css: string): string =>
  Object.entries(FORCED).reduce(
    (text, [name, colour]) => text.replaceAll(new RegExp(`\\b${name}\\b`, 'gi'), colour),
    css.replaceAll(/@media\s*\(forced-colors:\s*active\)/g, '@media all') + FORCING,
  );

const withFocusShown = (css: string): string =>
  css.replaceAll(':focus-visible', ':is(:focus-visible,[data-focus-shown])');

/** What a frame's database or channel is called in the studio's own origin. */
export const nameIn = (store: string, name: string): string => `studio/${store}/${name}`;

/** The database under a name of the frame's own: the widget opens the one it always opens. */
function ownStorage({ IDBFactory, DOMException }: View, ground: Ground): void {
  const { store, isStorageRefused } = ground;
  const { open, deleteDatabase } = IDBFactory.prototype;
  IDBFactory.prototype.open = function openOwn(name, ...version) {
    if (isStorageRefused) throw new DOMException('denied', 'SecurityError');
    return open.call(this, nameIn(store, name), ...version);
  };
  IDBFactory.prototype.deleteDatabase = function deleteOwn(name) {
    return deleteDatabase.call(this, nameIn(store, name));
  };
}

function ownChannel(view: View, { store }: Ground): void {
  const { BroadcastChannel } = view;
  view.BroadcastChannel = class extends BroadcastChannel {
    constructor(name: string) {
      super(nameIn(store, name));
    }
  };
}

function ownReceiver(view: View): void {
  const { fetch, Response, URL, location } = view;
  view.fetch = (asked, ...rest) => {
    const { pathname } = new URL(asked instanceof view.Request ? asked.url : asked, location.href);
    return pathname === RECEIVER
      ? Promise.resolve(new Response('{}', { status: 200 }))
      : fetch.call(view, asked, ...rest);
  };
}

function ownSheets({ CSSStyleSheet }: View, { hasForcedColours, showsFocus }: Ground): void {
  const { replaceSync } = CSSStyleSheet.prototype;
  CSSStyleSheet.prototype.replaceSync = function replaceOwn(css) {
    const shown = showsFocus ? withFocusShown(css) : css;
    return replaceSync.call(this, hasForcedColours ? inForcedColours(shown) : shown);
  };
}

/** Before anything else of the page runs. */
export function lay(view: View, ground: Ground): void {
  ownStorage(view, ground);
  ownChannel(view, ground);
  ownSheets(view, ground);
  if (ground.hasReceiver) ownReceiver(view);
  Object.defineProperty(view.Navigator.prototype, 'globalPrivacyControl', {
    configurable: true,
    get: () => ground.signal === true,
  });
}

/** What was stored under a frame's name is gone: its next visit is a first one. */
export const clear = (store: string): Promise<void> =>
  new Promise((done) => {
    const request = indexedDB.deleteDatabase(nameIn(store, 's9-consent'));
    request.onsuccess = request.onerror = request.onblocked = () => done();
  });
