import { clockAt } from '#libs/mail';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyPanel } from '../panels/panelist.service.ts';
import { EventTime } from './event.page.tsx';
import { PrivatePlace } from './private-place.tsx';

const sentences = words.panelistPage.facts;

/** When and where somebody is on stage; the exact address once they said yes. */
export function PanelFacts({ panel }: { panel: MyPanel }): ReactElement {
  const { panelStartsAt, panelEndsAt, callMinutes, timeZone, room, privatePlace, state } = panel;
  const where = [panel.place, panel.city].filter((part) => part !== '').join(', ');
  return (
    <dl className="facts">
      <dt>{sentences.topic}</dt>
      <dd>{panel.topic}</dd>
      <dt>{words.pages.event.when}</dt>
      <dd>
        <EventTime event={panel} />
      </dd>
      <dt>{sentences.panel}</dt>
      <dd>
        {panelStartsAt === null || panelEndsAt === null
          ? sentences.noTime
          : words.panelistPage.people.when(clockAt(panelStartsAt, timeZone), clockAt(panelEndsAt, timeZone))}
      </dd>
      {panelStartsAt === null ? null : (
        <>
          <dt>{sentences.call}</dt>
          <dd>
            <strong>{clockAt(new Date(panelStartsAt.getTime() - callMinutes * 60_000), timeZone)}</strong>
          </dd>
        </>
      )}
      {where === '' ? null : (
        <>
          <dt>{words.pages.event.where}</dt>
          <dd>{where}</dd>
        </>
      )}
      {room === '' ? null : (
        <>
          <dt>{sentences.room}</dt>
          <dd>{room}</dd>
        </>
      )}
      {privatePlace === null && (state === 'confirmed' || panel.over || panel.cancelled) ? null : (
        <>
          <dt>{sentences.address}</dt>
          <dd>{privatePlace === null ? sentences.addressLater : <PrivatePlace text={privatePlace} />}</dd>
        </>
      )}
    </dl>
  );
}
