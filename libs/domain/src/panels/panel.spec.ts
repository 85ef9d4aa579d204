import { Panel } from './panel.ts';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 9, 20, 2, 0, seconds));
const aPanel = (): Panel =>
  Panel.of({ id: 'p', organizationId: 'o', eventId: 'e', topic: 'Foley', position: 0, createdAt: at(0) });

describe('the timer of who speaks', () => {
  it('goes on from where it stood', () => {
    const panel = aPanel();
    panel.startTimer(120, at(0));
    panel.pauseTimer(at(40));
    panel.pauseTimer(at(50));
    panel.resumeTimer(at(100));
    // 40 seconds were over when it was paused, and 40 are over now.
    expect(panel).toMatchObject({ timerSeconds: 120, timerStartedAt: at(60), timerPausedAt: null });
    panel.resumeTimer(at(110));
    expect(panel.timerStartedAt).toEqual(at(60));
  });

  it('begins anew, also while it is paused', () => {
    const panel = aPanel();
    panel.startTimer(120, at(0));
    panel.pauseTimer(at(40));
    panel.startTimer(60, at(50));
    expect(panel).toMatchObject({ timerSeconds: 60, timerStartedAt: at(50), timerPausedAt: null });
  });

  it('cannot be paused where there is none', () => {
    expect(() => {
      aPanel().pauseTimer(at(0));
    }).toThrow(expect.objectContaining({ code: 'panel-timer-missing' }));
  });
});

describe('a panel', () => {
  it('keeps when it began when it is started once more', () => {
    const panel = aPanel();
    panel.start(at(0));
    panel.end(at(10));
    panel.end(at(20));
    expect(panel).toMatchObject({ state: 'over', startedAt: at(0), endedAt: at(10) });
    panel.start(at(30));
    expect(panel).toMatchObject({ state: 'live', startedAt: at(0), endedAt: null });
  });
});
