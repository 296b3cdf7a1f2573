// What taskpane.html says until the pane is there. Not a module, and before office.js: modules wait for office.js, and Internet
// Explorer knows none. It keeps to what that understands.

function awaitPane() {
  function say(id) {
    const lines = document.getElementById('opening').children;
    for (let at = 0; at < lines.length; at++) lines[at].hidden = lines[at].id !== id;
  }

  /** The pane takes the place of the lines, and so does what taskpane.tsx has to say itself. */
  function isWaiting() {
    return document.getElementById('opening') !== null;
  }

  function sayOld() {
    if (isWaiting()) say('old');
  }

  function loseThePatience() {
    if (!isWaiting()) return;
    say('unreachable');
    // office.js itself has come. Ready, when what it loads in its turn has come too: then it is not the network that is missing.
    if (window.Office) window.Office.onReady(sayOld);
  }

  function hearOfLoading() {
    // Refused at once, not merely slow.
    if (!window.Office) say('unreachable');
  }

  if ('noModule' in document.createElement('script')) {
    document.addEventListener('DOMContentLoaded', hearOfLoading);
    setTimeout(loseThePatience, 15000);
  } else say('old');
}

awaitPane();
