/** Roles by the names people know: built-in ones in the page's language, own ones as the business calls them. */
import { useAsked } from '../../app/use-asked';
import { useMay } from '../../app/session';
import { useWords } from '../../app/words';

export function useRoleNames(): { readonly nameOf: (role: string) => string; readonly roles: readonly string[] } {
  const w = useWords('access').roles;
  const mayAsk = useMay()('read', 'access');
  const { answer } = useAsked('access', 'roles', {}, { enabled: mayAsk });
  const own = new Map((answer?.roles ?? []).map(({ id, name }) => [id as string, name]));
  const builtIn = Object.keys(w.builtIn);
  return {
    nameOf: (role) => w.builtIn[role] ?? own.get(role) ?? role,
    roles: [...builtIn, ...[...own.keys()].filter((role) => !builtIn.includes(role))],
  };
}
