// Starts the receiver as a process of its own, and ends it as a power cut would.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('receiver-process.mjs', import.meta.url));

/**
 * @param kind `file` or `clickhouse`.
 * @param place folder, or address of the server.
 * @param policy as pages have it.
 */
export async function startReceiver(kind, place, policy = {}) {
  const child = fork(program, [kind, place, JSON.stringify(policy)]);
  const ended = new Promise((done) => child.once('exit', done));
  const heard = () => new Promise((done) => child.once('message', done));
  const { port } = await Promise.race([
    heard(),
    ended.then(() => Promise.reject(new Error('the receiver did not start'))),
  ]);
  return {
    port,
    async mebibytes() {
      child.send({});
      return Math.round((await heard()).bytes / 2 ** 20);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
