// A line being typed: it stays as it is typed, whatever is drawn anew meanwhile.
import { useState } from 'preact/hooks';

interface Props {
  readonly value: string;
  readonly isLong?: boolean | undefined;
  readonly class?: string;
  readonly placeholder?: string | undefined;
  readonly spellcheck?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  /** Told at every letter. */
  onCommit(value: string): void;
}

export function Draft({ value, isLong, onCommit, ...rest }: Props) {
  const [draft, setDraft] = useState<string | null>(null);
  const given = {
    ...rest,
    value: draft ?? value,
    onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) => {
      setDraft(currentTarget.value);
      onCommit(currentTarget.value);
    },
    onBlur: () => setDraft(null),
  };
  // A text area takes the same; its type in JSX has another element.
  if (isLong) return <textarea rows={3} {...(given as object)} />;
  return <input type="text" {...given} />;
}
