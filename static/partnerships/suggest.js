/* While somebody types in the search, suggest records: arrows choose, Enter goes there, Escape closes. The form works without. */
"use strict";

(() => {
  const PAUSE = 180;
  const SHORTEST = 2;

  const attach = (input) => {
    const list = document.createElement("ul");
    const status = document.createElement("p");
    list.id = `${input.id}-suggestions`;
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels[0]?.textContent || "");
    status.className = "hidden";
    status.setAttribute("role", "status");
    status.setAttribute("aria-live", "polite");
    // A page that nobody searches from stays as it came.
    const begin = () => list.isConnected || input.parentElement.append(list, status);
    input.addEventListener("input", begin, { once: true });
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false",
    })) input.setAttribute(name, value);

    let timer, chosen = -1;

    const choose = (place) => {
      chosen = place;
      [...list.children].forEach((option, index) => option.setAttribute("aria-selected", String(index === place)));
      if (place < 0) input.removeAttribute("aria-activedescendant");
      else input.setAttribute("aria-activedescendant", list.children[place].id);
    };

    const close = () => {
      list.hidden = true;
      list.replaceChildren();
      input.setAttribute("aria-expanded", "false");
      choose(-1);
    };

    const show = (found) => {
      list.replaceChildren(...found.map((one, index) => {
        const option = document.createElement("li");
        const kind = document.createElement("span");
        option.id = `${list.id}-${index}`;
        option.setAttribute("role", "option");
        option.dataset.address = one.address;
        const name = document.createElement("bdi");
        name.textContent = one.name;
        name.lang = one.language;
        kind.textContent = ` ${one.kind}`;
        option.append(name, kind);
        return option;
      }));
      choose(-1);
      list.hidden = !found.length;
      input.setAttribute("aria-controls", list.id);
      input.setAttribute("aria-expanded", String(found.length > 0));
      const said = { 0: input.dataset.none, 1: input.dataset.one }[found.length] || input.dataset.some;
      status.textContent = said.replace("{number}", found.length);
    };

    const ask = async () => {
      const text = input.value.trim();
      if (text.length < SHORTEST && !/[^\u0000-\u024f]/.test(text)) return close();
      const response = await fetch(`${input.dataset.suggestions}?${new URLSearchParams({ q: text })}`, { credentials: "omit" });
      // A slow answer to an earlier text says nothing about what stands there now.
      if (response.ok && input.value.trim() === text) show((await response.json()).suggestions);
    };

    input.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(() => ask().catch(close), PAUSE);
    });
    input.addEventListener("keydown", (event) => {
      const number = list.hidden ? 0 : list.children.length;
      if (event.isComposing) return;
      if (!number) {
        // What was closed, or stood in the field before, is suggested anew.
        if (event.key !== "ArrowDown" || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        begin();
        ask().then(() => list.children.length && choose(0)).catch(close);
        return;
      }
      if (event.key === "ArrowDown") choose(chosen + 1 < number ? chosen + 1 : -1);
      else if (event.key === "ArrowUp") choose(chosen < 0 ? number - 1 : chosen - 1);
      else if (event.key === "Escape") close();
      else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.address);
      else return;
      event.preventDefault();
    });
    input.addEventListener("blur", close);
    // Before the field loses the focus.
    list.addEventListener("pointerdown", (event) => {
      const option = event.target.closest("[role=option]");
      event.preventDefault();
      if (option) location.assign(option.dataset.address);
    });
  };

  document.querySelectorAll("[data-suggestions]").forEach(attach);
})();
