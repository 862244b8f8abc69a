/* On the pages of the back-office that are no form of a record (translations, decisions, findings, a document, a step for
   many): ask whoever leaves what is typed there; bring back what was sent when the log-in had ended, to be sent once more. */
"use strict";

(() => {
  const SENT = "register-desk-sent";
  const OUR_OWN = ["csrfmiddlewaretoken", "version"];
  const notice = () => document.getElementById("register-again");
  const forms = () => (notice() ? [...document.querySelectorAll("#content-main form")].filter((form) => form.method === "post") : []);
  const here = () => location.pathname + location.search;
  const account = () => document.querySelector("#user-tools strong")?.textContent ?? "";
  const named = (form) =>
    [...form.elements].filter((each) => each.name && !["submit", "button", "file", "password", "fieldset"].includes(each.type));
  const isTick = (field) => ["checkbox", "radio"].includes(field.type);
  const valueOf = (field) => (isTick(field) ? [field.value, field.checked] : field.value);
  const version = (form) => form.elements.version?.value ?? "";
  // Of several forms on a page, each says in hidden fields what it is about.
  const about = (form) =>
    JSON.stringify(named(form).filter((each) => each.type === "hidden" && !OUR_OWN.includes(each.name)).map((each) => [each.name, each.value]));

  let unsaved = false;
  const typed = (event) => {
    if (forms().some((form) => form.contains(event.target))) unsaved = true;
  };
  document.addEventListener("input", typed);
  document.addEventListener("change", typed);
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });

  document.addEventListener("submit", (event) => {
    if (event.target.id === "logout-form") return sessionStorage.removeItem(SENT);
    if (!forms().includes(event.target)) return;
    unsaved = false;
    const entries = named(event.target).filter((each) => !OUR_OWN.includes(each.name)).map((each) => [each.name, valueOf(each), each.type !== "hidden"]);
    const sent = { where: here(), account: account(), about: about(event.target), version: version(event.target), entries };
    try {
      sessionStorage.setItem(SENT, JSON.stringify(sent));
    } catch {
      // No room, or not allowed: the form is sent all the same.
    }
  });

  const fill = (form, sent) => {
    const left = [...sent.entries];
    for (const field of named(form).filter((each) => each.type !== "hidden")) {
      const found = left.findIndex(([name, value]) => name === field.name && Array.isArray(value) === isTick(field) && (!isTick(field) || value[0] === field.value));
      if (found < 0) continue;
      const [[, value]] = left.splice(found, 1);
      // A tick says something of what was seen: where that has changed meanwhile, it is set anew.
      if (!isTick(field)) field.value = value;
      else if (version(form) === sent.version) field.checked = value[1];
      field.closest("details")?.setAttribute("open", "");
    }
    return left;
  };

  // A step for many has the address of their list, where it is asked for first, once; of all of them, whatever is shown.
  const askAgain = (sent) => {
    const list = document.getElementById("changelist-form");
    const chosen = sent.entries.filter(([name]) => name === "_selected_action");
    const step = sent.entries.find(([name]) => name === "action")?.[1];
    if (sent.again || !chosen.length || !step || !list?.elements.action) return;
    for (const [name, value] of chosen) list.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    list.elements.action.value = step;
    sessionStorage.setItem(SENT, JSON.stringify({ ...sent, again: true }));
    list.requestSubmit(list.querySelector("[name=index]"));
  };

  document.addEventListener("DOMContentLoaded", () => {
    const text = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    const sent = text ? JSON.parse(text) : {};
    const from = document.referrer ? new URL(document.referrer).pathname : "";
    // A page of an error leads back with this mark; it is no part of the address from which is sent.
    const marked = /[?&]again=1$/.test(location.search);
    if (marked) history.replaceState(null, "", here().replace(/[?&]again=1$/, ""));
    if (sent.where !== here() || sent.account !== account()) return;
    if (!marked && !sent.again && !/^\/admin\/(login|account)\//.test(from)) return;
    if (!notice()) return askAgain(sent);
    const form = forms().find((each) => about(each) === sent.about) ?? (forms().length === 1 ? forms()[0] : null);
    const left = form ? fill(form, sent) : sent.entries;
    unsaved = Boolean(form);
    // What has no field here any more is shown, to be copied.
    const lost = left.filter(([, value, seen]) => seen && !Array.isArray(value) && /\S\s+\S/.test(value)).map(([, value]) => value);
    notice().querySelector("[data-lost]").textContent = lost.join("\n");
    notice().hidden = false;
  });
})();
