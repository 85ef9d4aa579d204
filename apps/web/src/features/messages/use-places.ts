import { useNavigate, useParams } from '@tanstack/react-router';

/** The ways between the list of messages and one of them. */
export function usePlaces() {
  const navigate = useNavigate();
  const { slug = '', eventId = '' } = useParams({ strict: false });
  const one = '/$slug/events/$eventId/messages/$messageId';
  return {
    params: { slug, eventId },
    showList: () => navigate({ to: '/$slug/events/$eventId/messages', params: { slug, eventId } }),
    /** In the place of the new one, so that going back leads to the list. */
    showMessage: (messageId: string) =>
      navigate({ to: one, params: { slug, eventId, messageId }, replace: true, resetScroll: false }),
    write: () => navigate({ to: one, params: { slug, eventId, messageId: 'new' } }),
  };
}
