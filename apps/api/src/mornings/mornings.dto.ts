import { mostTold } from '#libs/domain';
import {
  FilledLines,
  Ids,
  Lines,
  Nested,
  Optional,
  OptionalLine,
  OrNull,
  WholeNumber,
  YesNo,
} from '../problems/shapes.ts';
import type { Morning, NamedPeople } from './mornings.queries.ts';

const most = mostTold.talked;

/** People of the evening, taken from the list or typed by name. */
export class NamedPeopleInput {
  /** From `people`; anybody else is passed over. */
  @Ids(most) attendeeIds!: string[];
  /** Whether somebody of that name was there is not told. */
  @FilledLines(most, 200) names!: string[];
}

/** For introductions; what is left out stays. */
export class MorningProfileInput {
  @Optional() @Lines(3, 40) crafts?: string[];
  @OptionalLine(140) workingOn?: string;
  @Optional() @Lines(3, 40) lookingFor?: string[];
  @Optional() @Lines(3, 40) canHelpWith?: string[];
  @Optional() @YesNo() namedInAsks?: boolean;
}

export class MorningInput {
  /** Whom you talked to. */
  @Nested(() => NamedPeopleInput) talked!: NamedPeopleInput;
  /** Whom you would like to meet: two at most. */
  @Nested(() => NamedPeopleInput) wishes!: NamedPeopleInput;
  /** How many people you talked to. */
  @OrNull() @WholeNumber(0, 500) talkedTo!: number | null;
  /** How many of them were new to you. */
  @OrNull() @WholeNumber(0, 500) newPeople!: number | null;
  /** Whether the host may suggest introductions; left out, the answer stays as it is. */
  @Optional() @YesNo() introductions?: boolean;
  /** Others who came may see my name. */
  @Optional() @YesNo() nameVisible?: boolean;
  /** Others who came may see what I do. */
  @Optional() @YesNo() profileVisible?: boolean;
  @Optional() @Nested(() => MorningProfileInput) profile?: MorningProfileInput;
}

export class NamedGuestView {
  attendeeId!: string;
  name!: string;
  crafts!: string[];
}

export class NamedPeopleView {
  attendeeIds!: string[];
  names!: string[];

  static of({ attendeeIds, names }: NamedPeople): NamedPeopleView {
    return { attendeeIds, names };
  }
}

/** The reader's own answers. Nobody else is shown any of them. */
export class MorningView {
  attendeeId!: string;
  title!: string;
  organizationName!: string;
  timeZone!: string;
  /** Until when it can be answered and changed. */
  until!: string;
  /** Who came and lets others see their name. */
  people!: NamedGuestView[];
  talked!: NamedPeopleView;
  wishes!: NamedPeopleView;
  talkedTo!: number | null;
  newPeople!: number | null;
  /** Null: never asked. */
  introductions!: 'given' | 'refused' | null;
  nameVisible!: boolean;
  profileVisible!: boolean;
  crafts!: string[];
  workingOn!: string;
  lookingFor!: string[];
  canHelpWith!: string[];
  namedInAsks!: boolean;

  static of(morning: Morning): MorningView {
    const { attendeeId, eventTitle, organizationName, timeZone, until, people, profile } = morning;
    return {
      attendeeId,
      title: eventTitle,
      organizationName,
      timeZone,
      until: until.toISOString(),
      people: people.map(({ attendeeId: id, name, crafts }) => ({ attendeeId: id, name, crafts })),
      talked: NamedPeopleView.of(morning.talked),
      wishes: NamedPeopleView.of(morning.wishes),
      talkedTo: morning.talkedTo,
      newPeople: morning.newPeople,
      introductions: morning.introductions,
      nameVisible: morning.nameVisible,
      profileVisible: morning.profileVisible,
      crafts: profile.crafts,
      workingOn: profile.workingOn,
      lookingFor: profile.lookingFor,
      canHelpWith: profile.canHelpWith,
      namedInAsks: profile.namedInAsks,
    };
  }
}
