import { critiqueNow } from '#libs/words';
import type { SectionProps } from '../calls.ts';
import { ProblemError } from '../../lib/problem.ts';
import { Failure } from '../parts/failure.tsx';
import { Notice } from '../../phone/notice.tsx';
import { useOnline } from '../../phone/use-online.ts';
import { After } from './after.tsx';
import { Before, Open } from './before.tsx';
import { Between } from './between.tsx';
import { During } from './during.tsx';
import type { ServerClock } from '../../phone/server-clock.ts';
import { situationOf } from './situation.ts';
import { useNow } from './use-now.ts';
import type { ViewProps } from './view-props.ts';
import { Written } from './written.tsx';

/** What to do now, and nothing else. */
export function Now({ token, session }: SectionProps) {
  const { data, error, refetch, clock } = useNow(token, session.id);
  if (data === undefined) {
    if (error !== null) return <Failure error={error} again={() => void refetch()} />;
    return <p role="status">{critiqueNow.page.loading}</p>;
  }
  return (
    <>
      <Interrupted error={error} />
      <Situated token={token} now={data} clock={clock} />
    </>
  );
}

/** Nothing comes from the server although there is a network; without one the page says so already. */
function Interrupted({ error }: { error: Error | null }) {
  const isOnline = useOnline();
  if (error === null || !isOnline) return null;
  const isRefused = error instanceof ProblemError && error.status < 500;
  return (
    <Notice>
      <p>{isRefused ? error.message : critiqueNow.live.lost}</p>
    </Notice>
  );
}

function Situated({ token, now, clock }: ViewProps & { clock: ServerClock }) {
  const situation = situationOf(now);
  switch (situation.kind) {
    case 'open':
      return <Open now={now} />;
    case 'before':
      return <Before token={token} now={now} />;
    case 'written':
      return <Written token={token} now={now} />;
    case 'during':
      return <During token={token} now={now} clock={clock} slot={situation.slot} next={situation.next} />;
    case 'between':
      return <Between token={token} now={now} next={situation.next} isLast={situation.isLast} />;
    case 'after':
      return <After token={token} now={now} />;
  }
}
