import { useParams } from '@tanstack/react-router';
import { useEventPath } from '../../app/me.ts';
import { ServerClock } from '../../phone/server-clock.ts';
import type { PanelPath } from './panel-calls.ts';

/** One clock for the whole page: every message sets it right. */
export const clock = new ServerClock();

/** The panel of the address. */
export function usePanelPath(): PanelPath {
  const { panelId = '' } = useParams({ strict: false });
  const { organizationId, eventId } = useEventPath();
  return { organizationId, eventId, panelId };
}
