import { Button } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A place that looks like a button: a real link with the router's types. */
export const ButtonLink = createLink(Button<'a'>);
