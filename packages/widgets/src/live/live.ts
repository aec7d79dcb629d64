import { remember } from '@open-sanctuary/service-rules/remember';

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
const streams = new Map<string, Follow>();

/** Hears what is said until the returned function is called. */
type Follow = (listener: LiveListener) => () => void;

/** Follows a council's changes until the returned function is called. */
export function follow(api: string, council: string, listener: LiveListener): () => void {
  const url = `${api}/live/${encodeURIComponent(council)}`;
  return remember(streams, url, createStream)(listener);
}

function createStream(url: string): Follow {
  const listeners = new Set<LiveListener>();
  let source: EventSource | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let hasMissed = false;
  let silentSince: Date | undefined;

  const tell = (revision?: number) => {
    for (const listener of listeners) listener.onChange(revision);
  };
  const setSilent = (since: Date | undefined) => {
    silentSince = since;
    for (const listener of listeners) listener.onSilence(since);
  };

  const close = () => {
    clearTimeout(retry);
    if (source) source.close();
    source = undefined;
  };
  /** Nobody looks, or nothing could arrive: what happens meanwhile is asked for afterwards. */
  const sleep = () => {
    hasMissed = true;
    close();
  };
  const lose = () => {
    sleep();
    setSilent(silentSince || new Date());
  };

  const open = () => {
    close();
    const opened = new EventSource(url);
    source = opened;
    opened.addEventListener('open', () => {
      failures = 0;
      setSilent(undefined);
      if (hasMissed) tell();
      hasMissed = false;
    });
    opened.addEventListener('change', (event) => tell(readRevision(event)));
    opened.addEventListener('error', () => {
      // The browser's own retry comes from all pages at the same moment; ours is spread.
      const isRefused = opened.readyState === EventSource.CLOSED;
      lose();
      if (isRefused || failures > 0) tell();
      const wait = isRefused ? pollEvery : Math.min(pollEvery, firstRetry * 2 ** failures);
      failures += 1;
      retry = setTimeout(open, wait * (0.75 + Math.random() / 2));
    });
  };
  const followVisibility = () => {
    if (document.visibilityState === 'hidden') sleep();
    else if (!source) open();
  };
  const wake = () => {
    failures = 0;
    close();
    followVisibility();
  };

  return (listener) => {
    listeners.add(listener);
    if (listeners.size === 1) {
      document.addEventListener('visibilitychange', followVisibility);
      window.addEventListener('online', wake);
      window.addEventListener('offline', lose);
      followVisibility();
    }
    return () => {
      if (!listeners.delete(listener) || listeners.size > 0) return;
      document.removeEventListener('visibilitychange', followVisibility);
      window.removeEventListener('online', wake);
      window.removeEventListener('offline', lose);
      close();
      streams.delete(url);
    };
  };
}

/** Of `{"revision":12}` the number; without one, anything may have changed. */
const readRevision = ({ data }: MessageEvent<string>) => Number(/\d+/.exec(data)) || undefined;
