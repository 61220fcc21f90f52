// The evaluator's keys: j and k between criteria, 1 to 4 for the light. Files dropped on a page.
"use strict";

(() => {
  const rows = [...document.querySelectorAll(".judged")];
  const here = () => rows.indexOf(document.activeElement?.closest(".judged"));

  const go = (row) => {
    if (!row) return;
    row.focus();
    row.scrollIntoView({ block: "center" });
  };

  document.addEventListener("keydown", (event) => {
    if (!rows.length || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("textarea, select, input:not([type=radio])");
    if (typing) return;
    const number = here();
    if (event.key === "j") go(rows[number + 1]);
    else if (event.key === "k") go(rows[Math.max(number, 1) - 1]);
    else if (/^[1-4]$/.test(event.key) && number >= 0) {
      rows[number].querySelectorAll("input[type=radio]")[event.key - 1].click();
    } else return;
    event.preventDefault();
  });

  const drop = document.querySelector(".drop");
  if (!drop) return;
  const input = drop.querySelector("input[type=file]");
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    if (!event.dataTransfer.files.length) return;
    input.files = event.dataTransfer.files;
    drop.requestSubmit();
  });
})();
