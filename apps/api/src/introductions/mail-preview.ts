import { type PreviewedPair, madeOf, questionTo } from '#libs/database';
import { mailTypes } from '#libs/mail';
import { words } from '#libs/words';
import type { MailPreview } from './introduction-mails.dto.ts';

/** The two questions and the two introductions, with a word where their own links and contacts will be. */
export function previewsOf(pair: PreviewedPair): MailPreview[] {
  const { theirLink, theirContact } = words.introductions;
  const frame = {
    organization: pair.organizationName,
    accent: pair.accent,
    stop: { topic: 'introductions', url: theirLink } as const,
  };
  const asks = ([0, 1] as const).map((side): MailPreview => {
    const { subject, text } = mailTypes['introduction-ask'].render(questionTo(pair, side, theirLink), frame);
    return { kind: 'ask', to: pair.people[side].name, subject, text };
  });
  const { subject, text } = mailTypes.introduction.render(madeOf(pair, theirContact), frame);
  const made = pair.people.map(({ name }): MailPreview => ({
    kind: 'introduction',
    to: name,
    subject,
    text,
  }));
  return [...asks, ...made];
}
