// One of a few: radio buttons side by side.
interface Props<T extends string> {
  readonly name: string;
  readonly label: string;
  readonly value: T;
  /** Value and its label, in order. */
  readonly options: readonly (readonly [T, string])[];
  readonly isQuiet?: boolean;
  onPick(value: NoInfer<T>): void;
}

export function Segments<T extends string>({
  name,
  label,
  value,
  options,
  isQuiet,
  onPick,
}: Props<T>) {
  return (
    <fieldset class={isQuiet ? 'segments quiet-legend' : 'segments'}>
      <legend>{label}</legend>
      <div class="segments-row">
        {options.map(([option, words]) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              value={option}
              checked={option === value}
              onChange={() => onPick(option)}
            />
            <span>{words}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
