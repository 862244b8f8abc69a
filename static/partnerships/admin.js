/* While a date is typed, say under it what it is understood as; number stops and rows; ask whoever leaves a form unsaved. */
"use strict";

(() => {
  const PAUSE = 300;
  const timers = new WeakMap();

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
    const entries = [...new FormData(form())].filter(([name, value]) => name !== "csrfmiddlewaretoken" && typeof value === "string");
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
    const again = document.createElement("form");
    again.method = "post";
    again.hidden = true;
    for (const [name, value] of [...sent.entries, ["csrfmiddlewaretoken", token.value], ["_again", "1"]]) {
      const input = document.createElement("textarea");
      input.name = name;
      input.value = value;
      again.append(input);
    }
    document.body.append(again);
    again.submit();
  });

  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  for (const happened of ["DOMContentLoaded", "formset:added", "formset:removed"]) {
    document.addEventListener(happened, number);
    document.addEventListener(happened, count);
  }
})();
