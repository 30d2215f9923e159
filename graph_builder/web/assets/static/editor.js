// The plain form made richer, where the editor's library is beside these pages: colours, completion from our own vocabulary, Ctrl+Enter.
// The answer stays the page's own table: no cell of it is made here.
"use strict";
(() => {
  const field = document.getElementById("query"), form = document.getElementById("ask");
  const library = window.Yasgui && window.Yasgui.Yasqe;
  if (!field || !form) return;
  const send = (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  };
  form.addEventListener("keydown", send);
  if (!library) return;

  const forget = () => {
    // completers that would ask another host as somebody types
    for (const name of Object.keys(library.Autocompleters || {})) delete library.Autocompleters[name];
    library.defaults.autocompleters = [];
  };
  const completer = (terms) => ({
    name: "vocabulary",
    bulk: true,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: (editor) => {
      const token = editor.getCompleteToken();
      return !/^[?$"'<#]/.test(token.string) && /^[\w-]*:?[\w-]*$/.test(token.string.trim());
    },
    get: () => terms,
    preProcessToken: (_, token) => token,
    postProcessSuggestion: (_, __, suggestion) => suggestion,
  });

  const place = document.createElement("div");
  const start = (terms) => {
    forget();
    if (terms.length) library.registerAutocompleter(completer(terms), true);
    field.hidden = true;
    field.after(place);
    const editor = new library(place, {
      value: field.value, persistenceId: null, showQueryButton: false, createShareableLink: null, resizeable: true, lineWrapping: false,
      autocompleters: terms.length ? ["vocabulary"] : [], collapsePrefixesOnLoad: false, editorHeight: "20rem", pluginButtons: undefined, syntaxErrorCheck: false,
    });
    editor.setValue(field.value);
    editor.on("change", () => { field.value = editor.getValue(); });
    const inner = place.querySelector("textarea");
    inner.setAttribute("aria-label", "Query in SPARQL; Escape, then Tab, leaves the editor; Ctrl+Space completes");
    editor.setOption("extraKeys", { ...editor.getOption("extraKeys"), "Ctrl-Enter": () => form.requestSubmit(), "Cmd-Enter": () => form.requestSubmit(), Esc: () => { leaving = true; }, Tab: (here) => leave(here, 1), "Shift-Tab": (here) => leave(here, -1) });
    mend(place);
    new MutationObserver(() => mend(place)).observe(place, { childList: true, subtree: true });
  };
  let leaving = false;
  const leave = (editor, way) => {
    if (!leaving) return editor.execCommand(way > 0 ? "indentMore" : "indentLess");
    leaving = false;
    const reachable = [...document.querySelectorAll("a[href], button, input, summary, select")].filter((one) => one.offsetParent !== null && !place.contains(one));
    const after = reachable.findIndex((one) => place.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    const target = reachable[way > 0 ? after : Math.max(after - 1, 0)];
    if (target) target.focus();
    return undefined;
  };
  // what the library leaves without a name or with a role that is none
  const mend = (root) => {
    for (const button of root.querySelectorAll("button:not([aria-label])")) if (!button.textContent.trim()) button.setAttribute("aria-label", button.title || "Editor");
    for (const area of root.querySelectorAll(".CodeMirror-scroll")) {
      // what can be scrolled can be reached
      area.tabIndex = 0;
      area.setAttribute("role", "region");
      area.setAttribute("aria-label", "The query, to scroll");
    }
    for (const image of root.querySelectorAll("svg:not([aria-hidden])")) image.setAttribute("aria-hidden", "true");
  };
  fetch("/def.json").then((answer) => answer.json()).then((terms) => start(terms.map((term) => term.term)), () => start([]));
})();
