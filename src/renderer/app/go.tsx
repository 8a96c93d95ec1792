/** Going from page to page. */
import { Link, type NavigateOptions, type RegisteredRouter, useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';

/** Goes to a page of the routes; typed by them. */
export type Go = <To extends string | undefined>(to: NavigateOptions<RegisteredRouter, string, To>) => void;

export function useGo(): Go {
  const navigate = useNavigate();
  return useCallback<Go>((to) => void navigate(to as never), [navigate]);
}

/** A link to a page, for `component={PageLink}` of the kit's anchors and buttons. */
export const PageLink = Link;
