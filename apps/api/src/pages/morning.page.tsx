import { spokenLocale, words } from '#libs/words';
import type { ReactElement } from 'react';
import type { NamedGuest } from '../mornings/mornings.queries.ts';
import type { Morning } from '../mornings/mornings.queries.ts';
import { Button, Choice, Fault, Field, type FieldFault, Form, Notice, Page, faultOf } from './layout.tsx';
import { type MorningFields, peopleTable } from './morning-fields.ts';
import type { Frame } from './page-frame.ts';
import { VisibleChoices } from './profile-form.tsx';
import { WantsIntroductions } from './rsvp-form.tsx';

const sentences = words.morning;
const about = words.pages.rsvp.introductions;

export interface MorningPageProps {
  frame: Frame;
  /** Where the form goes: the page's own address. */
  path: string;
  morning: Morning;
  fields: MorningFields;
  faults?: readonly FieldFault[];
  saved?: boolean;
}

type PartProps = Required<Pick<MorningPageProps, 'morning' | 'fields' | 'faults'>>;

/** Whom somebody talked to and would like to meet: their own answers and nobody else's. */
export function MorningPage(props: MorningPageProps): ReactElement {
  const { frame, path, morning, fields, faults = [], saved = false } = props;
  const part = { morning, fields, faults };
  const until = sentences.until(dayIn(morning.timeZone, morning.until));
  return (
    <Page title={sentences.title} accent={morning.accent} demo={frame.demo}>
      <h1>{sentences.title}</h1>
      {saved ? (
        <Notice kind="good" title={sentences.saved}>
          <p>{until}</p>
        </Notice>
      ) : null}
      <Fault faults={faults} />
      <p className="lead">{sentences.lead(morning.eventTitle, morning.organizationName)}</p>
      <p>{sentences.private}</p>
      <Form action={path} token={frame.token}>
        <Talked {...part} />
        <Numbers {...part} />
        <Introductions {...part} />
        <div className="actions">
          <Button>{sentences.save}</Button>
        </div>
      </Form>
      {saved ? null : <p className="quiet">{until}</p>}
    </Page>
  );
}

function Talked({ morning: { people }, fields, faults }: PartProps): ReactElement {
  const alone = people.length === 0;
  return (
    <>
      {alone ? null : <People people={people} fields={fields} fault={faultOf(faults, peopleTable)} />}
      <Field
        name="talkedNames"
        label={alone ? sentences.talkedNames : sentences.talkedNamesBeside}
        hint={sentences.namesHint}
        value={fields.talkedNames}
        fault={faultOf(faults, 'talkedNames')}
        rows={3}
        optional
      />
      <Field
        name="wishNames"
        label={alone ? sentences.wishNames : sentences.wishNamesBeside}
        hint={sentences.wishNamesHint}
        value={fields.wishNames}
        fault={faultOf(faults, 'wishNames')}
        rows={2}
        optional
      />
    </>
  );
}

interface PeopleProps {
  people: readonly NamedGuest[];
  fields: MorningFields;
  fault: string | undefined;
}

/** A line for each, with two boxes: the name belongs to the first, which most people tick. */
function People({ people, fields, fault }: PeopleProps): ReactElement {
  const faultId = `${peopleTable}-fault`;
  return (
    <section className="field people" id={peopleTable} tabIndex={-1}>
      <h2>{sentences.people}</h2>
      <p className="hint">{sentences.peopleHint}</p>
      {fault === undefined ? null : (
        <span className="fault" id={faultId}>
          {fault}
        </span>
      )}
      <table aria-describedby={fault === undefined ? undefined : faultId}>
        <thead>
          <tr>
            <th scope="col">{sentences.name}</th>
            <th scope="col">{sentences.talked}</th>
            <th scope="col">{sentences.wish}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((guest) => (
            <Guest key={guest.attendeeId} guest={guest} fields={fields} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Guest({ guest, fields }: { guest: NamedGuest; fields: MorningFields }): ReactElement {
  const { attendeeId, name, crafts } = guest;
  const talkedId = `talked-${attendeeId}`;
  return (
    <tr>
      <th scope="row">
        <label htmlFor={talkedId}>
          {name}
          {crafts.length === 0 ? null : <small>{crafts.join(', ')}</small>}
        </label>
      </th>
      <td>
        <label>
          <input
            type="checkbox"
            id={talkedId}
            name="talked"
            value={attendeeId}
            aria-label={sentences.talkedTo(name)}
            defaultChecked={fields.talked.includes(attendeeId)}
          />
        </label>
      </td>
      <td>
        <label>
          <input
            type="checkbox"
            name="wish"
            value={attendeeId}
            aria-label={sentences.wouldMeet(name)}
            defaultChecked={fields.wishes.includes(attendeeId)}
          />
        </label>
      </td>
    </tr>
  );
}

function Numbers({ fields, faults }: PartProps): ReactElement {
  return (
    <>
      <h2>{sentences.numbers}</h2>
      <Field
        name="talkedTo"
        label={sentences.count}
        value={fields.talkedTo}
        fault={faultOf(faults, 'talkedTo')}
        inputMode="numeric"
        className="digits"
        maxLength={4}
        optional
      />
      <Field
        name="newPeople"
        label={sentences.countNew}
        value={fields.newPeople}
        fault={faultOf(faults, 'newPeople')}
        inputMode="numeric"
        className="digits"
        maxLength={4}
        optional
      />
    </>
  );
}

function Introductions({ morning, fields, faults }: PartProps): ReactElement {
  const asks = morning.asksIntroductions;
  return (
    <>
      <h2>{sentences.introductions}</h2>
      <p>{asks ? about.lead : sentences.introductionsGiven}</p>
      {asks ? <WantsIntroductions wants={fields.introductions} /> : null}
      <About morning={morning} fields={fields} faults={faults} />
      <VisibleChoices nameVisible={fields.nameVisible} profileVisible={fields.profileVisible} />
    </>
  );
}

/** Open for whoever has just said yes: their words are what a host finds somebody by. */
function About({ fields, faults }: PartProps): ReactElement {
  const list = (name: 'crafts' | 'workingOn' | 'lookingFor' | 'canHelpWith'): ReactElement => (
    <Field
      name={name}
      label={about[name]}
      hint={about[`${name}Hint`]}
      value={fields[name]}
      fault={faultOf(faults, name)}
      maxLength={400}
      optional
    />
  );
  return (
    <details open={fields.introductions === 'yes' || faults.length > 0}>
      <summary>{sentences.about}</summary>
      <p>{sentences.aboutLead}</p>
      {list('crafts')}
      {list('workingOn')}
      {list('lookingFor')}
      {list('canHelpWith')}
      <Choice name="namedInAsks" label={about.namedInAsks} checked={fields.namedInAsks} />
    </details>
  );
}

function dayIn(timeZone: string, moment: Date): string {
  return new Intl.DateTimeFormat(spokenLocale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  }).format(moment);
}
