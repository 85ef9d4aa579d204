import { Button, Menu } from '@mantine/core';
import { createLink } from '@tanstack/react-router';

/** A place that looks like a button, and one in a menu: real links with the router's types. */
export const ButtonLink = createLink(Button<'a'>);
export const MenuLink = createLink(Menu.Item<'a'>);
