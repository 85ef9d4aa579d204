import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../auth/access.ts';
import { publicCss } from './public.css.ts';

@ApiExcludeController()
@Controller()
export class StylesController {
  @Get('public.css')
  @Public('the look of public pages')
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', 'public, max-age=31536000, immutable')
  styles(): string {
    return publicCss;
  }
}
