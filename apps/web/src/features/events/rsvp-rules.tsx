import { NumberInput, TextInput } from '@mantine/core';
import { app } from '#libs/words';
import type { EventInput } from '../../lib/shapes.ts';
import { Choices, Tick } from './choices.tsx';
import styles from './event-form.module.css';
import { Folded } from './folded.tsx';
import { rulesSummary } from './rules-summary.ts';

interface Props {
  input: EventInput;
  set: (part: Partial<EventInput>) => void;
  faults: Record<string, string>;
}

const fields = [
  'registration',
  'approval',
  'opensLocal',
  'closesLocal',
  'answersUntilLocal',
  'waitlist',
  'waitlistOpen',
  'offerHours',
  'plusOnes',
];

/** Who can RSVP, when, with whom, and what happens when every seat is taken. */
export function RsvpRules({ input, set, faults }: Props) {
  const words = app.events.rules;
  const who = words.registration;
  return (
    <Folded
      title={words.title}
      summary={rulesSummary(input)}
      hasFault={fields.some((field) => faults[field] !== undefined)}
    >
      <div className={styles['rules']}>
        <Choices
          label={who.label}
          choices={[
            { value: 'open', label: who.open },
            { value: 'audience', label: who.audience, help: who.audienceHelp },
            { value: 'invitation', label: who.invitation },
          ]}
          value={input.registration}
          change={(registration) => {
            set({ registration });
          }}
        />
        <Tick
          label={words.approval}
          help={words.approvalHelp}
          checked={input.approval}
          change={(approval) => {
            set({ approval });
          }}
        />
        <div className={styles['pair']}>
          <LocalTime
            name="opensLocal"
            label={words.opens}
            help={words.opensHelp}
            {...{ input, set, faults }}
          />
          <LocalTime
            name="closesLocal"
            label={words.closes}
            help={words.closesHelp}
            {...{ input, set, faults }}
          />
        </div>
        <div className={styles['pair']}>
          <WholeNumber
            name="plusOnes"
            label={words.plusOnes}
            help={words.plusOnesHelp}
            max={10}
            {...{ input, set, faults }}
          />
          <LocalTime
            name="answersUntilLocal"
            label={words.answersUntil}
            help={words.answersUntilHelp}
            {...{ input, set, faults }}
          />
        </div>
        <WhenFull {...{ input, set, faults }} />
      </div>
    </Folded>
  );
}

/** The policy is kept while nobody may wait, for when the waitlist opens again. */
function WhenFull({ input, set, faults }: Props) {
  const words = app.events.rules;
  const { full } = words;
  const hours = (
    <WholeNumber
      name="offerHours"
      label={words.offerHours}
      help={words.offerHoursHelp}
      max={336}
      {...{ input, set, faults }}
    />
  );
  return (
    <Choices
      label={full.label}
      choices={[
        { value: 'automatic', label: full.automatic, help: full.automaticHelp },
        { value: 'offer', label: full.offer, help: full.offerHelp, more: hours },
        { value: 'closed', label: full.closed, help: full.closedHelp },
      ]}
      value={input.waitlistOpen ? input.waitlist : 'closed'}
      change={(value) => {
        set(value === 'closed' ? { waitlistOpen: false } : { waitlistOpen: true, waitlist: value });
      }}
    />
  );
}

interface FieldProps<Name extends keyof EventInput> extends Props {
  name: Name;
  label: string;
  help: string;
}

/** An empty one is no time. */
function LocalTime({
  name,
  label,
  help,
  input,
  set,
  faults,
}: FieldProps<'opensLocal' | 'closesLocal' | 'answersUntilLocal'>) {
  return (
    <TextInput
      type="datetime-local"
      name={name}
      label={label}
      description={help}
      value={input[name] ?? ''}
      onChange={({ currentTarget: { value } }) => {
        set({ [name]: value === '' ? null : value });
      }}
      error={faults[name]}
    />
  );
}

function WholeNumber({
  name,
  label,
  help,
  max,
  input,
  set,
  faults,
}: FieldProps<'plusOnes' | 'offerHours'> & { max: number }) {
  return (
    <NumberInput
      name={name}
      label={label}
      description={help}
      min={0}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      value={input[name]}
      onChange={(value) => {
        set({ [name]: Number(value) });
      }}
      error={faults[name]}
    />
  );
}
