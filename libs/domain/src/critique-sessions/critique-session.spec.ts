import { CritiqueSession, type CritiqueSettings } from './critique-session.ts';

const berlin = { timeZone: 'Europe/Berlin' };
const now = new Date('2026-10-19T18:00:00Z');
const open = (given: Partial<CritiqueSettings> = {}, format: 'live' | 'tables' | 'written' = 'live') =>
  CritiqueSession.of(
    { id: 'session', organizationId: 'guild', eventId: 'evening' },
    { format, template: format === 'written' ? 'written' : 'songwriting' },
    given,
    berlin,
    now,
  );

describe('the settings of a critique session', () => {
  it('begin as their template has them, with a deadline in the zone of the event', () => {
    const session = open({ deadlineLocal: '2026-10-18T20:00' });
    expect(session).toMatchObject({
      title: 'Songwriting circle',
      criticsPerWork: 3,
      state: 'open',
      tables: 1,
    });
    expect(session.deadlineAt).toEqual(new Date('2026-10-18T18:00:00Z'));
    expect(open({}, 'written').phases).toEqual([]);
  });

  it('change only for whoever saw the last of them', () => {
    const session = open();
    session.change({ title: 'Circle' }, 1, berlin);
    expect(() => {
      session.change({ title: 'Other' }, 1, berlin);
    }).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
    expect(session.title).toBe('Circle');
  });

  it('keep what the plan was made from, and still take a title, rules and labels', () => {
    const session = open();
    session.plan(3, 1, now);
    const relabelled = session.phases.map((phase) => ({ ...phase, label: `${phase.label} now` }));
    session.change({ title: 'Circle', rules: 'Be kind.', phases: relabelled, tables: 1 }, 1, berlin);
    expect(session.phases[0]?.label).toBe('Set up now');
    const longer = session.phases.map((phase) => ({ ...phase, seconds: phase.seconds + 60 }));
    expect(() => {
      session.change({ phases: longer, criticsPerWork: 2 }, 2, berlin);
    }).toThrow(
      expect.objectContaining({
        code: 'critique-planned',
        shapes: [
          expect.objectContaining({ pointer: '/criticsPerWork' }),
          expect.objectContaining({ pointer: '/phases' }),
        ],
      }),
    );
  });

  it('refuse phases that cannot be run, and several tables where all sit in one room', () => {
    expect(() => open({ phases: [] })).toThrow(expect.objectContaining({ code: 'critique-phases' }));
    expect(() => open({ tables: 2 })).toThrow(expect.objectContaining({ code: 'critique-tables' }));
    expect(open({ tables: 3 }, 'tables').tables).toBe(3);
  });
});

describe('the plan of a critique session', () => {
  it('starts at once at home: a reminder after 48 hours, due and handed over after 72', () => {
    const session = open({}, 'written');
    session.plan(3, 5, now);
    expect(session).toMatchObject({
      state: 'running',
      seed: 5,
      criticsUsed: 3,
      remindAt: new Date('2026-10-21T18:00:00Z'),
      dueAt: new Date('2026-10-22T18:00:00Z'),
      releaseAt: new Date('2026-10-22T18:00:00Z'),
    });
  });

  it('can be taken back until something was started', () => {
    const session = open();
    expect(() => {
      session.unplan();
    }).toThrow(expect.objectContaining({ code: 'critique-not-planned' }));
    session.plan(3, 1, now);
    session.unplan();
    expect(session).toMatchObject({ state: 'open', criticsUsed: null, plannedAt: null });
    session.plan(3, 1, now);
    session.state = 'running';
    expect(() => {
      session.unplan();
    }).toThrow(expect.objectContaining({ code: 'critique-started' }));
  });
});
