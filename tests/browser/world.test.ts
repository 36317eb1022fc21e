import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startWorld } from './world';

/** ms; Node itself would wait for a handshake for two minutes. */
const SOON = 2_000;

it('a world closes at once, also when a browser opened a connection ahead and never used it', async () => {
  const world = await startWorld(() => undefined);
  const ahead = connect(world.port, '127.0.0.1');
  ahead.write('CONNECT wwwd.caf.fr:443 HTTP/1.1\r\nHost: wwwd.caf.fr:443\r\n\r\n');
  await once(ahead, 'data');
  const began = performance.now();
  await world.close();
  expect(performance.now() - began).toBeLessThan(SOON);
});
