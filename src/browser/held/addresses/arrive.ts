// Where an address is taken and given back in one go, Firefox may end at the empty page in between.

/** Sends a frame on to its address if its next page is an empty one, without a step in the history. */
export function sendOn(frame: HTMLIFrameElement, address: string): void {
  const onLoad = (): void => {
    const isEmpty = frame.contentDocument?.URL === 'about:blank';
    if (isEmpty && frame.getAttribute('src') === address) {
      frame.contentWindow?.location.replace(frame.src);
    }
  };
  frame.addEventListener('load', onLoad, { once: true });
}
