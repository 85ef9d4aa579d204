import { notFound } from '#libs/domain';
import { Param, type PipeTransform } from '@nestjs/common';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const idPipe: PipeTransform<string, string> = {
  transform(text) {
    if (!uuid.test(text)) throw notFound();
    return text;
  },
};

/** An id in the path. What is no id names nothing, so it is the same 404 as a missing row. */
export const IdParam = (name: string): ParameterDecorator => Param(name, idPipe);
