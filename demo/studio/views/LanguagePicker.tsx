// Which language the pages speak: all that the widget has words for.
import { useTold } from './use-told.ts';

interface Props {
  readonly value: string;
  onPick(language: string): void;
}

/** As its speakers write it; its tag where the browser does not know it. */
const nameOf = (tag: string): string =>
  new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? tag;

export function LanguagePicker({ value, onPick }: Props) {
  const files = useTold<string>('/integrity.json');
  const tags = Object.keys(files).flatMap((name) => /^locales\/(.+)\.json$/.exec(name)?.[1] ?? []);
  return (
    <label class="language">
      <span>Language</span>
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {['en', ...tags].map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
