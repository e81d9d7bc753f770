// A frame with the notice in it, as wide as it says and scaled into the room there is; looked at all the time.
import { useEffect, useRef, useState } from 'preact/hooks';
import { follow } from '../live/follow.ts';
import { drawnIn, show } from '../live/frame.ts';
import { clear } from '../live/ground.ts';
import { colourIn, findingsIn } from '../live/measure.ts';
import { NOTHING_SEEN, type Seen } from '../live/seen.ts';
import { articleIn, directionOf } from '../model/article.ts';
import type { Design } from '../model/design.ts';
import { formsPage } from '../model/forms-page.ts';
import { pageOf } from '../model/page.ts';
import { TOKENS } from '../model/theme.ts';
import { FrameWindow } from './FrameWindow.tsx';
import { useScale } from './use-scale.ts';

/** What stands on the page behind the notice. */
export type Behind = 'article' | 'forms' | 'empty';

interface Props {
  readonly design: Design;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  readonly language: string;
  readonly page: Behind;
  onSeen(seen: Seen): void;
}

const STORE = 'live';
const LOOK_MS = 400;
/** While somebody types or drags. */
const SETTLED_MS = 250;

function coloursIn(frame: HTMLIFrameElement): Record<string, string> {
  const colours = TOKENS.filter(({ kind }) => kind === 'colour').map(({ name, carrier }) => [
    name,
    colourIn(frame, carrier),
  ]);
  return Object.fromEntries(colours.filter(([, colour]) => colour));
}

function markupOf({ design, scheme, language, page }: Props): string {
  return pageOf(design, {
    scheme,
    lang: language,
    dir: directionOf(language),
    body: page === 'forms' ? formsPage(design.settings.policy) : articleIn(language),
    isEmpty: page === 'empty',
  });
}

/** Begins the page anew whenever something but its tokens is another; what the widget says of it is told. */
function useShown(props: Props) {
  const { design, scheme, language, page } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const latest = useRef(props);
  latest.current = props;
  const begin = () => {
    if (!frame.current) return;
    const markup = () => markupOf(latest.current);
    show(frame.current, markup, { store: STORE }, (said) => setWarnings(said.warnings));
  };
  useEffect(() => {
    const later = setTimeout(() => {
      setWarnings([]);
      clear(STORE).then(begin, undefined);
    }, SETTLED_MS);
    return () => clearTimeout(later);
  }, [JSON.stringify(design.settings), scheme, language, page]);
  useEffect(() => follow(frame.current, design), [design.tokens]);
  return { frame, warnings };
}

export function LiveFrame(props: Props) {
  const { size, onSeen } = props;
  const { frame, warnings } = useShown(props);
  const { room, scale } = useScale(size);

  useEffect(() => {
    let before = '';
    const look = () => {
      if (!frame.current) return;
      const isAlive = drawnIn(frame.current, '[data-action]').length > 0;
      const findings = findingsIn(frame.current);
      const seen: Seen = isAlive
        ? { warnings, findings, colours: coloursIn(frame.current), isAlive }
        : { ...NOTHING_SEEN, warnings };
      const now = JSON.stringify(seen);
      if (now !== before) onSeen(seen);
      before = now;
    };
    const looking = setInterval(look, LOOK_MS);
    return () => clearInterval(looking);
  }, [warnings]);

  return (
    <div class="room" ref={room}>
      <FrameWindow isLive title="The notice on a page" {...{ frame, size, scale }} />
    </div>
  );
}
