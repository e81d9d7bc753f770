// The policy that is enforced here, and the command that writes it as a Content Security Policy.
import { run } from '../../support/command.ts';
import { expect } from '../../support/fixture.ts';
import type { World } from '../../support/world.ts';

/** One service, whose host is the third party; the other names of its machine nobody declares. */
export const policyFor = ({ thirdParty }: World) => ({
  purposes: [
    {
      id: 'social',
      recipients: ['Video House'],
      services: [
        {
          id: 'video',
          name: 'Video House',
          hosts: [new URL(thirdParty.origin).host],
          data: ['ip', 'page'],
        },
      ],
    },
  ],
});

/** The same machine under a name that the policy does not have. */
export const undeclaredOrigin = ({ thirdParty }: World): string =>
  thirdParty.origin.replace('video.localhost', 'other.localhost');

/** Standard output of `social9-consent csp` for it. */
export async function written(world: World, ...options: readonly string[]): Promise<string> {
  const settings = { policy: policyFor(world), endpoint: `${world.receiver.origin}/v1/logs` };
  const own = ['--own', world.widget.origin];
  const args = ['csp', '--policy', '-', ...own, ...options];
  const { printed, complained, code } = await run(args, JSON.stringify(settings));
  expect([code, complained]).toEqual([0, expect.stringContaining('No Content Security Policy')]);
  return printed;
}

/** As a header of a page. */
export async function headersFor(world: World, ...options: readonly string[]) {
  const [, value = ''] =
    /^Content-Security-Policy: (.*)$/m.exec(await written(world, ...options)) ?? [];
  return { 'content-security-policy': value };
}
