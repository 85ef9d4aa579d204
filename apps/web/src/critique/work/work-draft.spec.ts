import { jest } from '@jest/globals';
import type { OwnWork, WorkInput } from './calls.ts';
import { WorkDraft, type WorkWorld } from './work-draft.ts';

const nothing: OwnWork = {
  attendeeId: 'me',
  sessionTitle: '',
  format: 'live',
  rules: '',
  timeZone: 'America/Los_Angeles',
  until: '2026-10-20T01:00:00.000Z',
  closed: null,
  planned: false,
  blind: false,
  listenSeconds: 240,
  work: null,
  standing: null,
  credits: null,
};

/** A server that keeps one work as the api does, and a phone with a store and a network that comes and goes. */
class World implements WorkWorld {
  stands: OwnWork = nothing;
  isOnline = true;
  refuses: Record<string, string> | null = null;
  saves: WorkInput[] = [];
  kept: string | null = null;

  read = () => this.reach(() => this.stands);

  save = (input: WorkInput) =>
    this.reach(() => {
      if (this.refuses !== null) throw new Refused(this.refuses);
      if (input.version !== (this.stands.work?.version ?? 0)) throw new Stale(this.stands);
      this.saves.push(input);
      return this.write(input);
    });

  submit = () =>
    this.reach(() => {
      const { work } = this.stands;
      if (work === null || work.title === '')
        throw new Refused({ title: 'Give it a title.', question: 'Ask.' });
      return this.settle({ ...work, state: 'submitted', version: work.version + 1 });
    });

  withdraw = () =>
    this.reach(() => {
      const { work } = this.stands;
      if (work === null) throw new Refused({});
      return this.settle({ ...work, state: 'withdrawn', version: work.version + 1 });
    });

  standsNow = (error: unknown) => (error instanceof Stale ? error.stands : null);
  refusal = (error: unknown) =>
    error instanceof Refused ? { sentence: 'Not like this.', faults: error.faults } : null;

  store = () => ({
    read: () => this.kept,
    write: (text: string) => {
      this.kept = text;
    },
    remove: () => {
      this.kept = null;
    },
  });

  /** What a window has kept. */
  write(input: Partial<WorkInput>): OwnWork {
    const { fileId, version, ...texts } = { ...blankInput, ...this.stands.work, fileId: null, ...input };
    const file =
      fileId === null ? null : { id: fileId, name: 'a.mp3', type: null, lengthMs: null, peaks: null };
    const before = this.stands.work;
    return this.settle({
      ...texts,
      link: texts.link ?? null,
      title: texts.title ?? '',
      medium: null,
      file,
      state: before?.state ?? 'draft',
      version: (before?.version ?? version) + 1,
    });
  }

  private settle(work: NonNullable<OwnWork['work']>): OwnWork {
    this.stands = { ...this.stands, work };
    return this.stands;
  }

  private async reach<Answer>(work: () => Answer): Promise<Answer> {
    await Promise.resolve();
    if (!this.isOnline) throw new TypeError('network');
    return work();
  }
}

const blankInput: WorkInput = {
  version: 0,
  title: '',
  link: null,
  fileId: null,
  question: '',
  wants: '',
  avoid: '',
  notes: '',
  topics: [],
  opinions: false,
  coAuthors: [],
  previousId: null,
};

class Refused extends Error {
  constructor(readonly faults: Record<string, string>) {
    super();
  }
}
class Stale extends Error {
  constructor(readonly stands: OwnWork) {
    super();
  }
}

const settle = async (ms = 1000): Promise<void> => {
  await jest.advanceTimersByTimeAsync(ms);
};

async function opened(world: World): Promise<WorkDraft> {
  const draft = new WorkDraft(world);
  await draft.refresh();
  return draft;
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what an author types', () => {
  it('is sent once they rest, and then taken off the phone', async () => {
    const world = new World();
    const draft = await opened(world);
    for (const title of ['L', 'Lo', 'Low tide']) draft.edit({ title });
    expect(world.kept).toContain('Low tide');
    await settle(599);
    expect(world.saves).toEqual([]);
    await settle(1);
    expect(world.saves).toEqual([{ ...blankInput, title: 'Low tide' }]);
    expect([draft.state.saving, world.kept]).toEqual(['saved', null]);
  });

  it('stays in its field as it was typed, though the server keeps a list without its last comma', async () => {
    const world = new World();
    const draft = await opened(world);
    draft.edit({ topics: 'mixing, ' });
    await settle();
    expect(world.stands.work?.topics).toEqual(['mixing']);
    expect([draft.state.form.topics, draft.state.saving]).toEqual(['mixing, ', 'saved']);
    await draft.refresh();
    expect(draft.state.form.topics).toBe('mixing, ');
  });

  it('waits on the phone while the network is gone, and leaves when it is back', async () => {
    const world = new World();
    const draft = await opened(world);
    world.isOnline = false;
    draft.edit({ title: 'In the basement' });
    await settle();
    expect([draft.state.saving, world.saves.length]).toEqual(['kept', 0]);
    expect(world.kept).toContain('In the basement');
    world.isOnline = true;
    await settle(4000);
    expect([draft.state.saving, world.stands.work?.title, world.kept]).toEqual([
      'saved',
      'In the basement',
      null,
    ]);
  });

  it('comes back on the phone it was typed on, over what the server has', async () => {
    const world = new World();
    world.write({ title: 'Before', wants: 'The end' });
    const first = await opened(world);
    world.isOnline = false;
    first.edit({ title: 'After' });
    world.isOnline = true;
    const again = await opened(world);
    expect([again.state.form.title, again.state.form.wants, again.state.note]).toEqual([
      'After',
      'The end',
      'restored',
    ]);
    await settle();
    expect(world.stands.work?.title).toBe('After');
  });

  it('is brought together with another window, field by field, and stands where both changed one', async () => {
    const world = new World();
    world.write({ title: 'Low tide' });
    const draft = await opened(world);
    world.write({ title: 'High tide', notes: 'From the laptop' });
    draft.edit({ title: 'Ebb', wants: 'The end' });
    await settle(2000);
    expect(world.stands.work).toMatchObject({ title: 'Ebb', wants: 'The end', notes: 'From the laptop' });
    expect([draft.state.form.notes, draft.state.note]).toEqual(['From the laptop', 'elsewhere']);
  });

  it('is not taken back by an answer from before it was saved', async () => {
    const world = new World();
    world.write({ title: 'Low tide' });
    const draft = await opened(world);
    const before = world.stands;
    draft.edit({ title: 'Ebb' });
    await settle();
    const { read } = world;
    world.read = () => Promise.resolve(before);
    await draft.refresh();
    world.read = read;
    expect([draft.state.form.title, draft.state.own?.work?.title]).toEqual(['Ebb', 'Ebb']);
  });

  it('that is refused stays, with what is wrong at its field, and is sent again once it is changed', async () => {
    const world = new World();
    const draft = await opened(world);
    world.refuses = { topics: 'At most 3.' };
    draft.edit({ topics: 'a, b, c, d' });
    await settle();
    expect(draft.state).toMatchObject({ saving: 'refused', refusal: { faults: { topics: 'At most 3.' } } });
    expect(world.kept).toContain('a, b, c, d');
    world.refuses = null;
    draft.edit({ topics: 'a, b, c' });
    await settle();
    expect(draft.state).toMatchObject({ saving: 'saved', refusal: null });
  });
});

describe('bringing a work', () => {
  it('sends what was typed first', async () => {
    const world = new World();
    const draft = await opened(world);
    draft.edit({ title: 'Low tide' });
    await draft.submit();
    expect(world.stands.work).toMatchObject({ title: 'Low tide', state: 'submitted' });
    expect(draft.state.own?.work?.state).toBe('submitted');
  });

  it('says what is missing until each field was looked after', async () => {
    const draft = await opened(new World());
    await draft.submit();
    expect(Object.keys(draft.state.refusal?.faults ?? {})).toEqual(['title', 'question']);
    draft.edit({ title: 'Low tide' });
    await settle();
    expect(Object.keys(draft.state.refusal?.faults ?? {})).toEqual(['question']);
    draft.edit({ question: 'Why?' });
    expect(draft.state.refusal).toBeNull();
  });

  it('does nothing without a network but say so', async () => {
    const world = new World();
    const draft = await opened(world);
    world.isOnline = false;
    draft.edit({ title: 'Low tide' });
    await draft.submit();
    expect([draft.state.saving, draft.state.isActing, world.stands.work]).toEqual(['kept', false, null]);
  });

  it('is undone by taking it back, which shows what the server has then', async () => {
    const world = new World();
    const draft = await opened(world);
    draft.edit({ title: 'Low tide', fileId: 'f' });
    await draft.submit();
    world.write({ fileId: null });
    world.stands = { ...world.stands, work: { ...world.stands.work!, file: null } };
    await draft.refresh();
    await draft.withdraw();
    expect([draft.state.own?.work?.state, draft.state.form.fileId]).toEqual(['withdrawn', null]);
  });
});
