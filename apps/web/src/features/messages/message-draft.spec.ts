import { emptyDraft, previewed, sendable, standingFaults, withKind } from './message-draft.ts';

describe('a message in the making', () => {
  it('takes the words of another kind only where nobody wrote any', () => {
    const begun = emptyDraft('announcement');
    expect(withKind(begun, 'reminder').subject).toBe(emptyDraft('reminder').subject);
    const typed = withKind({ ...begun, subject: 'Where to park' }, 'reminder');
    expect(typed.subject).toBe('Where to park');
    expect(typed.text).toBe(emptyDraft('reminder').text);
  });

  it('leaves with the event where its kind does, and by hand otherwise', () => {
    expect(sendable(emptyDraft('reminder')).rule).toEqual({ anchor: 'start', minutes: -1440 });
    expect(sendable(emptyDraft('announcement')).rule).toBeNull();
  });

  it('is shown also while nobody is chosen', () => {
    const nobody = emptyDraft('announcement', { ...emptyDraft('announcement').segment, status: [] });
    expect(previewed(nobody).segment.status).toEqual(['confirmed']);
  });

  it('keeps a fault at its field until that is changed', () => {
    const sent = emptyDraft('announcement');
    const faults = { subject: 'No.', text: 'Neither.' };
    expect(standingFaults(faults, sent, { ...sent, text: 'Other' })).toEqual({ subject: 'No.' });
  });
});
