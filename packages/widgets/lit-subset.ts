// The element carries only what our templates use of Lit: what they do not would be 0.7 kB for every reader. Lit's
// version is pinned; a new one that has changed in these places stops the build, and so does a template that uses more.

/** What our templates never use of Lit, where it stands in the released file, and what takes its place. */
const unused: readonly (readonly [feature: string, from: string | RegExp, to: string])[] = [
  // Lit writes its version on the page's window and heeds a polyfill there: no place for a guest's traces.
  ['names on the window', /const j=\{.*?\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, 'const j=0;'],
  ['directives', /function M\(t,i,s=t,e\)\{.*?\}(?=class R\{)/, ''],
  ['directives', 'M(this,t,i)', 't'],
  ['directives', 'M(this,e[s+n],i,n)', 'e[s+n]'],
  ['directives', 'M(this,t,i,0),', 't,'],
  ['directives', 'M(this,t,i,0)??', 't??'],
  ['properties', /class I extends H\{.*?\}(?=class L )/, ''],
  ['properties', '"."===e[1]?I:', ''],
  ['element parts', /class Z\{.*?\}(?=const j=)/, ''],
  ['element parts', ':6===r.type&&(i=new Z(h,this,t))', ':0'],
  ['element parts', 'else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));', ''],
  ['values in style, textarea and title', /if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=else if\(8===)/, '}'],
  ['values in style, textarea and title', '(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', 'c=p'],
  ['values in comments', /else\{let t=-1;for\(.*?type:7,.*?\}(?=l\+\+)/, ''],
  ['MathML', ':3===i?"<math>":""', ':""'],
  ['MathML', ':3===i?"</math>":""', ':""'],
  ['MathML', '2===i||3===i', '2===i'],
  ['compiled templates', /"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\)(?=;if)/, 'this._$AC(t)'],
  ['parts that sleep', 'setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
  ['parts that sleep', 'this._$AP?.(!1,!0,s);', ';'],
  ['parts that sleep', ',this._$Cv=e?.isConnected??!0', ''],
  ['parts that sleep', 'get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['getters', 'get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
  ['getters', /get parentNode\(\)\{let t=.*?get endNode\(\)\{return this\._\$AB\}/, ''],
  ['getters', 'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  ['options', '(t?.creationScope??l)', 'l'],
  ['options', 's?.renderBefore??i', 'i'],
  ['options', 'const t=s?.renderBefore??null;', ''],
  ['options', 'i.insertBefore(c(),t),t,void 0,s??{}', 'i.insertBefore(c(),null),null'],
  ['options', 'this.options?.host??this.element', 'this.element'],
  [
    'listener objects',
    '"function"==typeof this._$AH?this._$AH.call(this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.element,t)',
  ],
  ['lists other than arrays', 'd=t=>u(t)||"function"==typeof t?.[Symbol.iterator]', 'd=u'],
  ['options of listeners', '||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
  ['no change', 'E=Symbol.for("lit-noChange"),', ''],
  ['no change', 't!==this._$AH&&t!==E&&this._(t)', 't!==this._$AH&&this._(t)'],
  ['no change', '||t!==this._$AH&&t!==E,', '||t!==this._$AH,'],
  ['no change', 'r===E&&(r=this._$AH[n]),', ''],
  ['no change', 'if((t=t??A)===E)return;', 't=t??A;'],
  ['no change', 'E as noChange,', ''],
  ['parts that sleep', /this\._\$AN=void 0,/g, ''],
  ['kinds of parts', /this\.type=[12],/g, ''],
  ['kinds of parts', /,this\.type=4|,this\.type=5/g, ''],
  ['parents and options', /,this\.(?:_\$AM|options)=\w/g, ''],
  ['parents and options', 'h.nextSibling,this,t', 'h.nextSibling'],
  ['parents and options', 'r.name,r.strings,this,t', 'r.name,r.strings'],
  ['parents and options', 'this.O(c()),this,this.options', 'this.O(c())'],
  ['parents and options', 't.u(this.options)', 't.u()'],
  [
    'comments, and tags by value',
    'c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?c=p:void 0!==u[3]&&(c=p):',
    'c===v?c=p:',
  ],
  ['comments, and tags by value', 'c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)', 'c=p'],
  ['comments, and tags by value', '(c=n??v,d=-1)', '(c=v,d=-1)'],
  ['comments, and tags by value', '_=/-->/g,m=/>/g,', ''],
  [
    'comments, and tags by value',
    '(?:(!--|\\/[^a-zA-Z])|(\\/?[a-zA-Z][^>\\s]*)|(\\/?$))',
    '\\/?[a-zA-Z][^>\\s]*',
  ],
  ['element parts', 'void 0===u[1]?d=-2:', ''],
  ['element parts', '(-2===d?i:x)', 'x'],
  ['wrapped nodes', 'i=t=>t,', ''],
  ['wrapped nodes', 'const s=i(t).nextSibling;i(t).remove(),t=s', 'const s=t.nextSibling;t.remove(),t=s'],
  ['lists other than arrays', ',d=u,', ','],
  ['lists other than arrays', 'd(t)?this.k(t)', 'u(t)?this.k(t)'],
  ['listeners that come and go', 'super(t,i,s,e,h)', 'super(t,i,s),t.addEventListener(i,this)'],
  [
    'listeners that come and go',
    /_\$AI\(t,i=this\)\{t=t\?\?A;.*?this\._\$AH=t\}(?=handleEvent)/,
    '_$AI(t){this._$AH=t}',
  ],
  [
    'listeners that come and go',
    'this._$AH.call(this.element,t)',
    '"function"==typeof this._$AH&&this._$AH.call(this.element,t)',
  ],
  [
    'listeners that come and go',
    'class z extends H{constructor(t,i,s,e,h)',
    'class z extends H{constructor(t,i,s)',
  ],
  ['kinds of parts', 'type:1,', ''],
  ['kinds of parts', 'type:2,', ''],
  [
    'kinds of parts',
    '2===r.type?i=new k(h,h.nextSibling):1===r.type?i=new r.ctor(h,r.name,r.strings):0',
    'i=r.ctor?new r.ctor(h,r.name,r.strings):new k(h,h.nextSibling)',
  ],
  ['kinds of parts', 'void 0!==s&&(void 0!==s.strings?', '(void 0!==s.strings?'],
  ['kinds of parts', 'constructor(){super(...arguments)}', ''],
  ['parents and options', 'constructor(t,i,s,e){this._$AH=A', 'constructor(t,i){this._$AH=A'],
  ['parents and options', 'constructor(t,i,s,e,h){this._$AH=A', 'constructor(t,i,s){this._$AH=A'],
  ['parents and options', 'new R(e,this)', 'new R(e)'],
  // What a script for older browsers spells out.
  ['optional chaining', 'o!==r?.index&&', 'r&&o!==r.index&&'],
  ['optional chaining', 'this._$AH?._$AD===e', '(this._$AH||0)._$AD===e'],
  // An attribute of several values is compared as the text that they make, not value by value.
  [
    'attributes value by value',
    's.length>2||""!==s[0]||""!==s[1]?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=A',
    '(s.length>2||""!==s[0]||""!==s[1])&&(this.strings=s)',
  ],
  [
    'attributes value by value',
    /_\$AI\(t,i=this,s,e\)\{const h=this\.strings;.*?o&&!e&&this\.j\(t\)\}/,
    '_$AI(t,i){const s=this.strings;if(s){const e=t;t=s[0];for(let n=1;n<s.length;n++){const r=e[i++];t=r===A||t===A?A:t+(null==r?"":r)+s[n]}}t!==this._$AH&&this.j(this._$AH=t)}',
  ],
  ['attributes value by value', 's._$AI(t,s,i)', 's._$AI(t,i)'],
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
  return undefined;
}

/** Lit's released file without what our templates never use; refuses a Lit that has changed there. */
export function keepLitSubset(code: string): string {
  return unused.reduce((kept, [feature, from, to]) => {
    const next = kept.replace(from, to);
    if (next === kept)
      throw new Error(`Lit has changed where "${feature}" was: look at it again, or keep it.`);
    return next;
  }, code);
}
