import { words } from '#libs/words';
import { Body, Controller, Get, Header, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { Repeatable } from '../auth/idempotency-key.ts';
import { CritiqueLinks } from '../critique-sessions/critique-links.service.ts';
import { IdParam } from '../problems/id.param.ts';
import { letterPdf } from './letter-pdf.ts';
import { letterText } from './letter-text.ts';
import { KeepFileInput, LetterPageView, LetterView } from './letters.dto.ts';
import { LettersService } from './letters.service.ts';

const proof = 'the link is the proof, and shows the letter of its own holder only';

/** The letter of whoever holds the link. */
@Controller('api/v1/critique/:token/sessions/:critiqueSessionId')
export class LettersController {
  constructor(
    private readonly links: CritiqueLinks,
    private readonly letters: LettersService,
  ) {}

  /** The feedback on one's own work once it is out, why there is none otherwise, and the thanks one got as a critic. */
  @Get('letter')
  @Public(proof)
  @Header('cache-control', 'no-store')
  async page(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<LetterPageView> {
    return LetterPageView.of(await this.letters.page(await this.links.keyOf(token), critiqueSessionId));
  }

  /** The letter of another version of the same work. */
  @Get('letter/versions/:submissionId')
  @Public(proof)
  @Header('cache-control', 'no-store')
  async version(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('submissionId') submissionId: string,
  ): Promise<LetterView> {
    const key = await this.links.keyOf(token);
    return LetterView.of(await this.letters.version(key, critiqueSessionId, submissionId));
  }

  /** The letter to print: A4. */
  @Get('letter.pdf')
  @Public(proof)
  @Header('cache-control', 'no-store')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } })
  async pdf(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<StreamableFile> {
    const letter = await this.letters.letter(await this.links.keyOf(token), critiqueSessionId);
    return attachment(await letterPdf(letter), 'application/pdf', 'pdf');
  }

  /** The letter as plain text: UTF-8, at most 72 characters a line. */
  @Get('letter.txt')
  @Public(proof)
  @Header('cache-control', 'no-store')
  @ApiProduces('text/plain')
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async text(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
  ): Promise<StreamableFile> {
    const letter = await this.letters.letter(await this.links.keyOf(token), critiqueSessionId);
    return attachment(Buffer.from(letterText(letter)), 'text/plain; charset=utf-8', 'txt');
  }

  /** Thanks a critic of one's own work; the critic sees it. */
  @Post('critiques/:critiqueId/thanks')
  @HttpCode(204)
  @Public(proof)
  @Repeatable('who is thanked twice was thanked once')
  async thank(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @IdParam('critiqueId') critiqueId: string,
  ): Promise<void> {
    await this.letters.thank(await this.links.keyOf(token), critiqueSessionId, critiqueId);
  }

  /** Keeps one's own file beyond its 30 days, or lets it go. */
  @Post('work/keep-file')
  @HttpCode(204)
  @Public(proof)
  @Repeatable('says whether the file is kept, however often')
  async keepFile(
    @Param('token') token: string,
    @IdParam('critiqueSessionId') critiqueSessionId: string,
    @Body() { keep }: KeepFileInput,
  ): Promise<void> {
    await this.letters.keepFile(await this.links.keyOf(token), critiqueSessionId, keep);
  }
}

/** The name says nothing about the work: it may lie on a screen that others see. */
const attachment = (bytes: Uint8Array, type: string, ending: string): StreamableFile =>
  new StreamableFile(bytes, {
    type,
    disposition: `attachment; filename="${words.letter.fileName}.${ending}"`,
    length: bytes.byteLength,
  });
