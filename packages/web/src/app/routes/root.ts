import { createRootRoute } from '@tanstack/react-router';
import { BrokenPage } from '../broken-page.tsx';
import { Layout } from '../layout.tsx';
import { NotFoundPage } from '../not-found-page.tsx';

/** Every page of the web hangs below it, each loaded when first opened. */
export const root = createRootRoute({ component: Layout, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
