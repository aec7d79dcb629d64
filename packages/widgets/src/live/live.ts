/** What a page hears about a council's data. */
export interface LiveListener {
  /** Something changed, or may have changed while nobody listened (then without a revision). */
  onChange(revision?: number): void;
  /** Since when nothing can be heard; undefined when it can be heard again. */
  onSilence(since: Date | undefined): void;
}

/** While the stream is refused or broken we ask again this often. */
const pollEvery = 60_000;
/** The first try after a broken stream comes soon; then each waits longer, up to a minute. */
const firstRetry = 2_000;

// Browsers allow six connections to a host on HTTP/1.1, so all widgets of a page share one stream for each council.
const streams = new Map<string, LiveStream>();

/** Follows a council's changes until the returned function is called. */
export function follow(api: string, council: string, listener: LiveListener): () => void {
  const url = `${api}/live/${encodeURIComponent(council)}`;
  let stream = streams.get(url);
  if (!stream) {
    stream = new LiveStream(url);
    streams.set(url, stream);
  }
  const followed = stream;
  followed.add(listener);
  return () => {
    if (followed.remove(listener) === 0) streams.delete(url);
  };
}

class LiveStream {
  readonly #url: string;
  readonly #listeners = new Set<LiveListener>();
  #source: EventSource | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #hasMissed = false;
  #silentSince: Date | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  add(listener: LiveListener): void {
    this.#listeners.add(listener);
    if (this.#listeners.size > 1) return;
    document.addEventListener('visibilitychange', this.#followVisibility);
    window.addEventListener('online', this.#wake);
    window.addEventListener('offline', this.#lose);
    this.#followVisibility();
  }

  /** How many still listen. */
  remove(listener: LiveListener): number {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) {
      document.removeEventListener('visibilitychange', this.#followVisibility);
      window.removeEventListener('online', this.#wake);
      window.removeEventListener('offline', this.#lose);
      this.#close();
    }
    return this.#listeners.size;
  }

  readonly #followVisibility = () => {
    if (document.visibilityState === 'hidden') this.#sleep();
    else if (!this.#source) this.#open();
  };

  readonly #wake = () => {
    this.#failures = 0;
    this.#close();
    this.#followVisibility();
  };

  readonly #lose = () => {
    this.#sleep();
    this.#fallSilent();
  };

  /** Nobody looks, or nothing could arrive: what happens meanwhile is asked for afterwards. */
  #sleep() {
    this.#hasMissed = true;
    this.#close();
  }

  #open() {
    this.#close();
    const source = new EventSource(this.#url);
    this.#source = source;
    source.addEventListener('open', () => {
      this.#failures = 0;
      this.#silentSince = undefined;
      for (const listener of this.#listeners) listener.onSilence(undefined);
      if (this.#hasMissed) this.#tell();
      this.#hasMissed = false;
    });
    source.addEventListener('change', (event) => this.#tell(readRevision(event)));
    source.addEventListener('error', () => {
      // The browser's own retry comes from all pages at the same moment; ours is spread.
      const isRefused = source.readyState === EventSource.CLOSED;
      this.#sleep();
      this.#fallSilent();
      if (isRefused || this.#failures > 0) this.#tell();
      const wait = isRefused ? pollEvery : Math.min(pollEvery, firstRetry * 2 ** this.#failures);
      this.#failures += 1;
      this.#retry = setTimeout(() => this.#open(), wait * (0.75 + Math.random() / 2));
    });
  }

  #close() {
    clearTimeout(this.#retry);
    if (this.#source) this.#source.close();
    this.#source = undefined;
  }

  #tell(revision?: number) {
    for (const listener of this.#listeners) listener.onChange(revision);
  }

  #fallSilent() {
    this.#silentSince = this.#silentSince || new Date();
    for (const listener of this.#listeners) listener.onSilence(this.#silentSince);
  }
}

function readRevision(event: Event): number | undefined {
  try {
    const { revision } = JSON.parse((event as MessageEvent<string>).data) as { revision?: unknown };
    return typeof revision === 'number' ? revision : undefined;
  } catch {
    return undefined;
  }
}
