import { Domains } from './domains.ts';
import { Gate } from './gate.ts';
import type { Answer } from './transport.ts';

const accepted: Answer = { kind: 'accepted' };
const notNow: Answer = { kind: 'refused', code: 451, finer: null, to: 'recipient' };
const never: Answer = { kind: 'refused', code: 550, finer: '5.1.1', to: 'recipient' };
const noServer: Answer = { kind: 'unreachable', reason: 'econnrefused', met: 'server' };
const dropped: Answer = { kind: 'unreachable', reason: 'econnreset', met: 'mail' };

let now: number;
let domains: Domains;
let gate: Gate;

beforeEach(() => {
  now = 0;
  domains = new Domains(4, 5_000, () => now);
  gate = new Gate(5_000, () => now);
});

/** One mail to the domain that is answered after so long. */
function sent(domain: string, answer: Answer, ms = 10): void {
  const flight = domains.enter(domain);
  flight.begin();
  now += ms;
  flight.end(answer);
}

/** A mail that hangs from now on. */
const hang = (domain: string): void => {
  domains.enter(domain).begin();
};

describe('a domain', () => {
  it('that nobody knows yet gets half of the connections, and all of them once it has answered in time', () => {
    hang('new.example');
    expect(domains.place('new.example')).toBe('go');
    hang('new.example');
    expect(domains.place('new.example')).toBe('wait');
    sent('new.example', accepted);
    expect(domains.place('new.example')).toBe('go');
  });

  it('that is slow gets one mail at a time, and its others get turns after that instead of waiting here', () => {
    hang('slow.example');
    now += 2_000;
    expect(domains.place('slow.example')).toEqual({ aside: 2_000 });
    expect(domains.place('slow.example')).toEqual({ aside: 4_000 });
    expect(domains.place('quick.example')).toBe('go');
  });

  it('is not slow where every mail takes as long: then the server is', () => {
    for (let mail = 0; mail < 100; mail += 1) sent(`d${mail}.example`, accepted, 1_500);
    hang('other.example');
    now += 2_000;
    expect(domains.place('other.example')).toBe('go');
  });

  it('that says "not now" three times in a row gets a pause, twice as long each time', () => {
    hang('grey.example');
    for (let mail = 0; mail < 2; mail += 1) sent('grey.example', notNow);
    expect(domains.place('grey.example')).toBe('go');
    sent('grey.example', notNow);
    expect(domains.place('grey.example')).toEqual({ aside: 5_000 });
    sent('grey.example', notNow);
    expect(domains.place('grey.example')).toMatchObject({ aside: expect.any(Number) as number });
    now += 9_000;
    expect(domains.place('grey.example')).not.toBe('go');
  });

  it('that has recovered is as good as any other', () => {
    for (let mail = 0; mail < 3; mail += 1) sent('grey.example', notNow);
    now += 5_001;
    expect(domains.place('grey.example')).toBe('go');
    sent('grey.example', accepted);
    expect(domains.place('grey.example')).toBe('go');
  });

  it('is not paused for addresses that do not exist', () => {
    for (let mail = 0; mail < 10; mail += 1) sent('a.example', never);
    expect(domains.place('a.example')).toBe('go');
  });
});

describe('the mail server', () => {
  it('that cannot be reached twice in a row is left alone, longer each time, and then asked by one mail', () => {
    gate.learn(noServer, 'a.example');
    expect(gate.isShut).toBe(false);
    gate.learn(noServer, 'a.example');
    expect(gate.isShut).toBe(true);
    now += 5_001;
    expect([gate.isShut, gate.isDoubtful]).toEqual([false, true]);
    gate.learn(noServer, 'a.example');
    now += 5_001;
    expect(gate.isShut).toBe(true);
    now += 5_001;
    gate.learn(accepted, 'a.example');
    expect([gate.isShut, gate.isDoubtful]).toEqual([false, false]);
  });

  it('is not blamed for what one domain breaks off, but for what mails to three of them meet', () => {
    for (let mail = 0; mail < 9; mail += 1) gate.learn(dropped, 'bad.example');
    expect(gate.isDoubtful).toBe(false);
    for (const domain of ['b.example', 'c.example', 'd.example']) gate.learn(dropped, domain);
    expect(gate.isShut).toBe(true);
  });

  it('that refuses mails is there', () => {
    gate.learn(noServer, 'a.example');
    gate.learn(never, 'a.example');
    gate.learn(noServer, 'a.example');
    expect(gate.isShut).toBe(false);
  });
});
