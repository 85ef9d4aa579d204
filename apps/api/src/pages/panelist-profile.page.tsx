import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Button, Choice, Fault, Field, type FieldFault, Form, Notice, faultOf } from './layout.tsx';
import { FileField, FileForm } from './panelist-fields.tsx';
import { PanelistFrame, type PanelistFrameProps } from './panelist-frame.tsx';
import { PersonCard } from './person-card.tsx';

const sentences = words.panelistPage;

/** What was typed, or what is kept. */
export interface ProfileTyped {
  name: string;
  pronunciation: string;
  bio: string;
  links: string;
  noPhoto: boolean;
}

export function PanelistProfilePage(
  props: PanelistFrameProps & { typed: ProfileTyped; faults?: readonly FieldFault[] },
): ReactElement {
  const { frame, panel, path, typed, faults = [] } = props;
  const { profile } = sentences;
  const hasPhoto = panel.profile !== null && panel.profile.photoId !== null;
  const fault = (field: string): { fault?: string } => {
    const detail = faultOf(faults, field);
    return detail === undefined ? {} : { fault: detail };
  };
  return (
    <PanelistFrame {...props}>
      <Fault faults={faults} />
      <p className="eyebrow">{profile.step}</p>
      <h1>{profile.title}</h1>
      <p className="lead">{profile.lead}</p>
      <FileForm action={`${path}/profile`} token={frame.token}>
        <Field
          name="name"
          label={profile.name}
          hint={profile.nameHint}
          value={typed.name}
          maxLength={200}
          autoComplete="name"
          {...fault('name')}
        />
        <Field
          name="pronunciation"
          label={profile.pronunciation}
          hint={profile.pronunciationHint}
          value={typed.pronunciation}
          maxLength={200}
          optional
          {...fault('pronunciation')}
        />
        <Field
          name="bio"
          label={profile.bio}
          hint={profile.bioHint}
          value={typed.bio}
          rows={6}
          optional
          {...fault('bio')}
        />
        <Field
          name="links"
          label={profile.links}
          hint={profile.linksHint}
          value={typed.links}
          rows={3}
          optional
          {...fault('links')}
        />
        <FileField
          name="photo"
          label={profile.photo}
          accept="image/jpeg,image/png,image/webp"
          hint={faults.length > 0 ? `${profile.photoHint} ${profile.photoAgain}` : profile.photoHint}
          {...fault('photo')}
        >
          {hasPhoto ? (
            <p>
              <img className="face" src={`${path}/photo`} alt={profile.current} width={80} height={80} />
            </p>
          ) : null}
        </FileField>
        {hasPhoto ? <Choice name="noPhoto" label={profile.noPhoto} checked={typed.noPhoto} /> : null}
        <p className="actions">
          <Button>{profile.action}</Button>
        </p>
      </FileForm>
    </PanelistFrame>
  );
}

/** As everybody will see it; shown only once it is called right. */
export function PanelistPreviewPage(props: PanelistFrameProps): ReactElement | null {
  const { frame, panel, path } = props;
  const { preview } = sentences;
  const { profile, appears, differs, part, title } = panel;
  if (profile === null) return null;
  const isShown = appears !== null && !differs;
  return (
    <PanelistFrame {...props}>
      <p className="eyebrow">{preview.step}</p>
      <h1>{preview.title}</h1>
      <p className="lead">{isShown ? preview.shown : preview.lead(title)}</p>
      <Notice>
        <PersonCard {...profile} part={part} photo={profile.photoId === null ? null : `${path}/photo`} />
      </Notice>
      <Form action={`${path}/right`} token={frame.token}>
        <p className="actions">
          {isShown ? null : <Button>{preview.right}</Button>}
          <a className="button second" href={`${path}/profile`}>
            {preview.change}
          </a>
        </p>
      </Form>
    </PanelistFrame>
  );
}
