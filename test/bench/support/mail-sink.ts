import { startPeer } from '../../support/smtp-peer.ts';

// A mail server in a process of its own, so that receiving costs neither contestant anything of its core.
// node mail-sink.ts <milliseconds before it answers a body>

const wait = Number(process.argv[2] ?? 0);
const peer = await startPeer({ keepRaw: false });
let first = 0;
let last = 0;
let bodies = 0;
peer.conduct = ({ step }) => {
  const now = performance.now();
  // A pass begins with its first envelope and ends with its last body.
  if (step === 'mail' && first === 0) first = now;
  if (step !== 'body') return undefined;
  last = now;
  bodies += 1;
  return wait === 0 ? undefined : { afterMs: wait };
};
process.on('message', (asked: 'begin' | 'tell') => {
  if (asked === 'tell') {
    const different = new Set(peer.accepted.map(({ to }) => to.join())).size;
    process.send?.({ bodies, different, seconds: (last - first) / 1000 });
    return;
  }
  [first, last, bodies] = [0, 0, 0];
  peer.accepted.length = 0;
  process.send?.('begun');
});
process.send?.({ url: peer.url });
