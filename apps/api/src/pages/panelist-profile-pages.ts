import { DomainError } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import { createElement } from 'react';
import { FormTokens } from '../auth/form-tokens.ts';
import { Budgets } from '../budgets.ts';
import { PanelistLinks } from '../panels/panelist-links.service.ts';
import { PanelistProfileInput, linksIn } from '../panels/panelist.dto.ts';
import { type MyPanel, PanelistService, type SaidOfMe } from '../panels/panelist.service.ts';
import { pictureBytes, squarePicture } from '../panels/pictures.ts';
import { shaped } from '../problems/validation.pipe.ts';
import { type FormBody, faultsOf, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { type SentFile, readMultipart } from './multipart-form.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { type AtPanel, pathOf } from './panelist-pages.ts';
import { PanelistPreviewPage, PanelistProfilePage, type ProfileTyped } from './panelist-profile.page.tsx';

const { faults: sentences } = words.panelistPage.profile;

/** Each keeps a core and some hundred MB for up to some seconds, and all others wait for it. */
const picturesPerHour = 10;

/** How somebody on a panel introduces themself, and whether that is right. */
@Injectable()
export class PanelistProfilePages {
  constructor(
    private readonly links: PanelistLinks,
    private readonly panelists: PanelistService,
    private readonly frames: PageFrame,
    private readonly forms: FormTokens,
    private readonly budgets: Budgets,
  ) {}

  async form(at: AtPanel): Promise<void> {
    const panel = await this.confirmed(at);
    if (panel !== null) await this.sendForm(at, panel, keptIn(panel), [], 200);
  }

  /** Without anything to look at, the form comes first. */
  async preview(at: AtPanel): Promise<void> {
    const panel = await this.confirmed(at);
    if (panel === null) return;
    if (panel.profile === null) {
      void at.reply.redirect(`${pathOf(at.token)}/profile`, 303);
      return;
    }
    const frame = await this.frames.of(at.request, at.reply);
    sendPage(at.reply, createElement(PanelistPreviewPage, { frame, panel, path: pathOf(at.token) }));
  }

  /** Takes all of it or nothing: whatever is wrong, the form comes back with what was typed. */
  async save(at: AtPanel): Promise<void> {
    const key = await this.links.keyOf(at.token);
    if (key.state !== 'confirmed') throw new DomainError('link-unusable');
    const sent: { photo: Buffer | null; fault: string | null } = { photo: null, fault: null };
    const limits = { fileBytes: pictureBytes, bodyBytes: 8 * pictureBytes };
    const body = await readMultipart(at.request, this.forms, limits, async (file) => {
      Object.assign(sent, await this.pictureIn(file, key.personId));
    });
    const { said, faults } = await saidIn(body);
    if (sent.fault !== null) faults.push({ field: 'photo', detail: sent.fault });
    if (said === null || faults.length > 0) {
      await this.sendForm(at, await this.panelists.look(key), typedIn(body), faults, 422);
      return;
    }
    const unsent = typedIn(body).noPhoto ? 'none' : 'keep';
    await this.panelists.describe(key, said, sent.photo ?? unsent);
    void at.reply.redirect(`${pathOf(at.token)}/preview`, 303);
  }

  private async pictureIn(
    { content, isCut }: SentFile,
    personId: string,
  ): Promise<{ photo: Buffer | null; fault: string | null }> {
    const pieces: Uint8Array[] = [];
    try {
      for await (const piece of content) pieces.push(piece);
    } catch {
      return { photo: null, fault: sentences.cutOff };
    }
    if (isCut()) return { photo: null, fault: sentences.photoLarge };
    if (!(await this.budgets.spend({ key: `pictures:${personId}`, limit: picturesPerHour })))
      return { photo: null, fault: sentences.photosMany };
    const photo = await squarePicture(Buffer.concat(pieces));
    return { photo, fault: photo === null ? sentences.photo : null };
  }

  /** Null, on the way to their answer, for whoever did not say yes. */
  private async confirmed(at: AtPanel): Promise<MyPanel | null> {
    const panel = await this.panelists.look(await this.links.keyOf(at.token));
    if (panel.state === 'confirmed') return panel;
    void at.reply.redirect(pathOf(at.token), 303);
    return null;
  }

  private async sendForm(
    at: AtPanel,
    panel: MyPanel,
    values: ProfileTyped,
    faults: readonly FieldFault[],
    status: number,
  ): Promise<void> {
    const frame = await this.frames.of(at.request, at.reply);
    const props = { frame, panel, path: pathOf(at.token), typed: values, faults };
    sendPage(at.reply, createElement(PanelistProfilePage, props), status);
  }
}

/** The first time, the name is as the organizer wrote it. */
const keptIn = ({ profile, name }: MyPanel): ProfileTyped => ({
  name: profile === null || profile.name === '' ? name : profile.name,
  pronunciation: profile?.pronunciation ?? '',
  bio: profile?.bio ?? '',
  links: (profile?.links ?? []).map(({ url }) => url).join('\n'),
  noPhoto: false,
});

const typedIn = (body: FormBody): ProfileTyped => ({
  name: typed(body, 'name'),
  pronunciation: typed(body, 'pronunciation'),
  bio: typed(body, 'bio'),
  links: typed(body, 'links'),
  noPhoto: typed(body, 'noPhoto') !== '',
});

async function saidIn(body: FormBody): Promise<{ said: SaidOfMe | null; faults: FieldFault[] }> {
  const { name, pronunciation, bio, links: lines } = typedIn(body);
  const links = linksIn(lines.replaceAll('\r\n', '\n'));
  const faults: FieldFault[] = [];
  let said: SaidOfMe | null = null;
  try {
    const input = await shaped(PanelistProfileInput, {
      name,
      pronunciation,
      bio: bio.replaceAll('\r\n', '\n').trim(),
    });
    if (typeof links !== 'string')
      said = { name: input.name, pronunciation: input.pronunciation ?? '', bio: input.bio, links };
  } catch (error) {
    faults.push(...faultsOf(error));
  }
  if (typeof links === 'string') faults.push({ field: 'links', detail: links });
  return { said, faults };
}
