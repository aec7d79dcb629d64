// The element carries only what our templates use of Lit: what they do not would be more than 1 kB for every reader.
// Lit's version is pinned; a new one that has changed in these places stops the build, and so does a template that
// uses more.

/**
 * A template is read once: where a value stands in a tag, the mark stands in its attribute's value, else it is a
 * comment. Our templates have no `<` and no `>` in attributes, so that nothing more has to be parsed.
 */
const templates = `
class S {
  constructor({ strings, _$litType$ }) {
    const parts = this.parts = [];
    const { content } = this.el = l.createElement('template');
    let markup = strings.reduce((text, next) => text + (text.lastIndexOf('<') > text.lastIndexOf('>') ? o : r) + next);
    markup += strings[strings.length - 1] ? '' : '<?>';
    this.el.innerHTML = V(strings, _$litType$ > 1 ? '<svg>' + markup + '</svg>' : markup);
    if (_$litType$ > 1) content.firstChild.replaceWith(...content.firstChild.childNodes);
    P.currentNode = content;
    for (let node, index = 0; node = P.nextNode(); index++) {
      if (node.data === n) parts.push({ index });
      for (const { name, value } of [...node.attributes || []]) {
        const strings = value.split(o);
        if (strings.length > 1) {
          parts.push({ index, name, strings });
          node.removeAttribute(name);
        }
      }
    }
  }
}
class R {
  constructor(template) {
    this._$AV = [];
    this._$AD = template;
  }
  u() {
    const copy = P.currentNode = l.importNode(this._$AD.el.content, true);
    let at = -1, node;
    for (const { index, name, strings } of this._$AD.parts) {
      for (; at < index; at++) node = P.nextNode();
      this._$AV.push(name ? new H(node, name, strings) : new k(node, node.nextSibling));
    }
    P.currentNode = l;
    return copy;
  }
  p(values) {
    let index = 0;
    for (const part of this._$AV) {
      const next = index + (part.count || 1);
      part._$AI(part.count ? values.slice(index, next) : values[index]);
      index = next;
    }
  }
}`;

/** An attribute, `?` for one that is there or not, `@` for a listener; of several values the text that they make. */
const attributes = `
class H {
  constructor(element, name, strings) {
    const kind = name[0];
    const rest = name.slice(1);
    const isOne = strings.length < 3 && !strings.join('');
    this.count = strings.length - 1;
    this._$AH = A;
    this._$AI = (values) => {
      const value = isOne ? values[0]
        : values.includes(A) ? A : strings.reduce((text, next, index) => text + (values[index - 1] == null ? '' : values[index - 1]) + next);
      if (value === this._$AH) return;
      this._$AH = value;
      if (kind === '@') return;
      if (kind === '?') element.toggleAttribute(rest, !!value && value !== A);
      else if (value === A) element.removeAttribute(name);
      else element.setAttribute(name, value == null ? '' : value);
    };
    if (kind === '@') element.addEventListener(rest, (event) => typeof this._$AH === 'function' && this._$AH(event));
  }
}`;

/** What our templates never use of Lit, where it stands in the released file, and what takes its place. */
const unused: readonly (readonly [feature: string, from: string | RegExp, to: string])[] = [
  ['templates', /const N=\(t,i\)=>\{.*?(?=class k\{)/, templates],
  ['attributes', /class H\{.*?(?=const j=)/, attributes],
  ['tokens of HTML', /,f="\[ .*?(?=,x=t=>)/, ''],
  ['tokens of HTML', 'h="$lit$",', ''],
  // Lit writes its version on the page's window and heeds a polyfill there: no place for a guest's traces.
  ['names on the window', /const j=\{.*?\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ['names on the window', 'j as _$LH,', ''],
  ['templates of others', '!u(t)||!t.hasOwnProperty("raw")', '!u(t)||!t.raw'],
  ['templates of others', '"invalid template strings array"', '"template"'],
  ['marks by chance', 'o=`lit$${Math.random().toFixed(9).slice(2)}$`', 'o="lit$"'],
  ['trusted types', 'void 0!==e?', 'e?'],
  [
    'trusted types',
    's?s.createPolicy("lit-html",{createHTML:t=>t}):void 0',
    's&&s.createPolicy("lit-html",{createHTML:t=>t})',
  ],
  ['kinds of values', 'void 0!==t._$litType$?', 't._$litType$?'],
  ['MathML', ',T=x(3)', ''],
  ['MathML', 'T as mathml,', ''],
  ['no change', 'E=Symbol.for("lit-noChange"),', ''],
  ['no change', 'E as noChange,', ''],
  ['no change', 't!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['directives', '_$AI(t,i=this){t=M(this,t,i),a(t)?', '_$AI(t){a(t)?'],
  ['compiled templates', /"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)(?=;if)/, 'this._$AC(t)'],
  ['compiled templates', '{values:i,_$litType$:s}', '{values:i}'],
  ['parts that sleep', 'get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['parts that sleep', /setConnected\(t\)\{.*?\}(?=\})/, ''],
  ['parts that sleep', 'this._$AP?.(!1,!0,s);', ';'],
  ['parts that sleep', ',this._$Cv=e?.isConnected??!0', ''],
  ['parents and options', 'this._$AN=void 0,', ''],
  ['parents and options', ',this._$AM=s,this.options=e', ''],
  ['parents and options', 'constructor(t,i,s,e){this.type=2,', 'constructor(t,i){'],
  ['parents and options', 'this.O(c()),this,this.options', 'this.O(c())'],
  ['parents and options', 'new R(e,this)', 'new R(e)'],
  ['parents and options', 't.u(this.options)', 't.u()'],
  ['getters', /get parentNode\(\)\{let t=.*?get endNode\(\)\{return this\._\$AB\}/, ''],
  ['options', 's?.renderBefore??i', 'i'],
  ['options', 'const t=s?.renderBefore??null;', ''],
  ['options', 'i.insertBefore(c(),t),t,void 0,s??{}', 'i.insertBefore(c(),null),null'],
  ['lists other than arrays', 'd=t=>u(t)||"function"==typeof t?.[Symbol.iterator],', ''],
  ['values that are nodes', 'void 0!==t.nodeType?this.T(t):d(t)?', 'u(t)?'],
  [
    'values that are nodes',
    'this._$AH!==t&&(this._$AR(),this._$AH=this.O(t))',
    'this._$AR(),this._$AH=this.O(t)',
  ],
  ['wrapped nodes', 'i=t=>t,', ''],
  ['wrapped nodes', 'const s=i(t).nextSibling;i(t).remove(),t=s', 'const s=t.nextSibling;t.remove(),t=s'],
  // What a script for older browsers spells out.
  ['optional chaining', 'this._$AH?._$AD===e', '(this._$AH||0)._$AD===e'],
];

/** What a source of ours uses of Lit that was not kept, in words; nothing when all is there. */
export function findUnkept(code: string): string | undefined {
  if (/from 'lit\/(?!html\.js')/.test(code)) return 'directives';
  if (/\bmathml`|\bnoChange\b/.test(code)) return 'MathML and noChange';
  if (/\s\.\w+=\$\{/.test(code)) return 'properties (.name=)';
  if (/<\w+(\s[^>]*)?\s\$\{[^}]*\}\s*>/.test(code)) return 'values in place of attributes';
  if (/<(style|textarea|title|script)\b[^<]*\$\{/.test(code))
    return 'values in style, textarea, title and script';
  if (/<!--|html`[^`]*<\/?\$\{/.test(code)) return 'comments and tags by value';
  if (/<\w[^>`]*="[^">]*[<>][^>`]*"/.test(code)) return 'tags in attributes';
  return undefined;
}

/** Lit's released file without what our templates never use; refuses a Lit that has changed there. */
export function keepLitSubset(code: string): string {
  return unused.reduce((kept, [feature, from, to]) => {
    const next = kept.replace(from, () => to);
    if (next === kept)
      throw new Error(`Lit has changed where "${feature}" was: look at it again, or keep it.`);
    return next;
  }, code);
}
