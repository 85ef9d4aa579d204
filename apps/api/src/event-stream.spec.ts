import { EventStream } from './event-stream.ts';

describe('a stream of events', () => {
  it('is what a browser reads: an id to come back with, events with data, and comments', () => {
    const stream = new EventStream();
    stream.send('hosts', { hosts: [] });
    stream.beat();
    expect(String(stream.lines.read())).toBe(
      'retry: 2000\nid: 1\n\nevent: hosts\ndata: {"hosts":[]}\n\n: here\n\n',
    );
  });

  it('ends for a reader who takes nothing, instead of keeping everything for them', () => {
    const stream = new EventStream();
    const data = { text: 'x'.repeat(4000) };
    for (let count = 0; count < 60; count += 1) stream.send('changed', data);
    expect(stream.isOver).toBe(false);
    for (let count = 0; count < 60; count += 1) stream.send('changed', data);
    expect(stream.isOver).toBe(true);
    stream.send('changed', data);
    stream.end();
  });
});
