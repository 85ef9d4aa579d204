import { jest } from '@jest/globals';
import type { CritiqueInput, CritiqueView } from '../calls.ts';
import { Draft, type DraftWorld } from './draft.ts';

/** A server that keeps one critique as the api does, and a phone with a store and a network that comes and goes. */
class World implements DraftWorld {
  stands: CritiqueView = {
    assignmentId: 'a',
    meaning: '',
    answer: '',
    neutralQuestion: '',
    opinion: '',
    marks: [],
    words: 0,
    fewestWords: 25,
    open: true,
    version: 0,
  };
  isOnline = true;
  refuses: string | null = null;
  saves: CritiqueInput[] = [];
  kept: string | null = null;
  store = {
    read: () => this.kept,
    write: (text: string) => {
      this.kept = text;
    },
    remove: () => {
      this.kept = null;
    },
  };

  read = () => this.reach(() => this.stands);

  save = (input: CritiqueInput) =>
    this.reach(() => {
      if (this.refuses !== null) throw new Refused(this.refuses);
      if (input.version !== this.stands.version) throw new Stale(this.stands);
      this.saves.push(input);
      const { version, ...parts } = input;
      this.stands = { ...this.stands, ...parts, version: version + 1 };
      return this.stands;
    });

  standsNow = (error: unknown) => (error instanceof Stale ? error.stands : null);
  refusal = (error: unknown) => (error instanceof Refused ? error.message : null);

  private async reach<Answer>(work: () => Answer): Promise<Answer> {
    await Promise.resolve();
    if (!this.isOnline) throw new TypeError('network');
    return work();
  }
}

class Refused extends Error {}
class Stale extends Error {
  constructor(readonly stands: CritiqueView) {
    super();
  }
}

const settle = async (ms = 1000): Promise<void> => {
  await jest.advanceTimersByTimeAsync(ms);
};

async function opened(world: World): Promise<Draft> {
  const draft = new Draft(world);
  await draft.refresh();
  return draft;
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what a critic types', () => {
  it('is sent once they rest, only what changed, and then taken off the phone', async () => {
    const world = new World();
    const draft = await opened(world);
    for (const text of ['A', 'A d', 'A door']) draft.type('meaning', text);
    expect(world.kept).toContain('A door');
    await settle(599);
    expect(world.saves).toEqual([]);
    await settle(1);
    expect(world.saves).toEqual([{ version: 0, meaning: 'A door' }]);
    expect([draft.state.saving, world.kept]).toEqual(['saved', null]);
  });

  it('goes on while a save is on its way', async () => {
    const world = new World();
    const draft = await opened(world);
    draft.type('meaning', 'A door');
    const saving = draft.flush();
    draft.type('meaning', 'A door closing');
    draft.type('answer', 'At the end');
    await saving;
    await settle();
    expect(world.stands).toMatchObject({ meaning: 'A door closing', answer: 'At the end', version: 2 });
    expect(world.kept).toBeNull();
  });

  it('waits on the phone without a network, and outlives the page', async () => {
    const world = new World();
    const draft = await opened(world);
    world.isOnline = false;
    draft.type('meaning', 'In the basement');
    await settle(20_000);
    expect([draft.state.saving, world.saves]).toEqual(['kept', []]);
    world.isOnline = true;
    const later = new Draft(world);
    expect(later.state.parts.meaning).toBe('In the basement');
    await later.refresh();
    await settle();
    expect([world.stands.meaning, world.kept]).toEqual(['In the basement', null]);
  });

  it('is sent by itself when the network is back', async () => {
    const world = new World();
    const draft = await opened(world);
    world.isOnline = false;
    draft.type('meaning', 'In the basement');
    await settle();
    world.isOnline = true;
    await settle(4_000);
    expect(world.stands.meaning).toBe('In the basement');
  });

  it('can be typed before the server was ever reached', async () => {
    const world = new World();
    world.isOnline = false;
    const draft = await opened(world);
    draft.type('meaning', 'Early');
    await settle(5_000);
    world.isOnline = true;
    await settle(10_000);
    expect(world.stands.meaning).toBe('Early');
  });

  it('leaves with the page although an earlier save is still on its way', async () => {
    const world = new World();
    const draft = await opened(world);
    draft.type('meaning', 'A door');
    const first = draft.flush();
    draft.type('meaning', 'A door closing');
    await Promise.all([first, draft.flush(true)]);
    expect(world.stands.meaning).toBe('A door closing');
  });

  it('meets what another window wrote, and loses nothing of either', async () => {
    const world = new World();
    const [one, other] = [await opened(world), await opened(world)];
    one.type('meaning', 'From one');
    await settle();
    other.type('meaning', 'From the other');
    other.type('answer', 'At the end');
    await settle();
    await settle();
    expect(other.state).toMatchObject({
      parts: { meaning: 'From the other', answer: 'At the end' },
      doubled: { meaning: 'From one' },
    });
    other.settle('meaning', true);
    await settle();
    expect(world.stands).toMatchObject({ meaning: 'From the other\n\nFrom one', answer: 'At the end' });
    await one.refresh();
    expect(one.state).toMatchObject({
      parts: { meaning: 'From the other\n\nFrom one', answer: 'At the end' },
      saving: 'saved',
    });
  });

  it('stays on the phone with the reason when it is refused', async () => {
    const world = new World();
    const draft = await opened(world);
    world.refuses = 'Too late';
    draft.type('meaning', 'My words');
    await settle();
    expect(draft.state).toMatchObject({
      saving: 'refused',
      refusal: 'Too late',
      parts: { meaning: 'My words' },
    });
    expect(world.kept).toContain('My words');
  });

  it('is not sent where nothing can be written any more, and not thrown away', async () => {
    const world = new World();
    world.isOnline = false;
    const draft = await opened(world);
    draft.type('meaning', 'Too late');
    world.isOnline = true;
    world.stands = { ...world.stands, open: false };
    await draft.refresh();
    await settle();
    expect([draft.state.saving, world.saves]).toEqual(['refused', []]);
    expect(world.kept).toContain('Too late');
  });
});
