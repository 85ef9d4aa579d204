import { DomainError, notFound } from '#libs/domain';
import { words } from '#libs/words';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createElement } from 'react';
import { FormTokens } from '../auth/form-tokens.ts';
import { PanelAnswersService } from '../panels/panel-answers.service.ts';
import { type PanelistKey, PanelistLinks } from '../panels/panelist-links.service.ts';
import { NeedsInput } from '../panels/panelist.dto.ts';
import { type MyPanel, PanelistService } from '../panels/panelist.service.ts';
import { SlidesService, slideBytes } from '../files/slides.service.ts';
import { problemOf } from '../problems/problem.filter.ts';
import { shaped } from '../problems/validation.pipe.ts';
import { type FormBody, faultsOf, typed } from './form-body.ts';
import type { FieldFault } from './layout.tsx';
import { readMultipart } from './multipart-form.ts';
import { PageFrame, sendPage } from './page-frame.ts';
import { PanelistAnswerPage } from './panelist-answer.page.tsx';
import type { PanelistPageProps, PanelistSaved } from './panelist-frame.tsx';
import { PanelistPage } from './panelist.page.tsx';

/** A request by somebody's link. */
export interface AtPanel {
  token: string;
  request: FastifyRequest;
  reply: FastifyReply;
}

type Told = Pick<PanelistPageProps, 'saved' | 'faults' | 'refusal' | 'needs'>;

export const pathOf = (token: string): string => `/panelist/${token}`;

/** The evening of somebody on a panel: what it shows, and what is posted from it. */
@Injectable()
export class PanelistPages {
  constructor(
    private readonly links: PanelistLinks,
    private readonly panelists: PanelistService,
    private readonly answers: PanelAnswersService,
    private readonly slides: SlidesService,
    private readonly frames: PageFrame,
    private readonly forms: FormTokens,
  ) {}

  /** Mail programs open links to look at them: this looks, and answers nothing (rule 8). */
  async show(at: AtPanel, saved?: string): Promise<void> {
    const panel = await this.panelists.look(await this.links.keyOf(at.token));
    await this.send(at, panel, isSaved(saved) ? { saved } : {}, 200);
  }

  async act(at: AtPanel, act: string, body: FormBody | undefined): Promise<void> {
    const key = await this.links.keyOf(at.token);
    try {
      const next = await this.done(key, act, body);
      void at.reply.redirect(`${pathOf(at.token)}${next}`, 303);
    } catch (error) {
      if (!(error instanceof DomainError) || isOver(error)) throw error;
      const faults = error.shapes.length === 0 ? [] : faultsOf(error);
      const refusal = faults.length === 0 ? error.message : undefined;
      const panel = await this.panelists.look(key);
      const needs = act === 'needs' ? { needs: typed(body, 'needs') } : {};
      await this.send(at, panel, { faults, refusal, ...needs }, problemOf(error, at.request.id).status);
    }
  }

  /** A file is read as it comes, after its link and its form are proven. */
  async sendSlides(at: AtPanel): Promise<void> {
    const key = await this.links.keyOf(at.token);
    const fault = await this.keptSlides(at, key);
    if (fault === null) {
      void at.reply.redirect(`${pathOf(at.token)}?saved=slides`, 303);
      return;
    }
    await this.send(at, await this.panelists.look(key), { faults: [fault] }, 422);
  }

  /** @returns where to go from here */
  private async done(key: PanelistKey, act: string, body: FormBody | undefined): Promise<string> {
    if (act === 'answer') return this.answer(key, typed(body, 'answer'));
    if (act === 'right') {
      await this.panelists.approve(key);
      return '?saved=right';
    }
    if (act === 'needs') {
      const { needs } = await shaped(NeedsInput, { needs: typed(body, 'needs') });
      await this.panelists.need(key, needs.trim());
      return '?saved=needs';
    }
    if (act === 'introductions') {
      const most = typed(body, 'most');
      if (!/^[0-3]$/.test(most)) throw new DomainError('wrong-shape');
      await this.panelists.introduce(key, Number(most));
      return '?saved=introductions';
    }
    if (act !== 'slides-removed') throw notFound();
    await this.slides.remove(key);
    return '?saved=removed';
  }

  /** After a yes the next thing to do is to say who they are, unless that is done. */
  private async answer(key: PanelistKey, answer: string): Promise<string> {
    if (answer === 'no') {
      await this.answers.decline(key);
      return '';
    }
    if (answer !== 'yes') throw new DomainError('wrong-shape');
    await this.answers.confirm(key);
    const { profile } = await this.panelists.look(key);
    return profile === null ? '/profile' : '?saved=yes';
  }

  /** @returns what is wrong with the file; null when it is kept */
  private async keptSlides({ request }: AtPanel, key: PanelistKey): Promise<FieldFault | null> {
    const { faults } = words.panelistPage.slides;
    const limits = { fileBytes: slideBytes + 1, bodyBytes: 2 * slideBytes };
    const came: string[] = [];
    try {
      await readMultipart(request, this.forms, limits, async ({ name, content, drop }) => {
        came.push(name);
        await this.slides.keep(key, name, content).finally(drop);
      });
      return came.length > 0 ? null : { field: 'slides', detail: faults.missing };
    } catch (error) {
      const said = error instanceof DomainError ? slideFaults[error.code] : undefined;
      if (said === undefined) throw error;
      return { field: 'slides', detail: faults[said] };
    }
  }

  private async send(at: AtPanel, panel: MyPanel, told: Told, status: number): Promise<void> {
    const frame = await this.frames.of(at.request, at.reply);
    const props = { frame, panel, path: pathOf(at.token) };
    const page =
      panel.state === 'confirmed'
        ? createElement(PanelistPage, { ...props, questionsPath: `/evening/${at.token}`, ...told })
        : createElement(PanelistAnswerPage, { ...props, refusal: told.refusal });
    sendPage(at.reply, page, status);
  }
}

const slideFaults: Readonly<Record<string, keyof typeof words.panelistPage.slides.faults>> = {
  'file-too-large': 'large',
  'body-too-large': 'large',
  'file-type-refused': 'type',
  'upload-busy': 'busy',
  'upload-cut-off': 'cutOff',
  'files-quota-reached': 'quota',
};

const isOver = ({ code }: DomainError): boolean =>
  ['not-found', 'link-unusable', 'panelist-removed'].includes(code);

const isSaved = (text: string | undefined): text is PanelistSaved =>
  text !== undefined && text !== 'rightLater' && Object.hasOwn(words.panelistPage.saved, text);
