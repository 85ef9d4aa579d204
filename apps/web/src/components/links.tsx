import { Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';

type Props = ButtonProps & Omit<ComponentProps<'a'>, keyof ButtonProps>;

/** A place that looks like a button: a real link with the router's types, which opens in a tab of its own if asked. */
export const ButtonLink = createLink((props: Props) => <Button component="a" {...props} />);
