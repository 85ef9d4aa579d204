import { momentOf } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyCircleLine } from '../circles/my-circles.service.ts';

const sentences = words.circles;

/** The circles one is asked about or is in, each the way to its page; nothing where there are none. */
export function MyCircles({ circles }: { circles: readonly MyCircleLine[] }): ReactElement | null {
  if (circles.length === 0) return null;
  return (
    <section id="circles">
      <h2>{sentences.mine}</h2>
      <ul className="list">
        {circles.map((circle) => (
          <li key={circle.memberId}>
            <h3>
              <a href={`/me/circles/${circle.memberId}`}>{circle.name}</a>
            </h3>
            {standingOf(circle)}
            <br />
            <span className="quiet">{circle.organizationName}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to that list from another page. */
export const CirclesLink = (): ReactElement => (
  <p>
    <a href="/me#circles">{sentences.seeMine}</a>
  </p>
);

function standingOf({ stage, waitsFor, askEndsAt, meetsAt, timeZone }: MyCircleLine): string {
  const { lines } = sentences;
  if (stage === 'question') return lines.question(askEndsAt === null ? '' : momentOf(askEndsAt, timeZone));
  if (stage === 'yes') return lines.yes;
  if (waitsFor !== null) return lines[waitsFor];
  return meetsAt === null ? lines.waiting : lines.meets(momentOf(meetsAt, timeZone));
}
