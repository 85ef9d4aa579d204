import { type MailType, mailKinds, mailTypes } from '#libs/mail';
import { topicOf } from './mail-stops.service.ts';

describe('the link that stops a kind of mail', () => {
  const stoppable = mailKinds.filter((kind) => mailTypes[kind].topic !== null);
  it.each(stoppable)('stops what the mail says it stops, and not everything: %s', (kind) => {
    const { topic }: Pick<MailType<never>, 'topic'> = mailTypes[kind];
    expect(topicOf(topic)).toBe(topic);
  });

  it('stops everything where the word is none of ours, because whoever asks wants less mail', () => {
    expect(topicOf('follow-up')).toBe('all');
  });
});
