// The stage: the real notice on a page, in a window of a chosen size, and what is seen of it.
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Seen } from '../live/seen.ts';
import type { Design } from '../model/design.ts';
import { LanguagePicker } from './LanguagePicker.tsx';
import { type Behind, LiveFrame } from './LiveFrame.tsx';
import { Segments } from './Segments.tsx';

const WINDOWS = {
  desk: { label: 'Desk', width: 1280, height: 800 },
  tablet: { label: 'Tablet', width: 820, height: 1100 },
  phone: { label: 'Phone', width: 390, height: 844 },
  narrow: { label: '320 px', width: 320, height: 568 },
} as const;
type WindowId = keyof typeof WINDOWS;
const WINDOW_OPTIONS = Object.entries(WINDOWS).map(
  ([id, { label }]) => [id as WindowId, label] as const,
);

/** How the page around the notice is. */
interface Around {
  readonly windowId: WindowId;
  readonly scheme: 'light' | 'dark';
  readonly language: string;
  readonly page: Behind;
}

const FIRST_AROUND: Around = {
  windowId: 'desk',
  scheme: 'light',
  language: 'en',
  page: 'article',
};

const CHOICES = [
  ['windowId', 'Window', WINDOW_OPTIONS],
  [
    'scheme',
    'Page',
    [
      ['light', 'Light'],
      ['dark', 'Dark'],
    ],
  ],
  [
    'page',
    'Behind it',
    [
      ['article', 'Article'],
      ['forms', 'Your forms'],
      ['empty', 'Empty'],
    ],
  ],
] as const;

interface Props {
  readonly design: Design;
  /** What is being edited, and so is wanted on the page; another can be picked. */
  readonly behind?: Behind;
  onSeen(seen: Seen): void;
  readonly children?: ComponentChildren;
}

export function Stage({ design, behind = 'article', onSeen, children }: Props) {
  const [around, setAround] = useState(FIRST_AROUND);
  useEffect(() => setAround((now) => ({ ...now, page: behind })), [behind]);
  const { windowId, ...rest } = around;
  return (
    <section class="stage" aria-label="The notice, live">
      <div class="stage-tools">
        {CHOICES.map(([name, label, options]) => (
          <Segments
            key={name}
            isQuiet
            name={name}
            label={label}
            value={around[name] as string}
            options={options as readonly (readonly [string, string])[]}
            onPick={(value) => setAround({ ...around, [name]: value })}
          />
        ))}
        <LanguagePicker
          value={around.language}
          onPick={(language) => setAround({ ...around, language })}
        />
      </div>
      <LiveFrame design={design} size={WINDOWS[windowId]} {...rest} onSeen={onSeen} />
      {children}
    </section>
  );
}
