// Everything here makes better what works without it: theme, and lists that answer at once.
"use strict";

(() => {
  const root = document.documentElement;

  const kept = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage may be closed to pages that are opened from a disk
    }
  };

  const theme = () => {
    const button = document.querySelector(".theme");
    const dark = () =>
      root.dataset.theme
        ? root.dataset.theme === "dark"
        : matchMedia("(prefers-color-scheme: dark)").matches;
    const say = () => {
      button.textContent = dark() ? button.dataset.light : button.dataset.dark;
    };
    button.hidden = false;
    say();
    button.addEventListener("click", () => {
      root.dataset.theme = dark() ? "light" : "dark";
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // this page alone, then
      }
      say();
    });
  };

  // The cards of a list that is whole: level, words and order without another page.
  const cards = () => {
    const list = document.querySelector(".cards[data-whole]");
    const search = document.querySelector(".search");
    if (!list || !search || document.querySelector(".cards[data-whole] ~ .pager")) return;
    const all = [...list.children];
    if (all.length < 2) return;
    const found = document.querySelector(".found");
    const input = search.querySelector("input");
    const chips = [...document.querySelectorAll(".chips a")];
    const onFront = chips[0].getAttribute("aria-current") === "true";
    let level = "all";

    const show = () => {
      const words = input.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
      let count = 0;
      for (const card of all) {
        const here =
          (level === "all" || card.dataset.levels.split(" ").includes(level)) &&
          words.every((word) => card.textContent.toLocaleLowerCase().includes(word));
        card.hidden = !here;
        count += here;
      }
      const said = count === 1 ? found.dataset.one : found.dataset.many;
      found.textContent = said.replace("{count}", String(count));
    };

    search.hidden = false;
    input.addEventListener("input", show);
    if (!onFront) return;
    for (const chip of chips) {
      chip.addEventListener("click", (event) => {
        event.preventDefault();
        level = chip.dataset.level;
        for (const each of chips) each.removeAttribute("aria-current");
        chip.setAttribute("aria-current", "true");
        show();
      });
    }
    const orders = {
      index: (a, b) => a.dataset.rank - b.dataset.rank,
      "by-name": (a, b) => name(a, b),
      "by-change": (a, b) => b.dataset.moved.localeCompare(a.dataset.moved) || name(a, b),
    };
    const name = (a, b) => a.dataset.name.localeCompare(b.dataset.name, root.lang);
    const links = [...document.querySelectorAll(".sort a[data-sort]")];
    for (const link of links) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        all.sort(orders[link.dataset.sort]);
        list.append(...all);
        for (const each of links) each.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        show();
      });
    }
  };

  // The rows of the lights by one of its criteria: the head of a column becomes a button. Only
  // where all rows are on the page, for an order of some of them is an order of none.
  const lights = () => {
    const table = document.querySelector("table.heat");
    if (!table || document.querySelector(".pager")) return;
    const rank = { met: 0, not_applicable: 1, partly: 2, unknown: 3, unmet: 4 };
    const body = table.tBodies[0];
    const heads = [...table.querySelectorAll(".ids th")];
    heads.forEach((head, column) => {
      if (column === 0) return;
      const link = head.querySelector("a");
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = link.textContent;
      button.title = link.title;
      link.replaceWith(button);
      button.addEventListener("click", () => {
        const again = head.getAttribute("aria-sort") === "ascending";
        for (const each of heads) each.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", again ? "descending" : "ascending");
        const of = (row) => {
          const cell = row.cells[column], use = cell.querySelector("use");
          return use ? rank[use.getAttribute("href").slice(1)] : "▼▲◆=·".indexOf(cell.textContent);
        };
        const rows = [...body.rows];
        rows.sort((a, b) => (again ? of(b) - of(a) : of(a) - of(b)));
        body.append(...rows);
      });
    });
  };

  // A criterion that an address points at is opened.
  const opened = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };

  const chosen = kept();
  if (chosen === "light" || chosen === "dark") root.dataset.theme = chosen;
  theme();
  cards();
  lights();
  opened();
  addEventListener("hashchange", opened);
  addEventListener("beforeprint", () => {
    for (const each of document.querySelectorAll("details")) each.open = true;
  });
})();
