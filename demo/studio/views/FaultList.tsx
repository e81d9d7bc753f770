// What was wrong with something that was opened or pasted: each fault with its place.
import type { DesignFault } from '../model/design.ts';

interface Props {
  readonly title: string;
  readonly faults: readonly DesignFault[];
  onDismiss?(): void;
}

export function FaultList({ title, faults, onDismiss }: Props) {
  if (faults.length === 0) return null;
  return (
    <section class="faults" role="alert">
      <h2>{title}</h2>
      <ul>
        {faults.map(({ path, expected, came }) => (
          <li key={path + expected}>
            <code>{path}</code>: expected {expected}
            {came && (
              <>
                , came <code>{came}</code>
              </>
            )}
          </li>
        ))}
      </ul>
      {onDismiss && (
        <button type="button" class="button" onClick={onDismiss}>
          Go on with the last good design
        </button>
      )}
    </section>
  );
}
