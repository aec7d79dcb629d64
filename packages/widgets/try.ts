import { launchBrowser } from './src/testing/browser.ts';
import { listen, startStandInServer } from './src/testing/stand-in-server.ts';
import { examples } from './src/action-tracker/action-tracker.examples.ts';
const server = await startStandInServer(); server.answer = examples.unreported;
const site = await listen((_, r) => { r.setHeader('content-type','text/html; charset=utf-8'); r.end(`<!doctype html><html lang=en><head><meta name=viewport content="width=device-width"><title>x</title><style>sanctuary-action-tracker{display:block;min-height:40rem}</style><script type=module src="${server.origin}/embed/v1/sanctuary.js"></script></head><body><main><h1>A charity</h1><sanctuary-action-tracker council=fairmead plan="2026-2029"><a href="#">Fairmead's sanctuary action plan</a></sanctuary-action-tracker><p>After</p></main>`); });
const b = await launchBrowser();
for (const w of [360, 1280, 360, 1280]) {
const page = await b.newPage({ viewport: { width: w, height: 640 } });
await page.addInitScript(() => { Object.assign(window, { cls: 0, long: [] }); new PerformanceObserver(l => { for (const e of l.getEntries() as any) if (!e.hadRecentInput) { (window as any).cls += e.value; console.log(e.value, e.sources.map((s: any) => s.node?.outerHTML?.slice(0, 90) ?? s.node?.nodeName)); } }).observe({ type: 'layout-shift', buffered: true }); new PerformanceObserver(l => { for (const e of l.getEntries()) (window as any).long.push(e.duration); }).observe({ type: 'longtask', buffered: true }); });
page.on('console', m => console.log(m.text()));
const c = await page.context().newCDPSession(page); await c.send('Emulation.setCPUThrottlingRate', { rate: 4 });
await c.send('Profiler.enable'); await c.send('Profiler.setSamplingInterval', { interval: 200 }); await c.send('Profiler.start'); await page.goto(site.origin); await page.waitForTimeout(1500); await page.waitForTimeout(500);
const prof = (await c.send('Profiler.stop')).profile; const self = new Map<string, number>(); for (let i = 0; i < (prof.samples?.length ?? 0); i++) { const n = prof.nodes.find(x => x.id === prof.samples![i])!; const k = n.callFrame.functionName + ':' + n.callFrame.lineNumber + ':' + n.callFrame.columnNumber; self.set(k, (self.get(k) ?? 0) + (prof.timeDeltas![i] ?? 0)); } ;
}
await b.close(); await server.close(); await site.close();
