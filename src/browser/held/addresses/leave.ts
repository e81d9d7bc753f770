// Sends a frame away from its page without a step in the history.

/** @param onGone called once the frame is empty: its attribute can follow without another step. */
export function createLeaving(onGone: (frame: HTMLIFrameElement) => void) {
  /** Frames on their way out, each by the window that was told to go. */
  const leaving = new WeakMap<Element, Window | null>();
  return {
    has: (frame: Element): boolean => leaving.has(frame),
    leave(frame: HTMLIFrameElement): void {
      const page = frame.contentWindow;
      if (leaving.get(frame) === page) return;
      leaving.set(frame, page);
      const onLoad = (): void => {
        leaving.delete(frame);
        onGone(frame);
      };
      frame.addEventListener('load', onLoad, { once: true });
      page?.location.replace('about:blank');
    },
  };
}
