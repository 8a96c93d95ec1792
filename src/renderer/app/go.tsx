/** Going from page to page. */
import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink, Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode, Ref } from 'react';

export const useGo = useNavigate;
/** A link to a page, for `component={PageLink}` of the kit's buttons. */
export const PageLink = Link;

type TextLinkProps = Omit<AnchorProps, 'href'> & {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children?: ReactNode;
};
const KitAnchor = ({ ref, ...rest }: TextLinkProps) => <Anchor ref={ref} {...rest} />;
/** A link in the text, with the address and its parameters checked against the routes. */
export const TextLink = createLink(KitAnchor);

type ButtonLinkProps = ButtonProps & {
  readonly ref?: Ref<HTMLAnchorElement>;
  readonly children?: ReactNode;
  readonly 'aria-label'?: string;
};
const KitButton = ({ ref, ...rest }: ButtonLinkProps) => <Button ref={ref} component="a" {...rest} />;
/** A link that looks like a button, checked like those in the text. */
export const ButtonLink = createLink(KitButton);
