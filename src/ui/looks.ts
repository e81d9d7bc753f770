// The ready themes: a few tokens each, under whatever the page sets.
import type { Settings } from '../core/settings/settings.ts';

/** What a Customer can set, as `--s9-…`. */
export type Token =
  | 'surface'
  | 'accent'
  | 'radius'
  | 'corner'
  | 'font'
  | 'text-size'
  | 'space'
  | 'shadow';

export type Look = Readonly<Partial<Record<Token, string>>>;

export const LOOKS: Readonly<Record<Settings['look'], Look>> = {
  standard: {},
  /** Printed: warm, a bookish face, hardly a corner rounded. */
  paper: {
    surface: 'light-dark(#fbf6ea,#25201a)',
    accent: 'light-dark(#59391d,#e6c596)',
    radius: '6px',
    corner: '3px',
    font: 'Georgia,"Liberation Serif",serif',
  },
  /** The page turned inside out, and bold. */
  ink: {
    surface: 'light-dark(#15171c,#f6f4ee)',
    accent: 'light-dark(#ffd84d,#15171c)',
    radius: '12px',
    corner: '6px',
  },
  /** Round, and with a tint. */
  soft: {
    surface: 'light-dark(#f3f1fd,#211f31)',
    accent: 'light-dark(#4c43c4,#bcb5ff)',
    radius: '28px',
    corner: '22px',
    font: 'ui-rounded,system-ui',
  },
  /** As a browser without styles would. */
  plain: {
    surface: 'Canvas',
    accent: 'CanvasText',
    radius: '0px',
    corner: '0px',
    font: 'system-ui',
    shadow: '0 0',
  },
};
