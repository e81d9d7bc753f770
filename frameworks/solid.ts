// social9-consent/solid: types of what pages write, for Solid's JSX.
// oxlint-disable-next-line unicorn/require-module-specifiers -- what is added to has to be known
import type {} from 'solid-js';
import type { ConsentAttributes } from './markup.ts';

export type { ConsentAttributes };

declare module 'solid-js' {
  namespace JSX {
    // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's attributes.
    // oxlint-disable-next-line no-unused-vars -- it has to be declared as Solid does
    interface HTMLAttributes<T> extends ConsentAttributes {}
  }
}
