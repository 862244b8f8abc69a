/* What the browser refuses of a passkey (it knows none, or somebody stopped it) is said above the form, not in the console. */
"use strict";

document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const said = document.querySelector("[data-passkey-refused]");
  said.hidden = false;
  said.className = "errornote";
  document.querySelector("#content-main h1").after(said);
});
