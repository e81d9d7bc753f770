// A frame as large as a window of its own, drawn at the scale that fits it into the room there is.
import type { RefObject } from 'preact';

interface Props {
  readonly frame: RefObject<HTMLIFrameElement | null>;
  readonly title: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scale: number;
  /** The one beside the controls. */
  readonly isLive?: boolean;
}

export const FrameWindow = ({ frame, title, size: { width, height }, scale, isLive }: Props) => (
  <div class="window" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
    <iframe
      ref={frame}
      title={title}
      data-live={isLive}
      style={{ width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` }}
    />
  </div>
);
