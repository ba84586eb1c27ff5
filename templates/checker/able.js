/* Written for browsers of any age: whoever can run the check sees it, and the others keep the sentence that is there. */
if (window.WebAssembly && window.Worker && window.DecompressionStream && window.Blob && Blob.prototype.stream) {
  document.getElementById("old").hidden = true;
  document.getElementById("app").hidden = false;
}
