// SPDX-License-Identifier: MIT

/// The script of the site; without it every page can be read, but not searched.
enum SiteScript {
  static let file = SiteFile(path: "site.js", text: text)

  private static let text = #"""
    "use strict";
    (() => {
      const root = document.documentElement;
      const chinese = root.lang.startsWith("zh");
      const words = chinese
        ? { copy: "复制命令", copied: "已复制", failed: "未能复制", found: "条条款" }
        : { copy: "Copy command", copied: "Copied", failed: "Not copied", found: "clauses" };
      const shownAtMost = 12;

      const remembered = () => {
        try { return localStorage.getItem("assay-theme"); } catch { return null; }
      };
      const remember = theme => {
        try { localStorage.setItem("assay-theme", theme); } catch { /* it lasts for this page */ }
      };
      const theme = remembered();
      if (theme === "dark" || theme === "light") root.dataset.theme = theme;

      function toggleTheme() {
        const button = document.getElementById("theme");
        const isDark = () => root.dataset.theme
          ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
        const show = () => button.setAttribute("aria-pressed", isDark());
        button.addEventListener("click", () => {
          root.dataset.theme = isDark() ? "light" : "dark";
          remember(root.dataset.theme);
          show();
        });
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
        button.hidden = false;
        show();
      }

      function foldPages() {
        const pages = document.querySelector(".pages details");
        const wide = matchMedia("(min-width: 60rem)");
        const fold = () => { pages.open = wide.matches; };
        wide.addEventListener("change", fold);
        fold();
      }

      function copyCommands() {
        for (const command of document.querySelectorAll(".console .command")) {
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = words.copy;
          button.addEventListener("click", async () => {
            const text = command.querySelector("code").textContent;
            button.textContent = await copy(text) ? words.copied : words.failed;
            setTimeout(() => { button.textContent = words.copy; }, 2000);
          });
          command.before(button);
        }
      }

      async function copy(text) {
        try {
          await navigator.clipboard.writeText(text);
          return true;
        } catch {
          return false;
        }
      }

      function search() {
        const form = document.querySelector("form[role=search]");
        const input = document.getElementById("search");
        const list = document.getElementById("found");
        const status = form.querySelector("[role=status]");
        let found = [];
        let current = -1;

        const rank = ([id], first) =>
          id === first ? 0 : id.startsWith(first) ? 1 : id.includes(first) ? 2 : 3;

        function matches(text) {
          const parts = text.toLowerCase().split(/\s+/).filter(part => part);
          if (!parts.length) return [];
          return window.assayClauses
            .filter(clause => {
              const whole = clause.slice(0, 4).join("\n").toLowerCase();
              return parts.every(part => whole.includes(part));
            })
            .map((clause, index) => [rank(clause, parts[0]), index, clause])
            .sort((a, b) => a[0] - b[0] || a[1] - b[1])
            .map(([, , clause]) => clause);
        }

        function option([id, level, english, other], index) {
          const item = document.createElement("li");
          item.id = `found-${index}`;
          item.setAttribute("role", "option");
          const name = document.createElement("code");
          name.textContent = id;
          item.append(name, ` ${level}`);
          const texts = [[english, "en"], [other, "zh-Hans"]];
          for (const [text, lang] of chinese ? texts.reverse() : texts) {
            const line = document.createElement("span");
            line.textContent = text;
            line.lang = lang;
            item.append(line);
          }
          item.addEventListener("mousedown", event => event.preventDefault());
          item.addEventListener("click", () => follow(index));
          return item;
        }

        function select(index) {
          current = index;
          [...list.children].forEach((item, place) => {
            item.setAttribute("aria-selected", place === index);
            if (place === index) item.scrollIntoView({ block: "nearest" });
          });
          if (index < 0) input.removeAttribute("aria-activedescendant");
          else input.setAttribute("aria-activedescendant", `found-${index}`);
        }

        function show() {
          const all = matches(input.value);
          found = all.slice(0, shownAtMost);
          list.replaceChildren(...found.map(option));
          list.hidden = !found.length;
          input.setAttribute("aria-expanded", !!found.length);
          status.textContent = !input.value.trim() ? ""
            : all.length > found.length ? `${found.length} / ${all.length} ${words.found}`
            : `${all.length} ${words.found}`;
          select(found.length ? 0 : -1);
        }

        function close() {
          input.value = "";
          show();
          input.blur();
        }

        function follow(index) {
          const clause = found[index];
          if (!clause) return;
          close();
          location.href = root.dataset.root + clause[4];
        }

        const keys = {
          ArrowDown: () => select((current + 1) % found.length),
          ArrowUp: () => select((current + found.length - 1) % found.length),
          Enter: () => follow(current),
        };
        input.addEventListener("input", show);
        input.addEventListener("keydown", event => {
          if (event.isComposing) return;
          if (event.key === "Escape") return close();
          if (!keys[event.key]) return;
          event.preventDefault();
          if (found.length) keys[event.key]();
        });
        form.addEventListener("submit", event => event.preventDefault());
        form.addEventListener("focusout", event => {
          if (!form.contains(event.relatedTarget)) list.hidden = true;
        });
        input.addEventListener("focus", () => { list.hidden = !found.length; });
        document.addEventListener("keydown", event => {
          const typing = event.target.closest("input, textarea, select, [contenteditable]");
          if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
          event.preventDefault();
          input.focus();
        });
        form.hidden = false;
      }

      document.addEventListener("DOMContentLoaded", () => {
        toggleTheme();
        foldPages();
        copyCommands();
        search();
      });
    })();

    """#
}
