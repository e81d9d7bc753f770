// A control that does one thing, named by what it does.
import type { ComponentChildren } from 'preact';
import { does } from './actions.ts';

interface ButtonProps {
  /** What a press does; also its `part`. */
  readonly action: string;
  readonly class?: string;
  readonly label?: string;
  readonly children?: ComponentChildren;
}

export const Button = ({ action, label, ...rest }: ButtonProps) => (
  <button
    type="button"
    ref={(made) => void (made && does(made, action))}
    part={action}
    data-action={action}
    aria-label={label}
    {...rest}
  />
);
