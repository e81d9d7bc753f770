// Which language the pages speak: all that the widget has words for.
import { nameOf, tagsIn } from '../../languages.ts';
import { useTold } from './use-told.ts';

interface Props {
  readonly value: string;
  onPick(language: string): void;
}

export function LanguagePicker({ value, onPick }: Props) {
  const tags = tagsIn(useTold<string>('/integrity.json'));
  return (
    <label class="language">
      <span>Language</span>
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {tags.map((tag) => (
          <option key={tag} value={tag}>
            {nameOf(tag)}
          </option>
        ))}
      </select>
    </label>
  );
}
