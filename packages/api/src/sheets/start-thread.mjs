// A thread has no loader of its own, whatever the process was started with: TypeScript is made known here.
import { register } from 'tsx/esm/api';

register();
await import('./serve-sheet.ts');
