// social9-consent/preact: types of what pages write, for Preact's JSX. Its functions are those of ./react.
// oxlint-disable-next-line unicorn/require-module-specifiers -- what is added to has to be known
import type {} from 'preact';
import type { ConsentAttributes } from './markup.ts';

export type { ConsentAttributes };

declare module 'preact' {
  // biome-ignore lint/suspicious/noEmptyInterface: an interface is the one way to add to another's attributes.
  interface HTMLAttributes<RefType extends EventTarget = EventTarget> extends ConsentAttributes {}
}
