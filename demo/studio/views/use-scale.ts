// How much smaller a window has to be drawn to fit into the room there is.
import { useEffect, useRef, useState } from 'preact/hooks';

const LEAST = 0.1;

/** @param most a window at 400 % is drawn larger than it is. */
export function useScale(size: { readonly width: number; readonly height: number }, most = 1) {
  const room = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(0.5);
  useEffect(() => {
    if (!room.current) return undefined;
    const fit = () => {
      const { clientWidth = 0, clientHeight = 0 } = room.current ?? {};
      const byHeight = clientHeight > 0 ? clientHeight / size.height : 1;
      setScale(Math.max(LEAST, Math.min(most, clientWidth / size.width, byHeight)));
    };
    const observer = new ResizeObserver(fit);
    observer.observe(room.current);
    fit();
    return () => observer.disconnect();
  }, [size.width, size.height, most]);
  return { room, scale };
}
