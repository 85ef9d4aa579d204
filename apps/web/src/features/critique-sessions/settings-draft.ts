import type { CritiqueSession, CritiqueTemplate, Phase, SessionInput } from './session-calls.ts';

/** What the form holds; phases in the order of the slot. */
export type SettingsDraft = Required<SessionInput> & { phases: Phase[] };

/** critique.md, The slot: what an evening needs around its slots. */
const minutesAround = 20;
const [shortest, longest] = [3 * 60, 90 * 60];

export const mostPhases = 12;

/** As a template has it, keeping what somebody set already. */
export function draftOf(template: CritiqueTemplate, before?: SettingsDraft): SettingsDraft {
  const isWritten = template.template === 'written';
  const format = before === undefined || before.format === 'written' ? 'live' : before.format;
  return {
    tables: 2,
    criticsPerWork: 3,
    deadlineLocal: null,
    blind: 'none',
    feedbackTo: 'author',
    topicsMatter: false,
    employersApart: false,
    rules: '',
    ...before,
    template: template.template,
    format: isWritten ? 'written' : format,
    title: template.title,
    phases: template.phases,
  };
}

export function draftOfSession(session: CritiqueSession): SettingsDraft {
  const { format, template, title, phases, tables, criticsPerWork, deadlineLocal } = session;
  const { blind, feedbackTo, topicsMatter, employersApart, rules } = session;
  return {
    ...{ format, template, title, phases, tables, criticsPerWork, deadlineLocal },
    ...{ blind, feedbackTo, topicsMatter, employersApart, rules },
  };
}

/** What two people made of the same settings. */
interface Merged {
  /** Mine wherever I changed something, theirs everywhere else. */
  draft: SettingsDraft;
  /** What both changed, and not to the same. */
  both: (keyof SettingsDraft)[];
}

/** @param base from which both began */
export function merged(base: SettingsDraft, mine: SettingsDraft, theirs: SettingsDraft): Merged {
  const [from, own, other] = [sendable(base), sendable(mine), sendable(theirs)];
  const differ = (field: keyof SettingsDraft, a: SettingsDraft, b: SettingsDraft): boolean =>
    JSON.stringify(a[field]) !== JSON.stringify(b[field]);
  const fields = Object.keys(from) as (keyof SettingsDraft)[];
  const changed = fields.filter((field) => differ(field, from, own));
  return {
    draft: { ...theirs, ...Object.fromEntries(changed.map((field) => [field, mine[field]])) },
    both: changed.filter((field) => differ(field, from, other) && differ(field, own, other)),
  };
}

/** As it is sent: a room has one table, and a session at home no slot. */
export function sendable(draft: SettingsDraft): SettingsDraft {
  const tables = draft.format === 'tables' ? draft.tables : 1;
  const phases = draft.format === 'written' ? [] : draft.phases;
  return { ...draft, tables, phases, deadlineLocal: draft.deadlineLocal === '' ? null : draft.deadlineLocal };
}

export const slotSeconds = (phases: readonly Phase[]): number =>
  phases.reduce((sum, { seconds }) => sum + seconds, 0);

export const isRunnable = (phases: readonly Phase[]): boolean =>
  slotSeconds(phases) >= shortest && slotSeconds(phases) <= longest;

/** How many works a table hears in so many minutes. */
export function slotsIn(minutes: number, phases: readonly Phase[]): number {
  const slot = slotSeconds(phases);
  return slot === 0 ? 0 : Math.max(0, Math.floor(((minutes - minutesAround) * 60) / slot));
}

/** A phase of a host's own, under a key that none has. */
export function withPhase(phases: readonly Phase[], label: string): Phase[] {
  const keys = new Set(phases.map(({ key }) => key));
  let at = phases.length + 1;
  while (keys.has(`phase-${String(at)}`)) at += 1;
  return [...phases, { key: `phase-${String(at)}`, label, seconds: 120, speaks: 'everybody' }];
}

/** The phase at `from` stands at `to` afterwards. */
export function moved(phases: readonly Phase[], from: number, to: number): Phase[] {
  const phase = phases[from];
  if (phase === undefined || to < 0 || to >= phases.length) return [...phases];
  return phases.toSpliced(from, 1).toSpliced(to, 0, phase);
}

/** Of a control of a phase, by which the focus finds it again. */
export const idOf = ({ key }: Phase, part: 'label' | 'up' | 'down' | 'remove'): string => `${key}-${part}`;
