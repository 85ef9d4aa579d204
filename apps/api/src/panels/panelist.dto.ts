import { type Appearance, isWebLink } from '#libs/domain';
import { words } from '#libs/words';
import { Line, OptionalLine, Text } from '../problems/shapes.ts';

/** How somebody introduces themself, once for all events. Links are read apart, a line each. */
export class PanelistProfileInput {
  @Line(200) name!: string;
  @OptionalLine(200) pronunciation?: string;
  @Text(1000) bio!: string;
}

export class NeedsInput {
  @Text(1000) needs!: string;
}

const mostLinks = 5;
const longestLink = 300;
const longestLabel = 60;

/** What was typed, an address a line; one without its "https://" is meant so. A sentence says what is wrong with it. */
export function linksIn(typed: string): Appearance['links'] | string {
  const lines = typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > mostLinks) return words.panelistPage.profile.faults.links(mostLinks);
  const links: Appearance['links'] = [];
  for (const line of lines) {
    const url = /^[a-z][a-z0-9+.-]*:/i.test(line) && !/^[^/]+:\d+/.test(line) ? line : `https://${line}`;
    if (
      url.length > longestLink ||
      !url.isWellFormed() ||
      !isWebLink(url) ||
      !new URL(url).hostname.includes('.')
    )
      return words.panelistPage.profile.faults.link(line.slice(0, 80));
    links.push({ label: labelOf(url), url });
  }
  return links;
}

/** "soundguild.example/ines" of "https://www.soundguild.example/ines/". */
function labelOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const path = pathname === '/' ? '' : pathname.replace(/\/$/, '');
  const label = `${hostname.replace(/^www\./, '')}${path}`;
  return label.length <= longestLabel ? label : `${label.slice(0, longestLabel - 1)}…`;
}
