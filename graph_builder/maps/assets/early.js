"use strict";
// Before the table is read, so that it is never laid out behind the map; it comes back if the map cannot be made.
document.documentElement.classList.add("js");
addEventListener("error", () => { if (!document.documentElement.dataset.drawn) document.documentElement.classList.remove("js"); });
