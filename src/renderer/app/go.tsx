/** Going from page to page. */
import { Link, useNavigate } from '@tanstack/react-router';

export const useGo = useNavigate;
/** A link to a page, for `component={PageLink}` of the kit's anchors and buttons. */
export const PageLink = Link;
