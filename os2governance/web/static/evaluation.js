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
  let sending = null;
  let reason = "";
  let leaving = false;

  const read = () => Object.fromEntries([...new FormData(form)].map(([n, v]) => [n, `${v}`]));
  const typed = () => Object.entries(read()).filter(([name]) => !hidden.has(name));
  const kept = new Map(words.unsaved ? [] : typed());
  const placeOf = (name) => form.elements[name]?.item?.(0)?.closest(".judged") ??
    document.getElementsByName(name)[0]?.closest(".judged, p");
  const unsaved = () => typed().filter(([name, value]) => value.trim() !== (kept.get(name) ?? "").trim());

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
      told.className = reason ? "unsaved" : "unsaved waiting";
      const text = reason || words.waiting;
      if (told.textContent !== text) told.textContent = text;
    }
  };

  const send = async () => {
    const sent = typed();
    const body = new URLSearchParams([...new FormData(form), ["draft", "1"]]);
    try {
      const answer = await fetch(words.draft, { method: "POST", body, signal: AbortSignal.timeout(20000) });
      if (!answer.ok) throw new Error(answer.status);
      const said = await answer.json();
      reason = said.wrong.join(" ");
      if (!said.saved) return;
      for (const [name, value] of sent) kept.set(name, value);
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
    if (!leaving && unsaved().length) flush();
  });
  setInterval(() => {
    const active = document.activeElement;
    if (!leaving && !active?.matches?.("textarea, input:not([type=radio])") && unsaved().length) flush();
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
    const left = leaving ? [] : unsaved();
    try {
      if (left.length) localStorage.setItem(shelf, JSON.stringify(left));
      else localStorage.removeItem(shelf);
    } catch {
      // the browser keeps nothing; then it asks before the page is left
    }
    if (!left.length) return;
    const body = new URLSearchParams([...new FormData(form), ["draft", "1"]]);
    const keepalive = `${body}`.length < 60000;
    fetch(words.draft, { method: "POST", body, keepalive }).catch(() => {});
  };
  window.addEventListener("pagehide", keep);
  window.addEventListener("beforeunload", (event) => {
    if (!leaving && reason && unsaved().length) event.preventDefault();
  });

  try {
    for (const [name, value] of JSON.parse(localStorage.getItem(shelf) ?? "[]")) {
      const held = form.elements[name];
      if (held) held.value = value;
    }
    localStorage.removeItem(shelf);
  } catch {
    // what the browser kept cannot be read
  }
  show();
  if (unsaved().length) flush();
})();
