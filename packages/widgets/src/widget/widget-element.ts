import { html, render } from 'lit/html.js';

declare const WIDGETS_VERSION: string;

/**
 * What all tags share: Lit's templates in an open shadow root, drawn again soon after something changed. Lit's own
 * element class would do more, and weigh 2 KB more for every reader.
 */
export abstract class WidgetElement extends HTMLElement {
  /** Attributes are the truth; each is a property too. */
  declare static readonly attributes: readonly string[];
  declare static readonly styles: string;

  static get observedAttributes(): readonly string[] {
    return this.attributes;
  }

  /** Settles when what has changed so far is shown. */
  updateComplete: Promise<void> = Promise.resolve();
  #isPending = false;
  readonly #root = this.attachShadow({ mode: 'open' });

  constructor() {
    super();
    // Until something is drawn the page's own content stays.
    adoptStyles(this.#root, (this.constructor as typeof WidgetElement).styles);
    render(html`<slot></slot>`, this.#root);
  }

  connectedCallback(): void {
    for (const attribute of (this.constructor as typeof WidgetElement).attributes) {
      const name = propertyName(attribute);
      const own = Object.getOwnPropertyDescriptor(this, name);
      // Set before the tag was known to the browser; it would hide the property of the class.
      if (own && Reflect.deleteProperty(this, name)) Reflect.set(this, name, own.value);
    }
    this.requestUpdate();
  }

  attributeChangedCallback(): void {
    this.requestUpdate();
  }

  /** Draws soon, in a task of its own, so that a slow phone can answer in between. */
  requestUpdate = (): void => {
    if (this.#isPending) return;
    this.#isPending = true;
    this.updateComplete = new Promise((resolve) => void setTimeout(resolve)).then(this.update);
  };

  /** Draws at once. */
  protected readonly update = (): void => {
    this.#isPending = false;
    if (this.isConnected) render(this.draw(), this.#root);
    this.drawn(this.#root);
  };

  /** What to show now. */
  protected abstract draw(): unknown;

  /** After it is shown. */
  protected abstract drawn(root: ShadowRoot): void;

  /** Tells the page; the detail never holds a reader's own words. */
  protected tell(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`sanctuary-${name}`, { bubbles: true, composed: true, detail }));
  }
}

const propertyName = (attribute: string) =>
  attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function adoptStyles(root: ShadowRoot, styles: string) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Browsers from before 2023; only a page that also forbids style elements loses the look there.
    const style = document.createElement('style');
    style.textContent = styles;
    root.append(style);
  }
}

let hasWarned = false;

/** Registers a tag unless the page has it already: a page may load us twice, and the first copy wins. */
export function define(
  tag: string,
  element: CustomElementConstructor & { attributes: readonly string[] },
): void {
  const first = customElements.get(tag) as { widgetsVersion?: string } | undefined;
  if (first) {
    if (first.widgetsVersion !== WIDGETS_VERSION && !hasWarned) {
      hasWarned = true;
      console.warn(`<${tag}> ${WIDGETS_VERSION} is not used: ${first.widgetsVersion} was first.`);
    }
    return;
  }
  for (const attribute of element.attributes) {
    const name = propertyName(attribute);
    if (name in element.prototype) continue;
    Object.defineProperty(element.prototype, name, {
      get(this: HTMLElement) {
        return this.getAttribute(attribute) || '';
      },
      set(this: HTMLElement, value: unknown) {
        if (value === null || value === undefined) this.removeAttribute(attribute);
        else this.setAttribute(attribute, String(value));
      },
    });
  }
  customElements.define(tag, Object.assign(element, { widgetsVersion: WIDGETS_VERSION }));
}
