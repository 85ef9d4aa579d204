import { app } from '#libs/words';
import type { Phase } from './session-calls.ts';
import { isRunnable, type SettingsDraft } from './settings-draft.ts';

const { bounds } = app.critiqueSessions.form;

/** What the api takes, and what the form says before it is asked. */
const [shortestPhase, longestPhase] = [10, 90 * 60];
const [mostTables, mostCritics] = [20, 4];

/** Field → sentence: what could not be sent as it stands. */
export function faultsOf(draft: SettingsDraft): Record<string, string> {
  return {
    ...(draft.format === 'written' ? {} : faultsOfSlot(draft.phases)),
    ...(draft.format === 'tables' && !isWithin(draft.tables, mostTables)
      ? { tables: bounds.tables(mostTables) }
      : {}),
    ...(isWithin(draft.criticsPerWork, mostCritics) ? {} : { criticsPerWork: bounds.critics(mostCritics) }),
  };
}

/** Of the whole slot only once each of its phases can be. */
function faultsOfSlot(phases: readonly Phase[]): Record<string, string> {
  const faults = phases.map(faultsOfPhase).reduce((all, one) => ({ ...all, ...one }), {});
  return Object.keys(faults).length > 0 || isRunnable(phases) ? faults : { phases: bounds.slot };
}

function faultsOfPhase({ label, seconds }: Phase, at: number): Record<string, string> {
  const isLong = seconds >= shortestPhase && seconds <= longestPhase;
  return {
    ...(label.trim() === '' ? { [`phases.${String(at)}.label`]: bounds.label } : {}),
    ...(isLong ? {} : { [`phases.${String(at)}.seconds`]: bounds.phase }),
  };
}

const isWithin = (value: number, most: number): boolean =>
  Number.isInteger(value) && value >= 1 && value <= most;

/** What the api refused, as long as what it refused stands. */
export function standingFaults(
  faults: Record<string, string>,
  sent: SettingsDraft | undefined,
  draft: SettingsDraft,
): Record<string, string> {
  if (sent === undefined) return {};
  const isUnchanged = (name: string): boolean => {
    const field = name.split('.')[0] as keyof SettingsDraft;
    return JSON.stringify(sent[field]) === JSON.stringify(draft[field]);
  };
  return Object.fromEntries(Object.entries(faults).filter(([name]) => isUnchanged(name)));
}

const shownAlways = ['title', 'rules'];
const shownBeforePlan = ['tables', 'deadlineLocal', 'criticsPerWork'];

/** Sentences that have no field to stand at. */
export function homeless(faults: Record<string, string>, draft: SettingsDraft, isPlanned: boolean): string[] {
  const isShown = (name: string): boolean =>
    shownAlways.includes(name) ||
    (!isPlanned && shownBeforePlan.includes(name) && (name !== 'tables' || draft.format === 'tables')) ||
    (draft.format !== 'written' && (name === 'phases' || /^phases\.\d+\.(label|seconds)$/.test(name)));
  const sentences = Object.entries(faults).flatMap(([name, sentence]) => (isShown(name) ? [] : [sentence]));
  return [...new Set(sentences)];
}

/** What is worth saying about a deadline that would be kept as it is. */
export function remarkOnDeadline(
  { deadlineLocal, format }: SettingsDraft,
  { startsLocal, nowLocal }: { startsLocal: string; nowLocal: string },
): string | null {
  if (deadlineLocal === null || deadlineLocal === '') return null;
  if (deadlineLocal <= nowLocal) return bounds.deadlinePassed;
  return deadlineLocal > startsLocal && format !== 'written' ? bounds.deadlineLate : null;
}
