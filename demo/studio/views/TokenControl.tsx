// A token as the control that fits what it is; empty, it follows the look.
import { hexOf, rgbaOf } from '../live/colour.ts';
import type { Token } from '../model/tokens.ts';
import { Draft } from './Draft.tsx';

interface Props {
  readonly token: Token;
  /** Empty where it is not set. */
  readonly value: string;
  /** What is drawn now, as a colour. */
  readonly drawn: string | null;
  onChange(value: string | undefined): void;
}

const FONTS = [
  'system-ui',
  'Georgia, "Liberation Serif", serif',
  '"Helvetica Neue", "Liberation Sans", Arial, sans-serif',
  'ui-rounded, system-ui',
  'ui-monospace, "Liberation Mono", monospace',
];

const titleOf = (name: string): string => {
  const words = name.replace('--s9-', '').replaceAll('-', ' ');
  return (words[0] ?? '').toUpperCase() + words.slice(1);
};

const unitOf = (length: string): string => /[a-z%]+$/.exec(length)?.[0] ?? '';

function Slider({ token, value, onChange, label }: Props & { readonly label: string }) {
  const { least = '0px', most = '32px', fallback } = token;
  const unit = unitOf(most);
  const now = unitOf(value || fallback) === unit ? value || fallback : fallback;
  return (
    <input
      type="range"
      aria-label={label}
      min={Number.parseFloat(least)}
      max={Number.parseFloat(most)}
      step={unit === 'em' ? 0.005 : 1}
      value={Number.parseFloat(now)}
      aria-valuetext={value || `${fallback}, not set`}
      onInput={({ currentTarget }) => onChange(currentTarget.value + unit)}
    />
  );
}

/** What stands before the field: one for each kind. */
function Handle(props: Props) {
  const { token, value, drawn, onChange } = props;
  const label = `${titleOf(token.name)}: ${token.meaning}`;
  switch (token.kind) {
    case 'colour':
      return (
        <input
          type="color"
          aria-label={label}
          value={hexOf(rgbaOf(drawn ?? '#fff'))}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'length':
      return <Slider {...props} label={label} />;
    case 'font':
      return (
        <select
          aria-label={label}
          value={FONTS.includes(value) ? value : ''}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        >
          <option value="">{value && !FONTS.includes(value) ? 'Your own' : 'Of the look'}</option>
          {FONTS.map((font) => (
            <option key={font} value={font}>
              {font.split(',')[0]?.replaceAll('"', '')}
            </option>
          ))}
        </select>
      );
    case 'switch':
      return (
        <label class="switch">
          <input
            type="checkbox"
            aria-label={label}
            checked={value !== 'none'}
            onChange={({ currentTarget }) => onChange(currentTarget.checked ? undefined : 'none')}
          />
          <span>{value === 'none' ? 'Off' : 'On'}</span>
        </label>
      );
  }
}

export function TokenControl(props: Props) {
  const { token, value, onChange } = props;
  const { name, meaning, kind, fallback, least } = token;
  const title = titleOf(name);
  return (
    <div class={`token token-${kind}`} data-token={name}>
      <div class="token-name">
        <b>{title}</b> <span class="quiet">{meaning}</span>
      </div>
      <Handle {...props} />
      <Draft
        class="value"
        spellcheck={false}
        aria-label={`${title}, as CSS`}
        placeholder={least || kind === 'font' ? fallback.split(',')[0] : 'as the look has it'}
        value={value}
        onCommit={(typed) => onChange(typed.trim() || undefined)}
      />
      <button
        type="button"
        class="clear"
        aria-label={`Clear ${title}`}
        disabled={value === ''}
        onClick={() => onChange(undefined)}
      >
        ×
      </button>
    </div>
  );
}
