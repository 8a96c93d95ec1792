/** Every page under its address. Pages are loaded when somebody first goes there. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { lazy } from 'react';
import type { CustomerId } from '#shared/domains/customers/model';
import type { AssessmentId } from '#shared/domains/risks/model';
import type { MemberId } from '#shared/domains/training/model';
import type { DocumentId } from '#shared/domains/documents/model';
import type { ImportId } from '#shared/domains/imports/model';
import { peopleTabs, type PeopleTabName } from './domains/access/people-tabs';
import { Frame } from './app/Frame';
import { Loading } from './app/Loading';
import { NotFound } from './app/NotFound';

const root = createRootRoute({ component: Frame, notFoundComponent: NotFound });
const below = { getParentRoute: () => root };

const CustomerPage = lazy(async () => ({ default: (await import('./domains/customers/CustomerPage')).CustomerPage }));
const EditCustomerPage = lazy(async () => ({
  default: (await import('./domains/customers/EditCustomerPage')).EditCustomerPage,
}));
const DuplicatesPage = lazy(async () => ({
  default: (await import('./domains/customers/DuplicatesPage')).DuplicatesPage,
}));
const PeoplePage = lazy(async () => ({ default: (await import('./domains/access/PeoplePage')).PeoplePage }));
const ObligationPage = lazy(async () => ({
  default: (await import('./domains/obligations/ObligationPage')).ObligationPage,
}));
const VendorPage = lazy(async () => ({ default: (await import('./domains/vendors/VendorPage')).VendorPage }));
const ActivityPage = lazy(async () => ({ default: (await import('./domains/processing/ActivityPage')).ActivityPage }));
const AssessmentPage = lazy(async () => ({ default: (await import('./domains/risks/AssessmentPage')).AssessmentPage }));
const CoursePage = lazy(async () => ({ default: (await import('./domains/training/CoursePage')).CoursePage }));
const ChangesPage = lazy(async () => ({ default: (await import('./domains/law/ChangesPage')).ChangesPage }));
const DocumentPage = lazy(async () => ({ default: (await import('./domains/documents/DocumentPage')).DocumentPage }));
const ImportPage = lazy(async () => ({ default: (await import('./domains/imports/ImportPage')).ImportPage }));
const QuarantinePage = lazy(async () => ({
  default: (await import('./domains/imports/QuarantinePage')).QuarantinePage,
}));

// An address that names nobody is answered by main with "not found", in words.
const customer = createRoute({
  ...below,
  path: '/customers/$id',
  component: function CustomerAt() {
    return <CustomerPage id={customer.useParams().id as CustomerId} />;
  },
});
const customerEdit = createRoute({
  ...below,
  path: '/customers/$id/edit',
  component: function EditCustomerAt() {
    return <EditCustomerPage id={customerEdit.useParams().id as CustomerId} />;
  },
});
const duplicates = createRoute({
  ...below,
  path: '/customers/duplicates',
  validateSearch: (search: Record<string, unknown>): { cluster?: number } =>
    typeof search['cluster'] === 'number' ? { cluster: search['cluster'] } : {},
  component: function DuplicatesAt() {
    return <DuplicatesPage cluster={duplicates.useSearch().cluster} />;
  },
});
const people = createRoute({
  ...below,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { tab?: PeopleTabName } => {
    const tab = peopleTabs.find((name) => name === search['tab']);
    return tab === undefined ? {} : { tab };
  },
  component: function PeopleAt() {
    return <PeoplePage opened={people.useSearch().tab} />;
  },
});
const importOne = createRoute({
  ...below,
  path: '/imports/$id',
  component: function ImportAt() {
    return <ImportPage id={importOne.useParams().id as ImportId} />;
  },
});
const quarantine = createRoute({
  ...below,
  path: '/imports/$id/quarantine',
  component: function QuarantineAt() {
    return <QuarantinePage id={quarantine.useParams().id as ImportId} />;
  },
});

const vendor = createRoute({
  ...below,
  path: '/vendors/$id',
  component: function VendorAt() {
    return <VendorPage id={vendor.useParams().id} />;
  },
});

const activity = createRoute({
  ...below,
  path: '/record/$id',
  component: function ActivityAt() {
    return <ActivityPage id={activity.useParams().id} />;
  },
});

const obligation = createRoute({
  ...below,
  path: '/obligations/$name',
  component: function ObligationAt() {
    return <ObligationPage name={obligation.useParams().name} />;
  },
});

const document = createRoute({
  ...below,
  path: '/documents/$id',
  component: function DocumentAt() {
    return <DocumentPage id={document.useParams().id as DocumentId} />;
  },
});

const lawChanges = createRoute({
  ...below,
  path: '/law/$regulation',
  component: function LawChangesAt() {
    return <ChangesPage regulation={lawChanges.useParams().regulation} />;
  },
});

const assessment = createRoute({
  ...below,
  path: '/risks/$id',
  component: function AssessmentAt() {
    return <AssessmentPage id={assessment.useParams().id as AssessmentId} />;
  },
});

const course = createRoute({
  ...below,
  path: '/training/course/$name',
  validateSearch: (search: Record<string, unknown>): { member?: string } =>
    typeof search['member'] === 'string' ? { member: search['member'] } : {},
  component: function CourseAt() {
    return (
      <CoursePage name={course.useParams().name} member={(course.useSearch().member ?? null) as MemberId | null} />
    );
  },
});

const routeTree = root.addChildren([
  createRoute({
    ...below,
    path: '/',
    component: lazyRouteComponent(() => import('./domains/today/TodayPage'), 'TodayPage'),
  }),
  createRoute({
    ...below,
    path: '/customers',
    component: lazyRouteComponent(() => import('./domains/customers/CustomersPage'), 'CustomersPage'),
  }),
  createRoute({
    ...below,
    path: '/customers/new',
    component: lazyRouteComponent(() => import('./domains/customers/AddCustomerPage'), 'AddCustomerPage'),
  }),
  duplicates,
  customer,
  customerEdit,
  createRoute({
    ...below,
    path: '/imports',
    component: lazyRouteComponent(() => import('./domains/imports/ImportsPage'), 'ImportsPage'),
  }),
  createRoute({
    ...below,
    path: '/imports/new',
    component: lazyRouteComponent(() => import('./domains/imports/MappingPage'), 'MappingPage'),
  }),
  importOne,
  quarantine,
  createRoute({
    ...below,
    path: '/holdings',
    component: lazyRouteComponent(() => import('./domains/reports/HoldingsPage'), 'HoldingsPage'),
  }),
  createRoute({
    ...below,
    path: '/fields',
    component: lazyRouteComponent(() => import('./domains/fields/FieldsPage'), 'FieldsPage'),
  }),
  createRoute({
    ...below,
    path: '/applicability',
    component: lazyRouteComponent(() => import('./domains/applicability/ApplicabilityPage'), 'ApplicabilityPage'),
  }),
  createRoute({
    ...below,
    path: '/obligations',
    component: lazyRouteComponent(() => import('./domains/obligations/ObligationsPage'), 'ObligationsPage'),
  }),
  createRoute({
    ...below,
    path: '/record',
    component: lazyRouteComponent(() => import('./domains/processing/RecordPage'), 'RecordPage'),
  }),
  createRoute({
    ...below,
    path: '/setup',
    component: lazyRouteComponent(() => import('./domains/setup/SetupPage'), 'SetupPage'),
  }),
  activity,
  createRoute({
    ...below,
    path: '/vendors',
    component: lazyRouteComponent(() => import('./domains/vendors/VendorsPage'), 'VendorsPage'),
  }),
  vendor,
  obligation,
  createRoute({
    ...below,
    path: '/evidence',
    component: lazyRouteComponent(() => import('./domains/evidence/EvidencePage'), 'EvidencePage'),
  }),
  createRoute({
    ...below,
    path: '/deadlines',
    component: lazyRouteComponent(() => import('./domains/law/DeadlinesPage'), 'DeadlinesPage'),
  }),
  createRoute({
    ...below,
    path: '/documents',
    component: lazyRouteComponent(() => import('./domains/documents/DocumentsPage'), 'DocumentsPage'),
  }),
  createRoute({
    ...below,
    path: '/documents/facts',
    component: lazyRouteComponent(() => import('./domains/documents/FactsPage'), 'FactsPage'),
  }),
  document,
  createRoute({
    ...below,
    path: '/responsibilities',
    component: lazyRouteComponent(
      () => import('./domains/responsibilities/ResponsibilitiesPage'),
      'ResponsibilitiesPage',
    ),
  }),
  lawChanges,
  createRoute({
    ...below,
    path: '/retention',
    component: lazyRouteComponent(() => import('./domains/retention/RetentionPage'), 'RetentionPage'),
  }),
  createRoute({
    ...below,
    path: '/consents',
    component: lazyRouteComponent(() => import('./domains/consents/ConsentsPage'), 'ConsentsPage'),
  }),
  createRoute({
    ...below,
    path: '/devices',
    component: lazyRouteComponent(() => import('./domains/devices/DevicesPage'), 'DevicesPage'),
  }),
  createRoute({
    ...below,
    path: '/backups',
    component: lazyRouteComponent(() => import('./domains/backups/BackupsPage'), 'BackupsPage'),
  }),
  createRoute({
    ...below,
    path: '/audits',
    component: lazyRouteComponent(() => import('./domains/audits/AuditsPage'), 'AuditsPage'),
  }),
  createRoute({
    ...below,
    path: '/training',
    component: lazyRouteComponent(() => import('./domains/training/TrainingPage'), 'TrainingPage'),
  }),
  createRoute({
    ...below,
    path: '/training/team',
    component: lazyRouteComponent(() => import('./domains/training/TeamPage'), 'TeamPage'),
  }),
  createRoute({
    ...below,
    path: '/training/joining',
    component: lazyRouteComponent(() => import('./domains/training/JoiningPage'), 'JoiningPage'),
  }),
  createRoute({
    ...below,
    path: '/training/drill',
    component: lazyRouteComponent(() => import('./domains/training/DrillPage'), 'DrillPage'),
  }),
  course,
  createRoute({
    ...below,
    path: '/year',
    component: lazyRouteComponent(() => import('./domains/programme/YearPage'), 'YearPage'),
  }),
  createRoute({
    ...below,
    path: '/risks',
    component: lazyRouteComponent(() => import('./domains/risks/RisksPage'), 'RisksPage'),
  }),
  assessment,
  createRoute({
    ...below,
    path: '/watching',
    component: lazyRouteComponent(() => import('./domains/watching/WatchingPage'), 'WatchingPage'),
  }),
  createRoute({
    ...below,
    path: '/trail',
    component: lazyRouteComponent(() => import('./domains/trail/TrailPage'), 'TrailPage'),
  }),
  createRoute({
    ...below,
    path: '/keys',
    component: lazyRouteComponent(() => import('./domains/settings/KeysPage'), 'KeysPage'),
  }),
  people,
  createRoute({
    ...below,
    path: '/approvals',
    component: lazyRouteComponent(() => import('./domains/approvals/ApprovalsPage'), 'ApprovalsPage'),
  }),
  createRoute({
    ...below,
    path: '/account',
    component: lazyRouteComponent(() => import('./domains/access/AccountPage'), 'AccountPage'),
  }),
  createRoute({
    ...below,
    path: '/settings',
    component: lazyRouteComponent(() => import('./domains/settings/SettingsPage'), 'SettingsPage'),
  }),
]);

export const router = createRouter({ routeTree, history: createHashHistory(), defaultPendingComponent: Loading });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
