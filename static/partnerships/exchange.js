/* A list that is asked again is exchanged in its place: the form keeps its focus, the browser its history, and the number
   of lines is announced. Where anything fails, or without this, the page is loaded whole. */
"use strict";

(() => {
  const main = document.querySelector("main");
  const filters = main.querySelector("details.filters");
  if (!filters) return;

  const status = document.createElement("p");
  status.className = "hidden";
  status.setAttribute("role", "status");
  document.body.append(status);
  const here = () => location.pathname + location.search;
  let asked, shown = here();

  // What the form offers is what the answer offers; it stays open, and the reader where they were in it.
  const refill = (given) => {
    const active = document.activeElement;
    const within = filters.querySelector("form").contains(active);
    const spot = active.id ? `#${CSS.escape(active.id)}` : active.localName;
    filters.querySelector("form").replaceWith(given.querySelector("form"));
    if (within) filters.querySelector(spot)?.focus();
  };

  // What the head tells programs of a page: its other forms, what of it is shared, whether it is to be found.
  const told = "link[rel=alternate], meta[property], meta[name=robots], meta[name=description]";

  const exchange = (page) => {
    const found = page.querySelector("main");
    const given = found.querySelector("details.filters");
    refill(given);
    // The field of the search stays, with what is typed in it and what suggests.
    const field = main.querySelector("form.search"), its = found.querySelector("form.search");
    if (field && its) {
      field.elements.q.value = its.elements.q.value;
      its.replaceWith(field);
    }
    for (const child of [...main.children]) if (child !== filters) child.remove();
    const children = [...found.children];
    const place = children.indexOf(given);
    // What is in the page says its number itself: it is announced once, by what does not change.
    found.querySelector("p.count")?.removeAttribute("role");
    filters.before(...children.slice(0, place));
    filters.after(...children.slice(place + 1));
    document.title = page.title;
    const [own, other] = [document, page].map((each) => each.querySelector(".masthead-language a"));
    if (own && other) own.setAttribute("href", other.getAttribute("href"));
    for (const one of document.head.querySelectorAll(told)) one.remove();
    document.head.append(...page.head.querySelectorAll(told));
  };

  const show = async (url, { remember = true, move = false } = {}) => {
    asked?.abort();
    asked = new AbortController();
    main.setAttribute("aria-busy", "true");
    try {
      const response = await fetch(url, { credentials: "same-origin", signal: asked.signal });
      // What is chosen by a name is led to its key, on the same list.
      if (!response.ok || new URL(response.url).pathname !== new URL(url, location).pathname) throw new Error(response.status);
      if (response.redirected) url = response.url;
      exchange(new DOMParser().parseFromString(await response.text(), "text/html"));
      if (remember) history.pushState({}, "", url);
      shown = here();
      const count = main.querySelector("p.count");
      if (move && count) {
        count.tabIndex = -1;
        count.focus();
      }
      status.textContent = (count || main.querySelector("h1")).textContent.split(" · ")[0].trim();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(url);
    } finally {
      main.removeAttribute("aria-busy");
    }
  };

  main.addEventListener("submit", (event) => {
    if (!filters.contains(event.target)) return;
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(given).toString();
    // Where the form takes the whole screen, what was asked for would stand far below it.
    const narrow = matchMedia("(max-width: 40em)").matches;
    if (narrow) filters.open = false;
    show(`${event.target.action}${query && "?"}${query}`, { move: narrow });
  });

  main.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!link || !plain || link.origin !== location.origin || link.pathname !== location.pathname || link.hash) return;
    event.preventDefault();
    show(link.href, { move: !filters.contains(link) });
  });

  // A way to a year within the page is no other list.
  addEventListener("popstate", () => here() !== shown && show(here(), { remember: false }));
})();
