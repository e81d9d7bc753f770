// Four origins on four sites for one test: the site, the widget's files, a third party, a receiver.
import { type HostPage, serveHostPage } from './host-page.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { startThirdParty, type ThirdParty } from './third-party.ts';
import { serveWidgetFiles, type WidgetFiles } from './widget-files.ts';

export interface World {
  readonly host: HostPage;
  readonly widget: WidgetFiles;
  readonly thirdParty: ThirdParty;
  readonly receiver: Receiver;
  close(): Promise<void>;
}

/** `onContact` hears of everything that reaches the third party or the receiver. */
export async function startWorld(
  folder: string,
  onContact: (what: string) => void,
): Promise<World> {
  const [widget, thirdParty, receiver] = await Promise.all([
    serveWidgetFiles(),
    startThirdParty(onContact),
    startReceiver(onContact),
  ]);
  const host = await serveHostPage(folder, {
    widget: widget.origin,
    'third-party': thirdParty.origin,
    'third-party-host': thirdParty.host,
    'third-party-port': new URL(thirdParty.origin).port,
    receiver: receiver.origin,
  });
  const all = [host, widget, thirdParty, receiver];
  return {
    host,
    widget,
    thirdParty,
    receiver,
    close: async () => {
      await Promise.all(all.map((server) => server.close()));
    },
  };
}
