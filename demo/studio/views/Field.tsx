// A line of words: its label, its budget, and what the widget says against it.
import type { DesignFault } from '../model/design.ts';
import { Draft } from './Draft.tsx';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  /** Characters that still read well in the banner; more are allowed, and said. */
  readonly budget?: number;
  readonly isLong?: boolean;
  /** Of this path. */
  readonly faults?: readonly DesignFault[];
  onChange(value: string | undefined): void;
}

export function Field({
  label,
  value,
  placeholder,
  budget,
  isLong,

  faults = [],
  onChange,
}: Props) {
  const length = [...value].length;
  const isOver = budget !== undefined && length > budget;
  return (
    <div class="field">
      <label>
        <span class="field-label">{label}</span>
        <Draft
          isLong={isLong}
          value={value}
          placeholder={placeholder}
          aria-invalid={faults.length > 0}
          onCommit={(typed) => onChange(typed.trim() === '' ? undefined : typed)}
        />
      </label>
      {budget !== undefined && length > 0 && (
        <p class={isOver ? 'hint over' : 'hint'}>
          {length} of {budget} characters{isOver && ': too long for one line'}
        </p>
      )}
      {faults.map(({ path, expected }) => (
        <p key={path} class="hint over" role="alert">
          {expected === 'to be given' ? 'Still missing' : `Refused: expected ${expected}`}
        </p>
      ))}
    </div>
  );
}
