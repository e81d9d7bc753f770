// Where the permanent control stands: a person moves it off what it covers, by any means there is.
import type { Corner } from '../../locales/locale.ts';
import { does } from '../elements/actions.ts';
import { Fold } from './Fold.tsx';
import type { PreferencesProps } from './props.ts';

/** Its distance from two edges: top, right, bottom, left. */
export const PLACES: readonly (readonly [corner: Corner, inset: string])[] = [
  ['top-left', '12px auto auto 12px'],
  ['top-right', '12px 12px auto auto'],
  ['bottom-left', 'auto auto 12px 12px'],
  ['bottom-right', 'auto 12px 12px auto'],
];

/** The permanent control, where it is on screen. */
export function controlIn(root: ShadowRoot): HTMLElement | null {
  const control = root.querySelector<HTMLElement>('[part=control]');
  return control?.getClientRects()[0] ? control : null;
}

/** The corner of the window that it is next to. */
export function cornerOf(control: Element): Corner {
  const { left, right, top, bottom } = control.getBoundingClientRect();
  const side = left + right < innerWidth ? 'left' : 'right';
  return top + bottom < innerHeight ? `top-${side}` : `bottom-${side}`;
}

export function Place({ corner, words }: PreferencesProps) {
  return (
    corner && (
      <Fold name={words.place}>
        <p class="quiet">{words.placeLasts}</p>
        <div class="places" dir="ltr">
          {PLACES.map(([each, inset]) => (
            <button
              key={each}
              type="button"
              class="plain"
              ref={(made) => void (made && does(made, 'place'))}
              data-action="place"
              data-inset={inset}
              aria-pressed={each === corner}
            >
              {words.places[each]}
            </button>
          ))}
        </div>
      </Fold>
    )
  );
}
