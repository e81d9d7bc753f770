// A state the widget can be met in: how it comes about, and the promise that is tested of it.

export type WindowId = 'desk' | 'phone' | 'narrow' | 'side' | 'zoomed';

export const WINDOWS: Readonly<
  Record<WindowId, { readonly width: number; readonly height: number }>
> = {
  desk: { width: 1040, height: 600 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 568 },
  side: { width: 844, height: 390 },
  // What is left of a window of 1280 × 800 at 400 %.
  zoomed: { width: 320, height: 200 },
};

/** What has to be on screen before a frame counts as alive. */
export type Expected =
  | 'banner'
  | 'dialog'
  | 'control'
  | 'placeholder'
  | 'form'
  | 'page'
  | 'remains';

/** What is done there; `yes` is left to a person, for no script can say it. */
export type Act = 'reject' | 'yes' | 'withdraw' | 'preferences' | 'data' | 'focus' | 'tab';

export interface State {
  readonly id: string;
  readonly title: string;
  /** What one sees, for somebody who is no developer. */
  readonly tells: string;
  /** Folder of e2e/promises in which this is tested. */
  readonly promise: string;
  readonly group: 'visits' | 'trouble' | 'eyes' | 'sizes' | 'views';
  readonly window: WindowId;
  readonly expects: Expected;
  /** The visit before: what was done then. */
  readonly earlier?: Act;
  /** The visit before asked less. */
  readonly askedLess?: true;
  readonly act?: Act;
  /** How the widget's files come; each names a line of the studio's server. */
  readonly line?: 'slow' | 'cut' | 'blocked';
  readonly language?: string;
  readonly scheme?: 'dark';
  readonly ground?: {
    readonly signal?: true;
    readonly isStorageRefused?: true;
    readonly hasForcedColours?: true;
    readonly showsFocus?: true;
  };
  readonly body?: 'frames' | 'form' | 'script';
  readonly purposes?: 'seven';
}
