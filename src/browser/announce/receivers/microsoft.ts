// Microsoft Advertising (UET): three flat words, for the one signal that it looks at.
import { queueOf, sayDenied } from '../denied.ts';
import { type CreateReceiver, inWords } from './receiver.ts';

export const createMicrosoft: CreateReceiver = (_mapping, isSaid) => {
  if (!isSaid) sayDenied('microsoft');
  return {
    isThere: () => true,
    tell: (signals) =>
      void queueOf('uetq').push('consent', 'update', inWords(signals, 'granted', 'denied')),
  };
};
