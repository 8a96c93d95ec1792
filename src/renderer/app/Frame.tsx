/** The frame around every page: navigation at the side, lock and colours at its foot, the page itself as the main landmark. */
import { ActionIcon, Menu, NavLink, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconAdjustments,
  IconCalendarEvent,
  IconCalendarStats,
  IconChecklist,
  IconChevronDown,
  IconDatabaseExport,
  IconDeviceLaptop,
  IconEye,
  IconFileImport,
  IconFileText,
  IconHelpCircle,
  IconHistory,
  IconHourglass,
  IconKey,
  IconListCheck,
  IconLock,
  IconMenu2,
  IconMoon,
  IconPaperclip,
  IconRocket,
  IconRoute,
  IconScale,
  IconSchool,
  IconSitemap,
  IconSun,
  IconSunrise,
  IconTable,
  IconThumbUp,
  IconTruckDelivery,
  IconUserCircle,
  IconUserShield,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { ask } from './ask';
import styles from './Frame.module.css';
import { PageLink } from './go';
import { Loading } from './Loading';
import { useMay, useSession } from './session';
import { TaskStrip } from './TaskStrip';
import { useWords } from './words';
import { Mark } from '../ui/Mark';

const groups = [
  {
    name: null,
    pages: [
      { to: '/', name: 'today', Icon: IconSunrise },
      { to: '/setup', name: 'setup', Icon: IconRocket },
    ],
  },
  {
    name: 'people',
    pages: [
      { to: '/customers', name: 'customers', Icon: IconUsers },
      { to: '/consents', name: 'consents', Icon: IconThumbUp },
      { to: '/imports', name: 'imports', Icon: IconFileImport },
      { to: '/holdings', name: 'reports', Icon: IconTable },
      { to: '/retention', name: 'retention', Icon: IconHourglass },
    ],
  },
  {
    name: 'duties',
    pages: [
      { to: '/applicability', name: 'applicability', Icon: IconHelpCircle },
      { to: '/obligations', name: 'obligations', Icon: IconListCheck },
      { to: '/evidence', name: 'evidence', Icon: IconPaperclip },
      { to: '/deadlines', name: 'law', Icon: IconCalendarStats },
    ],
  },
  {
    name: 'programme',
    pages: [
      { to: '/year', name: 'programme', Icon: IconCalendarEvent },
      { to: '/record', name: 'processing', Icon: IconRoute },
      { to: '/vendors', name: 'vendors', Icon: IconTruckDelivery },
      { to: '/documents', name: 'documents', Icon: IconFileText },
      { to: '/responsibilities', name: 'responsibilities', Icon: IconSitemap },
      { to: '/risks', name: 'risks', Icon: IconScale },
      { to: '/training', name: 'training', Icon: IconSchool },
      { to: '/audits', name: 'audits', Icon: IconChecklist },
    ],
  },
  {
    name: 'safety',
    pages: [
      { to: '/backups', name: 'backups', Icon: IconDatabaseExport },
      { to: '/devices', name: 'devices', Icon: IconDeviceLaptop },
      { to: '/watching', name: 'watching', Icon: IconEye },
      { to: '/trail', name: 'trail', Icon: IconHistory },
    ],
  },
  {
    name: 'house',
    pages: [
      { to: '/people', name: 'access', Icon: IconUserShield },
      { to: '/approvals', name: 'approvals', Icon: IconUsersGroup },
      { to: '/keys', name: 'keys', Icon: IconKey },
      { to: '/settings', name: 'settings', Icon: IconAdjustments },
    ],
  },
] as const;

/** Everybody has settings; the keys are for whoever may change them; every other page is named like what it shows. */
const isFor = (name: (typeof groups)[number]['pages'][number]['name'], may: ReturnType<typeof useMay>): boolean =>
  name === 'settings' || (name === 'keys' ? may('configure', 'vault') : may('read', name));

/** Pages that belong to another page's place in the navigation. */
const placeOf = (path: string): string => (path.startsWith('/fields') ? '/holdings' : path);

const foldedKey = 'steward-folded-groups';

function readFolded(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(foldedKey) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

export function Frame() {
  const w = useWords('shell');
  const here = placeOf(useLocation().pathname);
  const { setColorScheme, colorScheme } = useMantineColorScheme();
  const may = useMay();
  const me = useSession((state) => state.who?.person);
  const words = useWords('access').me;
  // In a narrow or much enlarged window the links fold away behind one button.
  // They fold again by themselves where another page has opened.
  const [unfoldedAt, setUnfoldedAt] = useState<string | null>(null);
  const isUnfolded = unfoldedAt === here;
  // Groups that a person folds away stay so; the one with the page that is open is always there.
  const [folded, setFolded] = useState<readonly string[]>(readFolded);
  const shown = groups.filter(({ pages }) => pages.some(({ name }) => isFor(name, may)));
  const isOpen = ({ name, pages }: (typeof groups)[number]): boolean =>
    name === null || !folded.includes(name) || pages.some(({ to }) => here.startsWith(to));
  const fold = (name: string): void => {
    const next = folded.includes(name) ? folded.filter((one) => one !== name) : [...folded, name];
    setFolded(next);
    localStorage.setItem(foldedKey, JSON.stringify(next));
  };
  return (
    <div className={styles.frame}>
      <a
        href="#page"
        className={styles.skip}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('page')?.focus();
        }}
      >
        {w.skip}
      </a>
      <nav className={styles.navigation} aria-label={w.navigation}>
        <div className={styles.brand}>
          <Mark />
          <Text fw={650} size="lg">
            {w.name}
          </Text>
        </div>
        <UnstyledButton
          className={styles.unfold}
          aria-expanded={isUnfolded}
          aria-controls="pages"
          onClick={() => setUnfoldedAt(isUnfolded ? null : here)}
        >
          <IconMenu2 size={18} aria-hidden />
          {w.navigation}
        </UnstyledButton>
        <div id="pages" className={styles.links} data-unfolded={isUnfolded || undefined}>
          {shown.map((group) => (
            <div key={group.name ?? 'first'} className={styles.group}>
              {group.name !== null && (
                <UnstyledButton
                  className={styles.groupName}
                  aria-expanded={isOpen(group)}
                  onClick={() => fold(group.name)}
                >
                  {w.groups[group.name]}
                  <IconChevronDown size={14} aria-hidden />
                </UnstyledButton>
              )}
              {group.pages
                .filter(({ name }) => isFor(name, may) && isOpen(group))
                .map(({ to, name, Icon }) => {
                  const isHere = to === '/' ? here === '/' : here.startsWith(to);
                  return (
                    <NavLink
                      key={to}
                      component={PageLink}
                      to={to}
                      active={isHere}
                      aria-current={isHere ? 'page' : undefined}
                      className={styles.link}
                      label={w.pages[name]}
                      leftSection={<Icon size={19} stroke={1.7} aria-hidden />}
                    />
                  );
                })}
            </div>
          ))}
        </div>
        <div className={styles.foot}>
          {me != null && (
            <Menu position="top-start">
              <Menu.Target>
                <UnstyledButton className={styles.lock} aria-label={words.menu(me.name)}>
                  <IconUserCircle size={18} aria-hidden />
                  {me.name}
                </UnstyledButton>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item component={PageLink} to="/account">
                  {words.account}
                </Menu.Item>
                <Menu.Item onClick={() => void ask('access', 'signOut', {})}>{words.switch}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
          <UnstyledButton className={styles.lock} onClick={() => void ask('vault', 'lock', {})}>
            <IconLock size={18} aria-hidden />
            {w.lock}
          </UnstyledButton>
          <Menu position="top-end">
            <Menu.Target>
              <ActionIcon variant="transparent" className={styles.colours} aria-label={w.colours}>
                {colorScheme === 'dark' ? <IconMoon size={18} aria-hidden /> : <IconSun size={18} aria-hidden />}
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setColorScheme('light')}>{w.light}</Menu.Item>
              <Menu.Item onClick={() => setColorScheme('dark')}>{w.dark}</Menu.Item>
              <Menu.Item onClick={() => setColorScheme('auto')}>{w.system}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </nav>
      <main id="page" tabIndex={-1} className={styles.page}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
        <TaskStrip />
      </main>
    </div>
  );
}
