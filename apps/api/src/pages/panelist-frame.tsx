import { words } from '#libs/words';
import type { ReactElement, ReactNode } from 'react';
import type { MyPanel } from '../panels/panelist.service.ts';
import { type FieldFault, Page } from './layout.tsx';
import type { Frame } from './page-frame.ts';

export interface PanelistFrameProps {
  frame: Frame;
  panel: MyPanel;
  /** "/panelist/<token>": its forms post below it. */
  path: string;
}

export type PanelistSaved = Exclude<keyof typeof words.panelistPage.saved, 'rightLater'>;

export interface PanelistPageProps extends PanelistFrameProps {
  saved?: PanelistSaved | undefined;
  faults?: readonly FieldFault[] | undefined;
  /** A refusal that belongs to no field. */
  refusal?: string | undefined;
  /** What was typed and not taken. */
  needs?: string | undefined;
  questionsPath: string;
}

export function PanelistFrame({
  frame,
  panel,
  children,
}: PanelistFrameProps & { children: ReactNode }): ReactElement {
  const { title, organizationName, organizationSlug, organizationAccent } = panel;
  return (
    <Page
      title={`${words.panelistPage.title} · ${title}`}
      accent={organizationAccent}
      demo={frame.demo}
      house={{ name: organizationName, href: `/o/${organizationSlug}` }}
    >
      {children}
    </Page>
  );
}
