import type { EveningPanel, EveningView } from '../calls.ts';

export const sections = ['moderate', 'questions', 'table', 'contacts'] as const;
export type Section = (typeof sections)[number];

/** What the address asks for: "#table", "#questions/<panel>"; nothing that is not known. */
export interface Place {
  section: Section | null;
  panelId: string | null;
}

export function placeOf(hash: string): Place {
  const [name = '', panelId = ''] = hash.replace(/^#/, '').split('/');
  return {
    section: sections.find((section) => section === name) ?? null,
    panelId: panelId === '' ? null : panelId,
  };
}

export const hashOf = (section: Section, panelId?: string): string =>
  panelId === undefined ? `#${section}` : `#${section}/${panelId}`;

/** The parts of the page that have something in them for this person. */
export function partsOf({
  panels,
  mixer,
  swaps,
}: Pick<EveningView, 'panels' | 'mixer' | 'swaps'>): Section[] {
  const isThere: Record<Section, boolean> = {
    moderate: panels.some(({ moderates }) => moderates),
    questions: panels.length > 0,
    table: mixer !== null,
    contacts: swaps,
  };
  return sections.filter((section) => isThere[section]);
}

/** What the page opens on: what is on, then what comes, then what stays. */
export function opensOn(evening: Pick<EveningView, 'panels' | 'mixer' | 'swaps'>): Section | undefined {
  const { panels, mixer, swaps } = evening;
  const isAhead = ({ state }: EveningPanel): boolean => state !== 'over';
  if (panels.some((panel) => panel.moderates && isAhead(panel))) return 'moderate';
  if (panels.some(({ state }) => state === 'live')) return 'questions';
  if (mixer?.state === 'seated' || mixer?.state === 'running') return 'table';
  if (panels.some(isAhead)) return 'questions';
  return swaps ? 'contacts' : partsOf(evening).at(-1);
}

/** The panel the address names, or else the one that is on, the next one, or the last one. */
export function panelAt(panels: readonly EveningPanel[], panelId: string | null): EveningPanel | undefined {
  return (
    panels.find(({ id }) => id === panelId) ??
    panels.find(({ state }) => state === 'live') ??
    panels.find(({ state }) => state === 'planned') ??
    panels.at(-1)
  );
}
