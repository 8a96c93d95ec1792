/** The app: theme and words around it, and inside whatever the vault's state calls for. */
import { Center, Loader, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Prompts } from './domains/access/Prompts';
import { SignInPage } from './domains/access/SignInPage';
import { UnlockPage } from './domains/vault/UnlockPage';
import { WelcomePage } from './domains/vault/WelcomePage';
import { BrokenVault } from './domains/vault/BrokenVault';
import { useLanguage } from './app/language';
import { keepAnswersTrue, queries } from './app/queries';
import { router } from './routes';
import { followSession, useSession } from './app/session';
import { theme } from './app/theme';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="steward-style-nonce"]')?.content ?? '';
// The kit's scroll lock adds a sheet of its own and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const stops = [keepAnswersTrue(), followSession()];
    void useSession.getState().look();
    return () => stops.forEach((stop) => stop());
  }, []);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce}>
      <Notifications position="bottom-right" />
      <QueryClientProvider client={queries}>
        <Place />
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Place() {
  const { status, who, failure } = useSession();
  if (failure !== null) return <BrokenVault failure={failure} />;
  if (status === null || who === null) {
    return (
      <Center h="100vh">
        <Loader aria-label="Steward" />
      </Center>
    );
  }
  if (status.state === 'none' || (status.state === 'open' && !status.kitConfirmed))
    return <WelcomePage status={status} />;
  if (status.state === 'locked') return <UnlockPage status={status} />;
  // The key of a step keeps a typed passphrase from standing in the next one's field.
  if (status.state === 'sign-in') return <SignInPage who={who} key={who.state} />;
  return (
    <>
      <RouterProvider router={router} />
      <Prompts />
    </>
  );
}
