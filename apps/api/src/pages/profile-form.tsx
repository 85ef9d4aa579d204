import { stages, steps } from '#libs/domain';
import { words } from '#libs/words';
import type { ReactElement } from 'react';
import { Choice, Field, type FieldFault, faultOf } from './layout.tsx';
import type { ProfileTexts, lists } from './profile-fields.ts';

const sentences = words.pages.rsvp.introductions;

export interface ProfileFieldsProps {
  fields: ProfileTexts;
  faults: readonly FieldFault[];
  /** Panelists have none unless they say a number. */
  panelist?: boolean;
}

/** The five questions; what few people change is folded away below them. */
export function ProfileFields({ fields, faults, panelist = false }: ProfileFieldsProps): ReactElement {
  const list = (name: (typeof lists)[number]): ReactElement => (
    <Field
      name={name}
      label={sentences[name]}
      hint={sentences[`${name}Hint`]}
      value={fields[name]}
      fault={faultOf(faults, name)}
      maxLength={400}
      optional
    />
  );
  return (
    <>
      {list('crafts')}
      <Field
        name="workingOn"
        label={sentences.workingOn}
        hint={sentences.workingOnHint}
        value={fields.workingOn}
        fault={faultOf(faults, 'workingOn')}
        maxLength={400}
        optional
      />
      {list('lookingFor')}
      {list('canHelpWith')}
      <Field
        name="known"
        label={sentences.known}
        hint={sentences.knownHint}
        value={fields.known}
        fault={faultOf(faults, 'known')}
        maxLength={5000}
        rows={3}
        optional
      />
      <More fields={fields} faults={faults} panelist={panelist} />
    </>
  );
}

const rare = ['maxIntroductions', 'preferredStep', 'stage', 'city'] as const;

function More({ fields, faults, panelist }: Required<ProfileFieldsProps>): ReactElement {
  const { stages: stageNames, stageNone } = sentences;
  return (
    <details
      open={fields.namedInAsks || rare.some((field) => fields[field] !== '' || faultOf(faults, field))}
    >
      <summary>{sentences.more}</summary>
      <Select
        name="maxIntroductions"
        label={sentences.maxIntroductions}
        value={fields.maxIntroductions}
        options={withUsual(numbers(), fields.maxIntroductions, panelist ? 0 : 2)}
      />
      <Select
        name="preferredStep"
        label={sentences.preferredStep}
        hint={sentences.preferredStepHint}
        value={fields.preferredStep}
        options={withUsual(stepNames(), fields.preferredStep, 'mail')}
      />
      <Select
        name="stage"
        label={sentences.stage}
        value={fields.stage}
        options={[['', stageNone], ...stages.map((one): [string, string] => [one, stageNames[one]])]}
      />
      <Field
        name="city"
        label={sentences.city}
        value={fields.city}
        fault={faultOf(faults, 'city')}
        autoComplete="address-level2"
        maxLength={60}
        optional
      />
      <Choice name="namedInAsks" label={sentences.namedInAsks} checked={fields.namedInAsks} />
    </details>
  );
}

const numbers = () =>
  ([0, 1, 2, 3] as const).map((number): Option => [String(number), sentences.most[number]]);
const stepNames = () => steps.map((step): Option => [step, sentences.step[step]]);

/** Where nothing was said the usual stands for itself, first and without a value: a form left alone changes nothing. */
function withUsual(options: readonly Option[], value: string, usual: string | number): readonly Option[] {
  if (value !== '') return options;
  const [first] = options.filter(([option]) => option === String(usual));
  return [['', first?.[1] ?? ''], ...options.filter((option) => option !== first)];
}

type Option = readonly [value: string, text: string];

interface SelectProps {
  name: string;
  label: string;
  value: string;
  options: readonly Option[];
  hint?: string;
}

/** One of a few; native, so it needs no script and opens as the phone's own list. */
function Select({ name, label, value, options, hint }: SelectProps): ReactElement {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint === undefined ? null : (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <select
        id={name}
        name={name}
        defaultValue={value}
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Who sees what; no box is ticked by itself. */
export function VisibleChoices({
  nameVisible,
  profileVisible,
}: {
  nameVisible: boolean;
  profileVisible: boolean;
}): ReactElement {
  return (
    <fieldset>
      <legend>{sentences.visible}</legend>
      <Choice name="nameVisible" label={sentences.nameVisible} checked={nameVisible} />
      <Choice
        name="profileVisible"
        label={sentences.profileVisible}
        hint={sentences.profileVisibleHint}
        checked={profileVisible}
      />
    </fieldset>
  );
}
