// The evaluator's rows by the same law as the form: saved as a draft as one goes, or the row says
// that it is not. What cannot be saved is kept in the browser, and stands there when one comes back.
"use strict";

(() => {
  const form = document.querySelector("form.evaluation");
  if (!form) return;
  const words = form.dataset;
  const say = document.querySelector(".state");
  const shelf = `os2governance:${form.getAttribute("action")}`;
  const hidden = new Set(["csrf", "was", "continues"]);
  const RETRY = 60000; // milliseconds before what was refused is sent again as it is
  let sending = null;
  let reason = "";
  let unkept = {}; // what stays unsaved for a reason of its own, by name
  let refused = ""; // what the server last refused, and when
  let refusedAt = 0;
  let leaving = false;

  // What an earlier page could not save: names, values, and what was in the file, or may have been.
  const takeShelf = () => {
    try {
      const shelved = JSON.parse(localStorage.getItem(shelf) ?? "[]");
      localStorage.removeItem(shelf);
      return shelved;
    } catch {
      return []; // what the browser kept cannot be read
    }
  };

  const read = () => Object.fromEntries([...new FormData(form)].map(([n, v]) => [n, `${v}`]));
  const typed = () => Object.entries(read()).filter(([name]) => !hidden.has(name));
  const shelved = takeShelf();
  const kept = new Map(words.unsaved ? shelved.map(([name, , [was] = []]) => [name, was]) : typed());
  let lastSent = kept; // which may be in the file, where no answer came
  const keptOf = (name) => (kept.get(name) ?? "").trim();
  const placeOf = (name) => form.elements[name]?.item?.(0)?.closest(".judged") ??
    document.getElementsByName(name)[0]?.closest(".judged, p");
  const unsaved = () => typed().filter(([name, value]) => value.trim() !== keptOf(name));
  const isRefused = () => JSON.stringify(typed()) === refused && Date.now() - refusedAt < RETRY;
  const isToBeSent = () => !leaving && unsaved().length > 0 && !isRefused();

  const show = () => {
    const places = new Set(unsaved().map(([name]) => placeOf(name)));
    for (const each of form.querySelectorAll(".unsaved")) {
      if (!places.has(each.parentElement)) each.remove();
    }
    for (const place of places) {
      let told = place.querySelector(":scope > .unsaved");
      if (!told) {
        told = document.createElement("span");
        told.setAttribute("role", "status");
        place.append(told);
      }
      const own = unsaved().map(([name]) => name).find((name) => unkept[name] && placeOf(name) === place);
      told.className = reason || unkept[own] ? "unsaved" : "unsaved waiting";
      const text = reason || unkept[own] || words.waiting;
      if (told.textContent !== text) told.textContent = text;
    }
  };

  const send = async () => {
    const sent = typed();
    lastSent = new Map(sent);
    const body = new URLSearchParams([...new FormData(form), ["draft", "1"]]);
    try {
      const answer = await fetch(words.draft, { method: "POST", body, signal: AbortSignal.timeout(20000) });
      if (!answer.ok) throw new Error(answer.status);
      const said = await answer.json();
      reason = said.wrong.join(" ");
      ({ unkept } = said);
      if (!said.saved || Object.keys(unkept).length) {
        [refused, refusedAt] = [JSON.stringify(sent), Date.now()];
      }
      if (!said.saved) return;
      for (const [name, value] of sent) if (!(name in unkept)) kept.set(name, value);
      form.elements.was.value = said.was;
      form.elements.continues.value = said.continues;
      say.textContent = words.saved;
    } catch {
      reason = words.lost;
    }
  };

  const flush = () => {
    sending ??= send().finally(() => {
      sending = null;
      show();
    });
    return sending;
  };

  form.addEventListener("input", show);
  form.addEventListener("change", async () => {
    show();
    await sending;
    if (isToBeSent()) flush();
  });
  setInterval(() => {
    const active = document.activeElement;
    if (!active?.matches?.("textarea, input:not([type=radio])") && isToBeSent()) flush();
  }, 3000);
  // The button waits for a draft on its way: it writes the same file.
  form.addEventListener("submit", async (event) => {
    if (sending && !leaving) {
      event.preventDefault();
      const { submitter } = event;
      leaving = true;
      await sending;
      form.requestSubmit(submitter);
    }
    leaving = true;
  });

  const keep = () => {
    const sentOf = (name) => (lastSent.get(name) ?? "").trim();
    const left = unsaved().map(([name, value]) => [name, value, [keptOf(name), sentOf(name)]]);
    try {
      if (left.length) localStorage.setItem(shelf, JSON.stringify(left));
      else localStorage.removeItem(shelf);
    } catch {
      // the browser keeps nothing; then it asks before the page is left
    }
    if (leaving || !left.length) return;
    const body = new URLSearchParams([...new FormData(form), ["draft", "1"]]);
    const keepalive = `${body}`.length < 60000;
    fetch(words.draft, { method: "POST", body, keepalive }).catch(() => {});
  };
  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && reason && unsaved().length) event.preventDefault();
  });

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) leaving = false;
  });

  const tellOfOther = (name, value) => {
    const chosen = document.querySelector(`[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`);
    const told = document.createElement("p");
    told.className = "hint";
    told.textContent = words.other.replace("{text}", () => chosen?.closest("label")?.textContent.trim() ?? value);
    placeOf(name)?.append(told);
  };

  // What stood on the shelf is put back where the file says what it said then.
  for (const [name, value, were = []] of words.unsaved ? [] : shelved) {
    const held = form.elements[name];
    if (held && were.includes(keptOf(name))) held.value = value;
    else if (held && keptOf(name) !== value.trim()) tellOfOther(name, value);
  }
  show();
  if (unsaved().length) flush();
})();
