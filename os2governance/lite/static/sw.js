// Serves one edition, each file checked by its hash, and hands the requests of pages to the engine.
const BASE = new URL("./", self.location).pathname;
const APP = `${BASE}app/`;
const CACHE = `os2governance ${BASE} ${EDITION}`;
const PATIENCE = 120_000; // ms

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (url.origin !== self.location.origin || !url.pathname.startsWith(BASE)) return;
  event.respondWith(url.pathname.startsWith(APP) ? ask(event.request, url) : serve(event.request, url));
});

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(FILES).map(([name, file]) => take(cache, name, file)));
}

async function take(cache, name, { source, sha256, type, packed }) {
  const answer = await fetch(BASE + source, { cache: "no-cache" });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await hash(bytes)) !== sha256) throw new Error(`${name} is not whole`);
  const plain = packed ? new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip")) : bytes;
  await cache.put(BASE + name, new Response(await new Response(plain).blob(), { headers: { "Content-Type": type } }));
}

async function hash(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function activate() {
  const mine = (name) => name.startsWith(`os2governance ${BASE} `) && name !== CACHE;
  await Promise.all((await caches.keys()).filter(mine).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function serve(request, url) {
  const name = url.pathname === BASE ? `${BASE}index.html` : url.pathname;
  const cache = await caches.open(CACHE);
  return (await cache.match(name)) ?? fetch(request);
}

async function ask(request, url) {
  const body = ["GET", "HEAD"].includes(request.method) ? new ArrayBuffer(0) : await request.arrayBuffer();
  const headers = [...request.headers, ["host", url.host], ["content-length", String(body.byteLength)]];
  const asked = { method: request.method, path: decodeURIComponent(url.pathname), query: url.search.slice(1), headers };
  const answer = await askTabs(asked, body);
  if (!answer) return Response.redirect(`${BASE}?to=${encodeURIComponent(url.pathname)}`, 302);
  if (answer.failure !== undefined) return refuse(request, url, answer.failure);
  const { status, headers: back, body: data } = answer.answer;
  const framed = back.map(([name, value]) => [name, value.replace("frame-ancestors 'none'", "frame-ancestors 'self'")]);
  const kept = framed.filter(([name]) => name !== "content-length");
  return new Response([204, 303, 302, 304].includes(status) ? null : data, { status, headers: kept });
}

// What could not be done: a form that was sent as a page becomes the page again, as it is.
function refuse(request, url, failure) {
  if (request.mode === "navigate" && request.method === "POST") return Response.redirect(url.pathname, 303);
  return new Response(failure, { status: 503, headers: { "Content-Type": "text/plain; charset=utf-8" } });
}

// Every open tab is asked; the one with the engine answers. Undefined where there is none.
async function askTabs(asked, body) {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const shells = tabs.filter(({ url }) => [BASE, `${BASE}index.html`].includes(new URL(url).pathname));
  return new Promise((done) => {
    const nobody = setTimeout(done, 5_000);
    const late = setTimeout(() => done({ failure: "late" }), PATIENCE);
    for (const tab of shells) {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => {
        clearTimeout(nobody);
        if (data.taken) return;
        clearTimeout(late);
        done(data);
      };
      tab.postMessage({ ask: { ...asked, body: body.slice(0) } }, [port2]);
    }
  });
}
