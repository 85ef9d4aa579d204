import { words } from '#libs/words';
import type { ReactElement } from 'react';
import type { MyPanel } from '../panels/panelist.service.ts';
import { Button, Fault, Form, Notice } from './layout.tsx';
import { PanelFacts } from './panelist-facts.tsx';
import { PanelistFrame, type PanelistFrameProps } from './panelist-frame.tsx';

const sentences = words.panelistPage;

/** Yes or no, for whoever was asked, and a way back from a no, as long as there is something to answer. */
export function PanelistAnswerPage(
  props: PanelistFrameProps & { refusal?: string | undefined },
): ReactElement {
  const { panel, frame, path, refusal } = props;
  const declined = panel.state === 'declined';
  if (panel.over || panel.cancelled)
    return (
      <PanelistFrame {...props}>
        <Fault faults={[]} sentence={refusal} />
        <h1>{panel.title}</h1>
        <Closed panel={panel} />
        <PanelFacts panel={panel} />
      </PanelistFrame>
    );
  return (
    <PanelistFrame {...props}>
      <Fault faults={[]} sentence={refusal} />
      <h1>{declined ? sentences.answer.declined : sentences.answer[panel.part](panel.organizationName)}</h1>
      <p className="lead">{declined ? sentences.answer.declinedLead : panel.title}</p>
      <PanelFacts panel={panel} />
      <Form action={`${path}/answer`} token={frame.token}>
        {declined ? null : <p>{sentences.answer.what}</p>}
        <p className="actions">
          <Button name="answer" value="yes">
            {declined ? sentences.answer.changed : sentences.answer.yes}
          </Button>
          {declined ? null : (
            <Button kind="second" name="answer" value="no">
              {sentences.answer.no}
            </Button>
          )}
        </p>
      </Form>
    </PanelistFrame>
  );
}

/** What stands above an evening that takes no answer any more. */
export function Closed({ panel: { over, cancelled, state } }: { panel: MyPanel }): ReactElement | null {
  if (!over && !cancelled) return null;
  const ended = state === 'confirmed' ? sentences.over : sentences.overUnanswered;
  return (
    <Notice>
      <p>{cancelled ? sentences.cancelled : ended}</p>
    </Notice>
  );
}
