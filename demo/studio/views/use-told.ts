// What the studio's server tells of the built files, by name; nothing where it does not.
import { useEffect, useState } from 'preact/hooks';

export function useTold<T>(address: string): Readonly<Record<string, T>> {
  const [told, setTold] = useState<Readonly<Record<string, T>>>({});
  useEffect(() => {
    fetch(address)
      .then((response) => response.json() as Promise<Record<string, T>>)
      .then(setTold, () => console.warn(`Studio: ${address}: expected what the built files are`));
  }, [address]);
  return told;
}
