import { endOfAsk, steps, toProfile } from '#libs/domain';
import { mailTypes } from '#libs/mail';
import { words } from '#libs/words';
import type { MailPreview } from './introductions.dto.ts';
import type { CameRow } from './introductions.queries.ts';

type Named = Pick<CameRow, 'name' | 'profile'>;

export interface PreviewedAsk {
  /** The organization. */
  name: string;
  accent: string | null;
  event: { title: string; timeZone: string };
  /** When it would leave. */
  asked: Date;
}

/** The question to `reader` about `other`, with a word where their own link will be. */
export function previewOf(about: PreviewedAsk, reader: Named, other: Named, reason: string): MailPreview {
  const [own, theirs] = [toProfile(reader.profile), toProfile(other.profile)];
  const { title, timeZone } = about.event;
  const link = words.introductions.theirLink;
  const { subject, text } = mailTypes['introduction-ask'].render(
    {
      name: reader.name,
      eventTitle: title,
      timeZone,
      endsAt: endOfAsk(about.asked, timeZone),
      suggestions: [
        {
          who: theirs.namedInAsks ? other.name : null,
          crafts: theirs.crafts,
          workingOn: theirs.workingOn,
          reason,
          step: steps.find((step) => step === own.preferredStep || step === theirs.preferredStep) ?? 'mail',
          yesUrl: link,
          noUrl: link,
        },
      ],
    },
    { organization: about.name, accent: about.accent, stop: { topic: 'introductions', url: link } },
  );
  return { to: reader.name, subject, text };
}
