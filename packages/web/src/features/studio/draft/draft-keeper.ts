import type { DraftDocument, PatchOp } from '@tidu/api/studio/contract';
import type { SavedStudioDraft, StudioDraft, StudioEdit, StudioProblem } from '@tidu/api/studio/drafts/contract';
import { applyOps } from '../model/json-path.ts';

/** How the draft reaches the server; the tests give their own. */
export interface DraftWire {
  readonly edit: (version: number, ops: readonly PatchOp[], summary: string) => Promise<SavedStudioDraft>;
  readonly replace: (version: number, document: DraftDocument, summary: string) => Promise<SavedStudioDraft>;
  readonly step: (way: 'undo' | 'redo', version: number) => Promise<SavedStudioDraft>;
  readonly read: () => Promise<{ readonly draft: StudioDraft; readonly edits: readonly StudioEdit[] }>;
  /** Whether a failure says that somebody else was first. */
  readonly isConflict: (error: unknown) => boolean;
}

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** Two texts of one draft: what somebody else saved first, and what was changed here meanwhile. */
export interface Conflict {
  readonly theirs: StudioDraft;
  readonly edits: readonly StudioEdit[];
  readonly mine: DraftDocument;
  readonly ops: readonly PatchOp[];
  /** The changes made here put on top of theirs; undefined where they touch what is no longer there. */
  readonly merged: DraftDocument | undefined;
}

export interface DraftView {
  readonly document: DraftDocument;
  readonly version: number;
  readonly hash: string;
  readonly problems: readonly StudioProblem[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly save: SaveState;
  readonly savedAt: number | undefined;
  readonly failure: Error | undefined;
  readonly conflict: Conflict | undefined;
  /** Grows when the document changed in another way than by an edit made here. */
  readonly epoch: number;
}

const WAIT_MS = 800;
const MOST_OPS = 400;

/** Holds a draft while it is edited: shows every change at once, saves soon after, never overwrites anybody. */
export class DraftKeeper {
  #view: DraftView;
  #pending: PatchOp[] = [];
  #summary = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #wire: DraftWire;
  readonly #wait: number;

  constructor(draft: StudioDraft, wire: DraftWire, wait = WAIT_MS) {
    this.#wire = wire;
    this.#wait = wait;
    this.#view = {
      ...shown(draft),
      save: 'saved',
      savedAt: undefined,
      failure: undefined,
      conflict: undefined,
      epoch: 0,
    };
  }

  get view(): DraftView {
    return this.#view;
  }

  readonly listen = (heard: () => void): (() => void) => {
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  };

  /** Makes changes: shown now, saved in a moment. */
  edit(ops: readonly PatchOp[], summary: string): void {
    if (ops.length === 0 || this.#view.conflict) return;
    const document = applyOps(this.#view.document, ops);
    const last = this.#pending.at(-1);
    const [only] = ops;
    // Typing on in one field is one change.
    if (last?.op === 'replace' && ops.length === 1 && only?.op === 'replace' && last.path === only.path)
      this.#pending[this.#pending.length - 1] = only;
    else this.#pending.push(...ops);
    this.#summary = summary.slice(0, 200) || this.#summary;
    this.#set({ document, save: 'waiting', canUndo: true });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), this.#wait);
  }

  /** Saves what waits; resolves when the server has it or has refused it. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#running;
    if (this.#pending.length === 0 || this.#view.conflict) return;
    this.#running = this.#send();
    await this.#running;
    this.#running = undefined;
    if (this.#pending.length > 0 && this.#view.save === 'waiting') await this.flush();
  }

  async step(way: 'undo' | 'redo'): Promise<void> {
    await this.flush();
    if (this.#view.save !== 'saved') return;
    this.#set({ save: 'saving' });
    try {
      this.#take(await this.#wire.step(way, this.#view.version), []);
    } catch (error) {
      if (this.#wire.isConflict(error)) await this.refresh();
      else this.#fail(error);
    }
  }

  /** Takes what others saved, where nothing waits here. */
  async refresh(): Promise<void> {
    if (this.#pending.length > 0 || this.#running || this.#view.conflict) return;
    const { draft } = await this.#wire.read();
    if (this.#pending.length > 0 || this.#running) return;
    if (draft.version < this.#view.version) return;
    const isNew = draft.version !== this.#view.version;
    this.#set({ ...shown(draft), save: 'saved', failure: undefined, epoch: this.#view.epoch + (isNew ? 1 : 0) });
  }

  /** Takes an answer to a change made elsewhere on the page (schedule, fairness form). */
  adopt(saved: SavedStudioDraft): void {
    this.#take(saved, this.#pending);
  }

  /** Ends a conflict: their text, or the changes made here put on top of it. */
  async settle(choice: 'theirs' | 'merged'): Promise<void> {
    const { conflict } = this.#view;
    if (!conflict) return;
    this.#pending = [];
    const epoch = this.#view.epoch + 1;
    this.#set({ ...shown(conflict.theirs), conflict: undefined, failure: undefined, save: 'saved', epoch });
    if (choice === 'theirs' || !conflict.merged) return;
    this.#set({ save: 'saving', document: conflict.merged });
    try {
      this.#take(await this.#wire.replace(conflict.theirs.version, conflict.merged, this.#summary || '合并'), []);
    } catch (error) {
      this.#pending = [...conflict.ops];
      if (this.#wire.isConflict(error)) await this.#meet();
      else this.#fail(error);
    }
  }

  async #send(): Promise<void> {
    const sent = this.#pending.slice(0, MOST_OPS);
    const before = this.#view.document;
    this.#set({ save: 'saving', failure: undefined });
    try {
      const saved = await this.#wire.edit(this.#view.version, sent, this.#summary);
      this.#pending = this.#pending.slice(sent.length);
      this.#take(saved, this.#pending, before);
    } catch (error) {
      if (this.#wire.isConflict(error)) await this.#meet();
      else this.#fail(error);
    }
  }

  #take(saved: SavedStudioDraft, waiting: readonly PatchOp[], unlessRebased?: DraftDocument): void {
    const keepsOwn = unlessRebased !== undefined && !saved.rebased;
    let document = keepsOwn ? this.#view.document : saved.document;
    if (!keepsOwn && waiting.length > 0) document = onTop(saved.document, waiting) ?? saved.document;
    this.#set({
      version: saved.version,
      hash: saved.hash,
      problems: saved.problems,
      canUndo: saved.canUndo || waiting.length > 0,
      canRedo: saved.canRedo,
      document,
      save: waiting.length > 0 ? 'waiting' : 'saved',
      savedAt: Date.now(),
      failure: undefined,
      epoch: this.#view.epoch + (keepsOwn ? 0 : 1),
    });
  }

  async #meet(): Promise<void> {
    try {
      const { draft, edits } = await this.#wire.read();
      const ops = [...this.#pending];
      const merged = onTop(draft.document, ops);
      const missed = edits.filter(({ version }) => version > this.#view.version);
      this.#set({
        save: 'conflict',
        conflict: { theirs: draft, edits: missed, mine: this.#view.document, ops, merged },
      });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.#set({ save: 'failed', failure: error instanceof Error ? error : new Error(String(error)) });
  }

  #set(change: Partial<DraftView>): void {
    this.#view = { ...this.#view, ...change };
    for (const heard of this.#listeners) heard();
  }
}

const shown = ({ document, version, hash, problems, canUndo, canRedo }: StudioDraft) => ({
  document,
  version,
  hash,
  problems,
  canUndo,
  canRedo,
});

function onTop(document: DraftDocument, ops: readonly PatchOp[]): DraftDocument | undefined {
  try {
    return applyOps(document, ops);
  } catch {
    return undefined;
  }
}
