import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { BrokenPage } from './broken-page.tsx';
import { accountPages } from './routes/account-routes.ts';
import { applyingPages } from './routes/applying-routes.ts';
import { decidingPages } from './routes/deciding-routes.ts';
import { deskPages } from './routes/desk-routes.ts';
import { firmPages } from './routes/firm-routes.ts';
import { publicPages } from './routes/public-routes.ts';
import { root } from './routes/root.ts';
import { studioPages } from './routes/studio-routes.ts';

const pages = [
  ...publicPages,
  ...firmPages,
  ...applyingPages,
  ...deskPages,
  ...accountPages,
  ...studioPages,
  ...decidingPages,
] as const;

// The gallery is for development: a production build drops the branch and with it the chunk.
const gallery =
  import.meta.env.DEV || import.meta.env.MODE === 'gallery'
    ? createRoute({
        getParentRoute: () => root,
        path: '/gallery',
        component: lazyRouteComponent(() => import('../features/gallery/gallery-page.tsx'), 'GalleryPage'),
      })
    : undefined;

export const router = createRouter({
  routeTree: root.addChildren((gallery ? [...pages, gallery] : pages) as typeof pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultErrorComponent: BrokenPage,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
