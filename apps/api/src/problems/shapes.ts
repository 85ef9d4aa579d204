import { isLocalTime, isTimeZone, longestEmail, normaliseEmail } from '#libs/domain';
import { words } from '#libs/words';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationOptions,
} from 'class-validator';

// One decorator a shape: it validates, bounds, documents, and complains in words of the catalogue. Fields of a dto use
// these and nothing else, so that a bound stands in one place and class-validator's own English never reaches a person.

const trimmed = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' ? value.trim() : value,
);

/**
 * Text that can be kept: no NUL and no half of a character (a lone surrogate), both of which Postgres refuses in JSON. One
 * such name would make a whole batch of the RSVP desk fail and be tried again one by one.
 */
const isKeepable = (value: unknown): boolean =>
  typeof value === 'string' && value.isWellFormed() && !value.includes('\0');

const Keepable = (each = false): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isKeepable',
      validator: { validate: (value) => typeof value !== 'string' || isKeepable(value) },
    },
    { message: () => words.shapes.text, each },
  );

/**
 * At most `max` characters as Postgres counts them: code points. The counting of class-validator leaves out variation
 * selectors, so that a name full of them would be refused by its column instead of its field.
 */
const AtMost = (
  max: number,
  options: ValidationOptions = { message: () => words.shapes.tooLong(max) },
): PropertyDecorator =>
  ValidateBy(
    {
      name: 'atMost',
      validator: { validate: (value) => typeof value !== 'string' || Array.from(value).length <= max },
    },
    options,
  );

/** One line of text, trimmed, from 1 to `max` characters, without control characters. */
export function Line(max: number): PropertyDecorator {
  return applyDecorators(
    trimmed,
    ApiProperty({ type: String, minLength: 1, maxLength: max }),
    IsString({ message: () => words.shapes.text }),
    MinLength(1, { message: () => words.shapes.needed }),
    AtMost(max),
    Matches(/^[^\u0000-\u001f\u007f]*$/, { message: () => words.shapes.oneLine }),
    Keepable(),
  );
}

/** Like Line, but may be empty. */
export function OptionalLine(max: number): PropertyDecorator {
  return applyDecorators(
    trimmed,
    ApiProperty({ type: String, maxLength: max, required: false }),
    ValidateIf((_, value: unknown) => value !== undefined),
    IsString({ message: () => words.shapes.text }),
    AtMost(max),
    Matches(/^[^\u0000-\u001f\u007f]*$/, { message: () => words.shapes.oneLine }),
    Keepable(),
  );
}

/** Text of several lines, at most `max` characters; may be empty. */
export function Text(max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max }),
    IsString({ message: () => words.shapes.text }),
    AtMost(max),
    Keepable(),
  );
}

export function WholeNumber(min: number, max: number): PropertyDecorator {
  const message = (): string => words.shapes.wholeNumber(min, max);
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: min, maximum: max }),
    IsInt({ message }),
    Min(min, { message }),
    Max(max, { message }),
  );
}

export function OneOf(choices: readonly string[]): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ enum: [...choices] }),
    IsIn([...choices], { message: () => words.shapes.oneOf(choices) }),
  );
}

export function YesNo(): PropertyDecorator {
  return applyDecorators(ApiProperty({ type: Boolean }), IsBoolean({ message: () => words.shapes.yesNo }));
}

export function Id(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'uuid' }),
    IsUUID(undefined, { message: () => words.shapes.id }),
  );
}

/** A local minute, "2026-10-19T18:00". */
export function LocalTime(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, example: '2026-10-19T18:00' }),
    ValidateBy(
      {
        name: 'isLocalTime',
        validator: { validate: (value) => typeof value === 'string' && isLocalTime(value) },
      },
      { message: () => words.shapes.localTime },
    ),
  );
}

/** A moment as JavaScript writes it, "2026-10-19T18:04:05.678Z". */
export function Moment(): PropertyDecorator {
  const pattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;
  return applyDecorators(
    ApiProperty({ type: String, format: 'date-time', example: '2026-10-19T18:04:05.678Z' }),
    ValidateBy(
      {
        name: 'isMoment',
        validator: {
          validate: (value) =>
            typeof value === 'string' && pattern.test(value) && !Number.isNaN(Date.parse(value)),
        },
      },
      { message: () => words.shapes.moment },
    ),
  );
}

/** A calendar day, "2027-01-15". */
export function Day(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'date', example: '2027-01-15' }),
    ValidateBy(
      {
        name: 'isDay',
        validator: { validate: (value) => typeof value === 'string' && isLocalTime(`${value}T00:00`) },
      },
      { message: () => words.shapes.day },
    ),
  );
}

/** A list of at most `max` calendar days. */
export function Days(max: number): PropertyDecorator {
  const isDay = (value: unknown): boolean => typeof value === 'string' && isLocalTime(`${value}T00:00`);
  return applyDecorators(
    ApiProperty({ type: String, format: 'date', isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    ValidateBy(
      { name: 'areDays', validator: { validate: isDay } },
      { message: () => words.shapes.day, each: true },
    ),
  );
}

/** An IANA zone by name, "America/Los_Angeles". */
export function TimeZone(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: 60, example: 'America/Los_Angeles' }),
    ValidateBy(
      {
        name: 'isTimeZone',
        validator: {
          validate: (value) => typeof value === 'string' && value.length <= 60 && isTimeZone(value),
        },
      },
      { message: () => words.shapes.timeZone },
    ),
  );
}

// Swagger takes a function for a late reference only when its name is "type"; any other it takes for the class itself.

/** A list of at most `max` single lines of at most `longest` characters. */
export function Lines(max: number, longest: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    IsString({ each: true, message: () => words.shapes.text }),
    AtMost(longest, { each: true, message: () => words.shapes.eachTooLong(longest) }),
    Matches(/^[^\u0000-\u001f\u007f]*$/, { each: true, message: () => words.shapes.oneLine }),
    Keepable(true),
  );
}

/** Like Lines, but trimmed, and none of them empty. */
export function FilledLines(max: number, longest: number): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((line: unknown) => (typeof line === 'string' ? line.trim() : line))
        : value,
    ),
    Lines(max, longest),
    MinLength(1, { each: true, message: () => words.shapes.eachNeeded }),
  );
}

/** Addresses as somebody pastes them: one text of at most `longest` characters, or a list of as many in all. */
export function Pasted(longest: number): PropertyDecorator {
  const fits = (value: unknown): boolean => {
    const lines: unknown[] = Array.isArray(value) ? value : [value];
    if (!lines.every((line) => typeof line === 'string')) return false;
    const length = lines.reduce((sum, line) => sum + line.length, 0);
    return length <= longest && lines.some((line) => line.trim() !== '');
  };
  return applyDecorators(
    ApiProperty({
      oneOf: [
        { type: 'string', maxLength: longest },
        { type: 'array', items: { type: 'string', maxLength: longest } },
      ],
    }),
    ValidateBy(
      { name: 'isPasted', validator: { validate: fits } },
      { message: () => words.shapes.pasted(longest) },
    ),
  );
}

/** Answers by the id of their question: at most 20, each a text of at most 2,000 characters or a list of at most 20. */
export function Answers(): PropertyDecorator {
  const isText = (value: unknown): boolean =>
    typeof value === 'string' && value.length <= 2000 && isKeepable(value);
  const isAnswer = (value: unknown): boolean =>
    isText(value) || (Array.isArray(value) && value.length <= 20 && value.every(isText));
  const fits = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length <= 20 &&
    Object.values(value).every(isAnswer);
  return applyDecorators(
    ApiProperty({
      type: 'object',
      additionalProperties: {
        oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
      },
    }),
    ValidateBy(
      { name: 'areAnswers', validator: { validate: fits } },
      { message: () => words.shapes.answers },
    ),
  );
}

/** A list of at most `max` objects of one dto. */
export function ListOf(item: () => new () => object, max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => item(), isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    ValidateNested({ each: true, message: () => words.shapes.object }),
    Type(item),
  );
}

/** One object of another dto. */
export function Nested(item: () => new () => object): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: () => item() }),
    IsObject({ message: () => words.shapes.object }),
    ValidateNested({ message: () => words.shapes.object }),
    Type(item),
  );
}

/** A list of at most `max` whole numbers. */
export function WholeNumbers(max: number, from: number, to: number): PropertyDecorator {
  const message = (): string => words.shapes.wholeNumber(from, to);
  return applyDecorators(
    ApiProperty({ type: 'integer', minimum: from, maximum: to, isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    IsInt({ each: true, message }),
    Min(from, { each: true, message }),
    Max(to, { each: true, message }),
  );
}

/** A list of at most `max` ids. */
export function Ids(max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, format: 'uuid', isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    IsUUID(undefined, { each: true, message: () => words.shapes.id }),
  );
}

/** A list of at most `max` of these words. */
export function ChoicesOf(choices: readonly string[], max: number): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ enum: [...choices], isArray: true, maxItems: max }),
    IsArray({ message: () => words.shapes.list }),
    ArrayMaxSize(max, { message: () => words.shapes.tooMany(max) }),
    IsIn([...choices], { each: true, message: () => words.shapes.oneOf(choices) }),
  );
}

/** A colour as "#rrggbb", any case. */
export function Colour(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value)),
    ApiProperty({ type: String, example: '#0f766e' }),
    Matches(/^#[0-9a-f]{6}$/, { message: () => words.shapes.colour }),
  );
}

/** One plain e-mail address; it arrives as the product keeps it. */
export function Email(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' ? (normaliseEmail(value) ?? value) : value,
    ),
    ApiProperty({ type: String, format: 'email', maxLength: longestEmail }),
    ValidateBy(
      {
        name: 'isAddress',
        validator: { validate: (value) => typeof value === 'string' && normaliseEmail(value) !== null },
      },
      { message: () => words.problems['address-unusable'] },
    ),
  );
}

/** The field may be left out; null is not left out. */
export function Optional(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ required: false }),
    ValidateIf((_, value: unknown) => value !== undefined),
  );
}

/** The field may be null, and then nothing else about it is checked. */
export function OrNull(): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ nullable: true }),
    ValidateIf((_, value: unknown) => value !== null),
  );
}
