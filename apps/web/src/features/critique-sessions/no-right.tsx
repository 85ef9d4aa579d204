import { useParams } from '@tanstack/react-router';
import { app } from '#libs/words';
import { Empty } from '../../components/empty.tsx';
import { ButtonLink } from '../../components/links.tsx';

const words = app.critiqueSessions;

/** A host came by an address: they run sessions, and set none up. */
export function NoRight() {
  const { slug = '', eventId = '' } = useParams({ strict: false });
  return (
    <Empty title={words.noRight} text={words.noRightText}>
      <ButtonLink variant="default" to="/$slug/events/$eventId/critique-sessions" params={{ slug, eventId }}>
        {words.plan.back}
      </ButtonLink>
    </Empty>
  );
}
