/* While a date is typed, say under it what it is understood as; number stops and rows; ask whoever leaves a form unsaved;
   keep what is typed on this machine until it is saved; say who else has the form open. */
"use strict";

(() => {
  const PAUSE = 300;
  const timers = new WeakMap();

  // Whatever changes what stands in a form; the widgets of choices tell jQuery alone.
  const whenTyped = (soon) => {
    for (const happened of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(happened, soon);
    document.addEventListener("DOMContentLoaded", () => window.django?.jQuery?.(document).on("change", "select", soon));
  };

  const address = () => document.querySelector("[data-understood]")?.dataset.understood;

  const show = (input, answer) => {
    const line = input.parentElement.querySelector(".understood");
    if (!line) return;
    line.textContent = answer.error || answer.sentence || "";
    line.classList.toggle("is-error", Boolean(answer.error));
  };

  const ask = async (input) => {
    const text = input.value;
    if (!text.trim()) return show(input, {});
    const query = new URLSearchParams({ kind: input.dataset.dateKind, text });
    const response = await fetch(`${address()}?${query}`, { headers: { Accept: "application/json" } });
    // A slow answer to an earlier text says nothing about what stands there now.
    if (response.ok && input.value === text) show(input, await response.json());
  };

  document.addEventListener("input", (event) => {
    const input = event.target;
    if (!input.matches?.("[data-date-kind]") || !address()) return;
    clearTimeout(timers.get(input));
    timers.set(input, setTimeout(() => ask(input).catch(() => show(input, {})), PAUSE));
  });

  // What the sources that stand in the form do not prove of its dates, once something is typed: said above the buttons.
  let proofAsked = 0, proofTimer = 0;
  const prove = async () => {
    const line = document.querySelector("[data-proof]"), query = new URLSearchParams({ kind: "proof" });
    const asked = ++proofAsked;
    for (const name of ["date", "period"]) query.append(name, document.querySelector(`#id_${name}`)?.value ?? "");
    document.querySelectorAll("select[name^='citations-'][name$='-source']").forEach((source) => {
      const of = (name) => document.querySelector(`[name="${source.name.replace(/source$/, name)}"]`);
      if (!source.value || of("DELETE")?.checked) return;
      query.append("cited", [source.value, of("stance")?.value ?? "supports", of("field")?.value ?? ""].join(":"));
    });
    const response = await fetch(`${address()}?${query}`, { headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected || asked !== proofAsked) return;
    const { sentence } = await response.json();
    if (line.textContent !== sentence) line.textContent = sentence;
    line.hidden = !sentence;
    document.querySelectorAll("[data-proof-stored]").forEach((stored) => { stored.hidden = true; });
  };
  const proveSoon = (event) => {
    if (!document.querySelector("[data-proof]") || !document.querySelector("[name='citations-TOTAL_FORMS']") || !address()) return;
    if (event.target.closest && !event.target.closest("#content-main")) return;
    clearTimeout(proofTimer);
    proofTimer = setTimeout(() => prove().catch(() => {}), 2 * PAUSE);
  };
  whenTyped(proveSoon);

  // What in the register resembles or contradicts what stands in the form: asked with the form as it is, saved nowhere.
  let besideAsked = 0, besideTimer = 0;
  const MOST_TRIES = 6;
  const compare = async (tries = 1) => {
    const list = document.querySelector("[data-beside]"), body = new FormData();
    const asked = ++besideAsked;
    for (const [name, value] of new FormData(form())) if (typeof value === "string") body.append(name, value);
    body.append(list.dataset.beside, "1");
    const response = await fetch(here(), { method: "POST", body, headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected || asked !== besideAsked) return;
    const { said } = await response.json();
    // Somebody was saving just then: it is asked again, later each time and not for ever, and what was said stays meanwhile.
    if (said === null && tries < MOST_TRIES) besideTimer = setTimeout(() => compare(tries + 1).catch(() => {}), PAUSE * 2 ** tries);
    if (said === null || list.dataset.said === JSON.stringify(said)) return;
    list.dataset.said = JSON.stringify(said);
    list.replaceChildren(...said.flatMap(({ sentence, records }) => {
      const line = document.createElement("p"), others = document.createElement("ul");
      line.textContent = sentence;
      for (const { address: where, name, after } of records) {
        const item = document.createElement("li"), link = document.createElement("a");
        Object.assign(link, { href: where, target: "_blank", textContent: name });
        item.append(link, after, ...useInstead(list, where, name));
        others.append(item);
      }
      return records.length ? [line, others] : [line];
    }));
    list.hidden = !said.length;
  };
  // Whoever adds from within another form what the register has already chooses that one there, with one click.
  const useInstead = (list, where, name) => {
    const number = where.match(/\/(\d+)\/change\/$/)?.[1];
    if (!list.dataset.use || !number || !window.opener || !where.startsWith(location.pathname.replace(/add\/$/, ""))) return [];
    const use = document.createElement("button");
    Object.assign(use, { type: "button", className: "button", textContent: list.dataset.use });
    use.addEventListener("click", () => window.opener.dismissAddRelatedObjectPopup(window, number, name));
    return [" ", use];
  };
  const compareSoon = (event) => {
    if (!document.querySelector("[data-beside]") || !form()) return;
    if (event.target.closest && !form().contains(event.target)) return;
    clearTimeout(besideTimer);
    besideTimer = setTimeout(() => compare().catch(() => {}), 4 * PAUSE);
  };
  whenTyped(compareSoon);
  document.addEventListener("submit", () => clearTimeout(besideTimer));

  // The number that a stop will take, in grey: nothing is filled in that nobody typed.
  const number = () =>
    [...document.querySelectorAll("input[name^='stops-'][name$='-position']")]
      .filter((input) => !input.name.includes("__prefix__"))
      .forEach((input, index) => { input.placeholder = index + 1; });

  // “Stop 2”: a new row is a copy of the empty one, and those after a removed one move up.
  const count = () =>
    document.querySelectorAll(".inline-group").forEach((group) =>
      group.querySelectorAll(".inline-related:not(.empty-form)").forEach((row, index) => {
        const shown = row.querySelector("[data-row-number]");
        if (shown) shown.textContent = index + 1;
      }));

  // What is typed and not saved: whoever leaves is asked first. A preview opens beside the form, which stays as it is.
  const form = () => document.querySelector("#content-main form[id$='_form']");
  let unsaved = false;
  const typed = (event) => {
    if (form()?.contains(event.target)) unsaved = true;
  };
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  document.addEventListener("formset:added", typed);
  document.addEventListener("submit", (event) => {
    if (event.target === form() && event.submitter?.formTarget !== "_blank") unsaved = false;
  });
  // A form that came back with what was typed holds what nobody has saved yet.
  document.addEventListener("DOMContentLoaded", () => {
    unsaved = Boolean(form()?.querySelector("[name='version']") && document.querySelector(".errornote"));
  });
  // What was sent when the log-in had ended comes back after the next one, in the same tab and for the same account:
  // it is sent once more, to be shown and not saved.
  const SENT = "register-sent";
  const here = () => location.pathname + location.search;
  const account = () => document.querySelector("#user-tools strong")?.textContent ?? "";
  document.addEventListener("submit", (event) => {
    if (event.target !== form() || event.submitter?.formTarget === "_blank") return;
    const kept = (name, value) => name !== "csrfmiddlewaretoken" && typeof value === "string" && form().elements[name]?.type !== "password";
    const entries = [...new FormData(form())].filter(([name, value]) => kept(name, value));
    try {
      sessionStorage.setItem(SENT, JSON.stringify({ where: here(), account: account(), entries }));
    } catch {
      // No room, or not allowed: the form is sent all the same.
    }
  });
  document.addEventListener("DOMContentLoaded", () => {
    const text = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    const token = form()?.querySelector("[name='csrfmiddlewaretoken']");
    const sent = text ? JSON.parse(text) : {};
    const from = document.referrer ? new URL(document.referrer).pathname : "";
    if (!token || sent.where !== here() || sent.account !== account() || !/^\/admin\/(login|account)\//.test(from)) return;
    sendAgain(sent.entries, "1");
  });

  // What was typed is kept on this machine, for this account and this form, until it is saved or its author logs out.
  const KEPT = "register-typed:", SAVING = "register-saving", DAYS = 7;
  // A window beside a form names no account: what is typed there is kept for nobody.
  const isRecord = () => Boolean(account() && form()?.querySelector("[name='version']"));
  const keyOf = () => KEPT + JSON.stringify([account(), here()]);
  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(KEPT));
  const ownerOf = (key) => { try { return JSON.parse(key.slice(KEPT.length))[0]; } catch { return ""; } };
  const entriesOf = () =>
    [...new FormData(form())].filter(([name, value]) => !["csrfmiddlewaretoken", "version"].includes(name) && typeof value === "string");
  let opened = "", keeping = 0, loggedOut = false;

  const keepTyped = () => {
    if (loggedOut) return;
    const entries = entriesOf();
    try {
      if (JSON.stringify(entries) === opened) return localStorage.removeItem(keyOf());
      localStorage.setItem(keyOf(), JSON.stringify({ at: Date.now(), entries: [...new FormData(form())].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string") }));
    } catch {
      // No room, or not allowed: the form works all the same.
    }
  };
  const later = (event) => {
    if (!isRecord() || !form().contains(event.target)) return;
    clearTimeout(keeping);
    keeping = setTimeout(keepTyped, 1000);
  };
  for (const happened of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(happened, later);
  window.addEventListener("pagehide", () => { if (isRecord() && unsaved) keepTyped(); });

  const sendAgain = (entries, how) => {
    const again = document.createElement("form");
    again.method = "post";
    again.hidden = true;
    const token = form().querySelector("[name='csrfmiddlewaretoken']").value;
    for (const [name, value] of [...entries, ["csrfmiddlewaretoken", token], ["_again", how]]) {
      const input = document.createElement("textarea");
      input.name = name;
      input.value = value;
      again.append(input);
    }
    document.body.append(again);
    unsaved = false;
    again.submit();
  };

  document.addEventListener("submit", (event) => {
    if (event.target.id === "logout-form") {
      loggedOut = true;
      return keys().forEach((key) => localStorage.removeItem(key));
    }
    if (event.target !== form() || !isRecord() || event.submitter?.formTarget === "_blank") return;
    clearTimeout(keeping);
    keepTyped();
    sessionStorage.setItem(SAVING, keyOf());
  });
  const inWords = (at) => {
    const language = document.documentElement.lang;
    const words = new Date(at).toLocaleString(language === "en" ? "en-GB" : language, { dateStyle: "long", timeStyle: "short" });
    return language === "fr" ? words.replace(/^1(?= )/, "1er").replace(/(\d\d):(\d\d)$/, "$1\u00a0h\u00a0$2") : words;
  };
  document.addEventListener("DOMContentLoaded", () => {
    if (!account()) return;
    // Never for somebody else; and not for ever.
    for (const key of keys()) {
      let at = 0;
      try { at = JSON.parse(localStorage.getItem(key)).at; } catch { at = 0; }
      if (ownerOf(key) !== account() || Date.now() - at > DAYS * 86400000) localStorage.removeItem(key);
    }
    const saving = sessionStorage.getItem(SAVING);
    const refused = isRecord() && document.querySelector(".errornote");
    // Whatever is saved leads on to another page; after an answer that says that something went wrong, it is not saved.
    const ledHere = performance.getEntriesByType("navigation")[0]?.redirectCount > 0;
    if (saving && ledHere && !refused) localStorage.removeItem(saving);
    if (!/\/admin\/(login|account)\//.test(location.pathname)) sessionStorage.removeItem(SAVING);
    if (!isRecord()) return;
    // Once the other scripts have laid out their fields.
    setTimeout(() => {
      if (refused) return;
      opened = JSON.stringify(entriesOf());
      const text = localStorage.getItem(keyOf());
      const notice = document.getElementById("register-unsaved");
      if (!text || !notice) return;
      const kept = JSON.parse(text);
      notice.querySelector("[data-when]").textContent = inWords(kept.at);
      notice.querySelector("[data-back]").addEventListener("click", () => sendAgain(kept.entries, "typed"));
      notice.querySelector("[data-forget]").addEventListener("click", () => {
        localStorage.removeItem(keyOf());
        notice.hidden = true;
      });
      notice.hidden = false;
    }, 0);
  });

  // The source that is offered for a citation: ticked, it stands in the field; what is chosen there instead unticks it.
  const sourceOf = (offered) => document.querySelector(`[name="${offered.name.replace(/offered$/, "source")}"]`);
  const choose = (field, value, text) => {
    if (value && ![...field.options].some((each) => each.value === value)) field.add(new Option(text, value));
    field.value = value;
    window.django?.jQuery?.(field).trigger("change");
  };
  document.addEventListener("change", ({ target: offered }) => {
    const field = offered.matches?.("[data-offered]") && sourceOf(offered);
    if (!field) return;
    if (offered.checked) choose(field, offered.value, offered.parentElement.querySelector("cite").textContent);
    else if (field.value === offered.value) choose(field, "", "");
  });
  document.addEventListener("DOMContentLoaded", () => window.django?.jQuery?.(document).on("change", "select[name$='-source']", (event) => {
    const offered = document.querySelector(`[name="${event.target.name.replace(/source$/, "offered")}"]`);
    if (offered) offered.checked = Boolean(offered.value) && event.target.value === offered.value;
  }));
  // What is added from within another form takes the source that stands there; unticked, it does without.
  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector("[name='_popup']") || !window.opener) return;
    try {
      const cited = [...window.opener.document.querySelectorAll("select[id^='id_citations-'][id$='-source']")].find((each) => each.value);
      if (!cited) return;
      document.querySelectorAll("[data-offered]:not(:checked)").forEach((offered) => {
        offered.value = cited.value;
        offered.parentElement.querySelector("cite").textContent = cited.selectedOptions[0].textContent;
        offered.closest("p").hidden = false;
        if (offered.name.includes("__prefix__") || sourceOf(offered).value || document.querySelector(".errornote")) return;
        choose(sourceOf(offered), cited.value, cited.selectedOptions[0].textContent);
      });
    } catch {
      // Opened from elsewhere: there is nothing to offer.
    }
  });

  // Who else has the form open.
  document.addEventListener("DOMContentLoaded", () => {
    const line = document.querySelector("[data-opened]");
    if (!line) return;
    let noted = "";
    const send = (left) => {
      const body = new FormData();
      body.append("csrfmiddlewaretoken", form().querySelector("[name='csrfmiddlewaretoken']").value);
      if (left) body.append(line.dataset.left, noted);
      return body;
    };
    const tell = async () => {
      const response = await fetch(line.dataset.opened, { method: "POST", body: send(false) });
      if (!response.ok || response.redirected) return;
      const { noted: last, sentence } = await response.json();
      noted = last;
      if (line.textContent !== sentence) line.textContent = sentence;
      line.hidden = !sentence;
    };
    const again = () => tell().catch(() => {});
    again();
    setInterval(again, Number(line.dataset.every) * 1000);
    window.addEventListener("pagehide", () => navigator.sendBeacon(line.dataset.opened, send(true)));
  });

  // An error leads to its field, in an open section; where it is of a whole sort of parts, to these.
  const fieldOf = (link) => document.getElementById(link.hash.slice(1));
  const unfold = (field) => {
    for (let section = field.closest("details") ?? field.querySelector("details"); section; section = section.parentElement.closest("details")) section.open = true;
  };
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".register-problems a").forEach((link) => fieldOf(link)?.matches(".inline-group") && unfold(fieldOf(link))));
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".register-problems a");
    const field = link && fieldOf(link);
    if (!field) return;
    event.preventDefault();
    unfold(field);
    const shown = field.matches("select.select2-hidden-accessible") ? field.parentElement.querySelector(".select2-selection") ?? field : field;
    field.parentElement.scrollIntoView({ block: "center" });
    shown.focus({ preventScroll: true });
  });

  // Boxes grow with what is typed, where the browser does not do it by itself.
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (box) => {
      box.style.height = "auto";
      box.style.height = `${Math.min(box.scrollHeight + 4, 480)}px`;
    };
    document.addEventListener("input", (event) => { if (event.target.matches?.(".form-row textarea")) grow(event.target); });
    document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".form-row textarea").forEach(grow));
  }

  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  // The fields in which one types a name and chooses are called what their labels say.
  const nameFields = () => setTimeout(() =>
    document.querySelectorAll("select.select2-hidden-accessible").forEach((select) => {
      const label = select.labels?.[0]?.textContent.trim().replace(/\s*:$/, "");
      if (!label || select.name.includes("__prefix__")) return;
      select.nextElementSibling?.querySelectorAll("[role='combobox'], [role='textbox'], [role='searchbox']")
        .forEach((part) => part.setAttribute("aria-label", label));
    }), 0);

  // A choice that opens stands at the end of the page: it says by itself what it is, and its box what is typed there.
  document.addEventListener("DOMContentLoaded", () => window.django?.jQuery?.(document).on("select2:open", (event) => setTimeout(() => {
    const opened = document.querySelector("body > .select2-container--open"), results = opened?.querySelector("[role='listbox']");
    const box = event.target.nextElementSibling?.querySelector("[role='combobox']");
    if (!opened || !results) return;
    const label = event.target.labels?.[0]?.textContent.trim().replace(/\s*:$/, "") || box?.getAttribute("aria-label") || "";
    opened.setAttribute("role", "dialog");
    for (const part of [opened, results, opened.querySelector(".select2-search__field")]) part?.setAttribute("aria-label", label);
    box?.setAttribute("aria-controls", results.id);
  }, 0)));

  // The question marks beside the two lists of rights are pictures with a name.
  window.addEventListener("load", () => setTimeout(() =>
    document.querySelectorAll(".help-tooltip[aria-label]").forEach((mark) => mark.setAttribute("role", "img")), 0));

  for (const happened of ["DOMContentLoaded", "formset:added", "formset:removed"]) {
    document.addEventListener(happened, nameFields);
    document.addEventListener(happened, number);
    document.addEventListener(happened, count);
  }
})();
