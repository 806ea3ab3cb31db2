// SPDX-License-Identifier: MIT

/// The script of the page; without it every row can be read, but not filtered.
enum ReportScript {
  static let text = #"""
    "use strict";
    (() => {
      const form = document.getElementById("filter");
      const status = form.querySelector("output");
      const fields = ["text", "verdict", "format", "severity"].map(name => form.elements[name]);
      const choices = fields.slice(1);
      const groups = [...document.querySelectorAll("[data-group]")].reverse();
      const rows = [...document.querySelectorAll("[data-verdict]")]
        .map(row => ({ row, words: row.textContent.toLowerCase() }));

      function show() {
        const words = fields[0].value.toLowerCase().split(/\s+/);
        let count = 0;
        for (const entry of rows) {
          const fits = words.every(word => entry.words.includes(word))
            && choices.every(({ name, value }) => !value || entry.row.dataset[name] === value);
          entry.row.hidden = !fits;
          count += fits;
        }
        for (const group of groups)
          group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
        for (const list of document.querySelectorAll(".list"))
          list.open = ["agrees", "notJudged"].includes(form.elements.verdict.value);
        status.textContent = `${count} of ${rows.length} rows`;
      }

      function remember() {
        const state = new URLSearchParams();
        for (const { name, value } of fields) if (value) state.set(name, value);
        history.replaceState(null, "", `#${[...state].length ? `?${state}` : ""}`);
      }

      function restore(state) {
        for (const field of fields) field.value = state.get(field.name) ?? "";
        show();
      }

      function anchor(text) {
        try { return decodeURIComponent(text); } catch { return text; }
      }

      function follow() {
        const hash = location.hash.slice(1);
        if (hash.startsWith("?")) return restore(new URLSearchParams(hash.slice(1)));
        const target = document.getElementById(anchor(hash));
        if (!target) return;
        if (target.closest("[hidden]")) restore(new URLSearchParams());
        for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
        target.scrollIntoView();
        target.querySelector("summary")?.focus({ preventScroll: true });
      }

      form.addEventListener("submit", event => event.preventDefault());
      form.addEventListener("input", () => { show(); remember(); });
      form.addEventListener("reset", () => setTimeout(() => { show(); remember(); }));
      document.addEventListener("keydown", event => {
        const typing = event.target.closest("input, select");
        if (event.key === "Escape" && typing) return form.reset();
        if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        fields[0].focus();
      });
      addEventListener("hashchange", follow);
      form.hidden = false;
      show();
      follow();
    })();

    """#
}
