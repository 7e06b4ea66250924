import { launchBrowser } from './support/browser.ts';
const [url, out, w, scheme, max] = process.argv.slice(2);
const b = await launchBrowser(); const p = await b.newPage({ viewport: { width: Number(w), height: 1000 }, colorScheme: scheme as 'light' });
await p.goto(url!); await p.waitForTimeout(600);
const h = await p.evaluate('document.documentElement.scrollHeight') as number; console.log('height', h);
const step=2000; let i=0;
for (let y=0; y<h && i<Number(max); y+=step, i++) await p.screenshot({ path: `${out}-${String(i).padStart(2,'0')}.png`, fullPage:true, clip:{x:0,y,width:Number(w),height:Math.min(step,h-y)} });
await b.close();
