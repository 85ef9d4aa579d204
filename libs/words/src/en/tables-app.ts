import { wordList } from './reasons.ts';
import { counted } from './numbers.ts';
import { spoken } from '../speech.ts';

const people = (count: number): string => counted(count, 'person', 'people');

/** Small tables, for hosts. */
export const tablesApp = /* @__PURE__ */ spoken('tablesApp', {
  tab: 'Tables',
  title: 'Small tables',
  noTables: 'This evening has no small tables',
  noTablesText:
    'Choose “Small tables” as its mixer when you edit the event; then you draw who sits with whom here.',
  edit: 'Edit the event',
  lead: 'People sit with others they do not know yet, who share a topic with them. Everybody reads their table on their phone.',
  lost: 'The connection was lost. We try again by ourselves; what you see may be a little old.',
  settings: {
    title: 'How you sit',
    rounds: 'Rounds',
    seats: 'People at a table',
    seatsHelp: 'At most. Three at a table become four rather than leave two alone.',
    minutes: 'Minutes a round',
    minutesHelp: '40 or more: a shorter talk stays a pitch.',
    minutesFault: 'Between 40 and 180 minutes.',
    employersApart: 'Keep people of the same employer apart where possible',
    employersHelp: 'As far as a guest list you imported names where they work.',
    save: 'Keep',
    saved: 'The settings are kept.',
    drawn:
      'Rounds and people at a table stay as they are while tables are drawn. Clear the tables to change them.',
    open: 'Change the minutes',
  },
  draw: {
    title: 'Draw the tables',
    here: (count: number) => `Draw tables for ${people(count)} who came`,
    going: (count: number) => `Draw tables for all ${String(count)} going`,
    few: (fewest: number) =>
      `It takes at least ${String(fewest)} people. Check them in at the door, or draw for everybody who is going.`,
    fewGoing: (fewest: number) => `It takes at least ${String(fewest)} people who are going.`,
    many: (most: number) => `Tables are drawn for at most ${String(most)} people.`,
    early:
      'You can draw before the doors open. Whoever comes without a table gets one then, and nobody moves.',
    drawing: 'Finding who sits with whom…',
    again: 'Draw again',
    drawn: (tables: number) => `${counted(tables, 'table is', 'tables are')} drawn.`,
    drawnAgain: 'The tables are drawn anew.',
    willDraw: 'The tables will be drawn anew. What you moved by hand is forgotten.',
    clear: 'Clear the tables',
    willClear: 'The tables will be cleared. Phones say that none are drawn.',
    againHere: (count: number) => `For ${people(count)} who came`,
    againGoing: (count: number) => `For all ${String(count)} going`,
  },
  state: {
    seated: 'Drawn, not started',
    running: (round: number, rounds: number) => `Round ${String(round)} of ${String(rounds)}`,
    ended: 'The rounds are over',
  },
  acts: {
    start: 'Start round 1',
    next: (round: number) => `Start round ${String(round)}`,
    end: 'End the last round',
    started: (round: number) => `Round ${String(round)} has begun.`,
    ended: 'The rounds are over.',
    undo: 'Undo',
    back: 'Go back one step',
    justDone: 'What just happened',
  },
  clock: {
    left: 'left',
    over: (minutes: number) => `Time is up for ${counted(minutes, 'minute', 'minutes')}`,
    justOver: 'Time is up',
    label: 'Time left in this round',
  },
  screen: 'Screen for the room',
  cards: 'Print table cards',
  badges: 'Print badges',
  rounds: 'Rounds',
  round: (round: number) => `Round ${String(round)}`,
  told: {
    title: 'How well it turned out',
    noRepeats: 'Nobody meets the same person twice.',
    repeats: (count: number) => `${counted(count, 'pair meets', 'pairs meet')} a second time.`,
    repeatsMust: (tables: number, seats: number) =>
      `With ${counted(tables, 'table', 'tables')} of up to ${String(seats)} it cannot be otherwise: there are not enough tables to spread to.`,
    repeatsMustRounds: (rounds: number) =>
      `In ${String(rounds)} rounds there are more seats to fill than new people to meet.`,
    repeatsMay: 'No better seating was found. Draw again, or hold a round less.',
    noKnown: 'Nobody sits with somebody they said they know.',
    known: (count: number) =>
      `${counted(count, 'pair that knows each other shares', 'pairs that know each other share')} a table.`,
    employers: (count: number) =>
      `${counted(count, 'pair of the same employer shares', 'pairs of the same employer share')} a table.`,
    noEmployers: 'People known to be of the same employer sit apart.',
    many: 'There are more of them than tables to spread them over, or something weighed more. Move one by hand if you like.',
    topics: 'Every table has a topic to begin with.',
    noTopic: (count: number) => `${counted(count, 'table has', 'tables have')} no topic in common.`,
    noTopicWhy:
      'Their people said little about what they do, or different things. A question from you helps.',
    stages: 'No table is known to be of one stage alone.',
    oneStage: (count: number) => `${counted(count, 'table is', 'tables are')} of one stage alone.`,
    oneStageWhy: 'Those who told their stage are too many of one kind.',
  },
  table: (table: number) => `Table ${String(table)}`,
  topic: (topic: string) => `To begin with: ${topic}`,
  noTopic: 'No topic in common',
  empty: 'Nobody sits here now.',
  marks: {
    late: 'came late',
    host: 'moved by you',
    left: 'gone',
    notHere: 'not here yet',
    hidden: 'name not on the screen',
  },
  person: {
    menu: (name: string) => `${name}: move, or mark as gone`,
    moveTo: (table: number) => `Move to table ${String(table)}`,
    newTable: (table: number) => `Move to table ${String(table)} (new)`,
    leave: 'Has gone',
    comeBack: 'Is back',
    full: 'full',
    moved: (name: string, table: number) => `${name} sits at table ${String(table)} now.`,
    left: (name: string) => `${name} has gone. Nobody else moves.`,
    back: (name: string) => `${name} is back.`,
    seated: (name: string, tables: readonly number[]) =>
      tables.length === 0
        ? `${name} has a table.`
        : `${name} sits at table ${wordList(tables.map(String))}. Nobody else moves.`,
    drag: 'Drag a name to another table, or use its menu.',
  },
  unseated: {
    title: 'Here, without a table',
    none: 'Everybody who came has a table.',
    seat: 'Find a table',
    seatName: (name: string) => `Find a table for ${name}`,
    search: 'Find a name',
    others: (count: number) =>
      `${counted(count, 'more who is going and has', 'more who are going and have')} not come yet`,
    othersHelp: 'Find a table for somebody before they come if you like.',
  },
  list: {
    missing: (count: number) => `${people(count)} with a table ${count === 1 ? 'has' : 'have'} not come yet.`,
  },
  keys: {
    next: 'Start the next round',
    draw: 'Draw the tables again',
    rounds: 'Show the round before or after',
  },
  map: {
    title: (event: string) => `Tables: ${event}`,
    waiting: 'Tables are drawn in a moment',
    over: 'The rounds are over',
    overText: 'Stay and talk as long as you like.',
    find: 'Find your table',
    phone: 'Not on the list? Your phone says your table: the link is in your mail.',
    more: (count: number) => `and ${String(count)} more`,
    only: (count: number) => people(count),
    next: (round: number) => `Next: round ${String(round)}`,
    timeIsUp: 'Time is up',
  },
} as const);
