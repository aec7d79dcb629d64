// Runs in the reader's browser: a page follows its council's changes, and its reader stays where they are.

/** After a change was heard, the page is asked for again so many milliseconds later if a cache still gave an old one. */
const tries = [0, 500, 4000, 61_000];
/** While the stream is refused we ask again this often. */
const refusedPause = 60_000;
/** So long it says that the page was updated. */
const noticeTime = 10_000;

/** @typedef {{ createHTML(text: string): string }} Policy */
/** @type {{ trustedTypes?: { createPolicy(name: string, policy: Policy): Policy } }} */
const { trustedTypes } = /** @type {object} */ (window);
/** The text of a page of this site is parsed, never run. @type {Policy} */
const asIs = { createHTML: (text) => text };
const policy = trustedTypes?.createPolicy('open-sanctuary-page', asIs) ?? asIs;

const main = getPart(document, 'main');
const notice = getPart(document, '#updated');
const { live = '', revision } = getPart(document, '#live').dataset;
let shown = Number(revision);
let heard = shown;
/** @type {EventSource | undefined} */
let source;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let retry;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let noticeEnd;

document.addEventListener('visibilitychange', followVisibility);
window.addEventListener('online', wake);
followVisibility();

/** Nobody looks at a hidden page; the stream begins by telling the newest revision, so nothing is missed. */
function followVisibility() {
  if (document.visibilityState === 'hidden') sleep();
  else if (!source) listen();
}

function wake() {
  sleep();
  followVisibility();
}

function sleep() {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

function listen() {
  const opened = new EventSource(live);
  source = opened;
  opened.addEventListener('change', ({ data }) => {
    heard = Math.max(heard, Number(/\d+/.exec(data)));
    void keepUp();
  });
  // After a broken stream the browser comes back by itself, when the server has told it to.
  opened.addEventListener('error', () => {
    if (opened.readyState === EventSource.CLOSED)
      retry = setTimeout(wake, refusedPause * (0.75 + Math.random() / 2));
  });
}

async function keepUp() {
  const wanted = heard;
  for (const pause of tries) {
    await new Promise((done) => void setTimeout(done, pause));
    if (shown >= wanted || !source) return;
    // A page that cannot be had leaves this one as it is.
    await askAgain().catch(() => {});
  }
}

async function askAgain() {
  const response = await fetch(location.href, { cache: 'no-cache', credentials: 'omit' });
  if (!response.ok) return;
  const text = policy.createHTML(await response.text());
  const fresh = new DOMParser().parseFromString(text, 'text/html');
  const newest = Number(getPart(fresh, '#live').dataset['revision']);
  if (newest <= shown) return;
  shown = newest;
  const freshMain = getPart(fresh, 'main');
  keepOpen(freshMain);
  if (main.isEqualNode(freshMain)) return;
  document.title = fresh.title;
  inPlace(() => renew(main, freshMain));
  notice.textContent = notice.dataset['words'] ?? '';
  clearTimeout(noticeEnd);
  noticeEnd = setTimeout(() => (notice.textContent = ''), noticeTime);
}

/** What a reader has opened stays open. @param {HTMLElement} freshMain */
function keepOpen(freshMain) {
  const opened = new Set([...main.querySelectorAll('details[open]')].map(nameOf));
  for (const details of freshMain.querySelectorAll('details'))
    if (opened.has(nameOf(details))) details.open = true;
}

/** An action is known by its reference, what opens inside of it by its own words. @param {Element} details */
function nameOf(details) {
  const ref = details.closest('[data-ref]')?.getAttribute('data-ref') ?? '';
  return details.hasAttribute('data-ref') ? ref : `${ref} ${details.querySelector('summary')?.textContent}`;
}

/** Changes the page without moving what is read, and without taking the keyboard's place. @param {() => void} change */
function inPlace(change) {
  const focused = main.contains(document.activeElement) ? document.activeElement : null;
  const seen = CSS.supports('overflow-anchor', 'auto') ? null : document.elementFromPoint(innerWidth / 2, 8);
  const top = seen?.getBoundingClientRect().top ?? 0;
  change();
  if (seen?.isConnected) scrollBy(0, seen.getBoundingClientRect().top - top);
  if (focused && !focused.isConnected) main.focus({ preventScroll: true });
}

/**
 * Makes an element like a fresh one and touches only what differs.
 * @param {Element} element
 * @param {Element} fresh
 */
function renew(element, fresh) {
  for (const name of element.getAttributeNames())
    if (!fresh.hasAttribute(name)) element.removeAttribute(name);
  for (const { name, value } of fresh.attributes)
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  const wanted = [...fresh.childNodes];
  let place = element.firstChild;
  for (const [index, child] of wanted.entries()) {
    const same = findLike(child, place);
    if (same) {
      while (place && place !== same) place = removeAndGoOn(place);
      place = same.nextSibling;
    } else if (
      place &&
      isSameSort(place, child) &&
      !wanted.slice(index + 1).some((later) => isLike(later, place))
    ) {
      if (place instanceof Element && child instanceof Element) renew(place, child);
      else place.nodeValue = child.nodeValue;
      place = place.nextSibling;
    } else element.insertBefore(child, place);
  }
  while (place) place = removeAndGoOn(place);
}

/** @param {ChildNode} node */
function removeAndGoOn(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

/**
 * The node itself or the nearest after it that need not change.
 * @param {ChildNode} child
 * @param {ChildNode | null} from
 */
function findLike(child, from) {
  for (let node = from; node; node = node.nextSibling) if (isLike(child, node)) return node;
  return null;
}

/**
 * Spaces between elements are like each other and tell nothing.
 * @param {ChildNode} one
 * @param {ChildNode | null} other
 */
function isLike(one, other) {
  return one instanceof Element && one.isEqualNode(other);
}

/**
 * @param {ChildNode} one
 * @param {ChildNode} other
 */
function isSameSort(one, other) {
  return one.nodeName === other.nodeName;
}

/**
 * @param {ParentNode} within
 * @param {string} selector
 */
function getPart(within, selector) {
  const part = within.querySelector(selector);
  if (!(part instanceof HTMLElement)) throw new Error(`The page has no ${selector}.`);
  return part;
}
