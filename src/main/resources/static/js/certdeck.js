'use strict';

// Copy buttons: they stand hidden in the page and appear where the browser can copy.
for (const button of document.querySelectorAll('button[data-copy]')) {
	if (navigator.clipboard) {
		button.hidden = false;
		const label = button.textContent;
		button.addEventListener('click', async () => {
			await navigator.clipboard.writeText(button.dataset.copy);
			button.textContent = button.dataset.done;
			setTimeout(() => { button.textContent = label; }, 2000);
		});
	}
}

// The list of statuses closes on Escape and when the focus or a click goes elsewhere; never while a mouse button is held, for the page moves.
let pressed = null;
let held = false;
document.addEventListener('mousedown', (press) => { pressed = press.target; held = true; }, true);
document.addEventListener('mouseup', () => { held = false; }, true);
const leaveChoices = (...places) => {
	for (const choices of document.querySelectorAll('details.choices[open]')) {
		choices.open = places.some((place) => choices.contains(place));
	}
};
document.addEventListener('focusin', (focus) => held || leaveChoices(focus.target));
document.addEventListener('click', (click) => click.target.closest('select') || leaveChoices(click.target, pressed));
document.addEventListener('keydown', (key) => {
	const choices = key.target.closest('details.choices[open]');
	if (choices && key.key === 'Escape') {
		choices.open = false;
		choices.querySelector('summary').focus();
	}
});

// A page of something that is under way looks again by itself, and takes over what it finds until there is nothing to wait for. The
// live region stays the same element, since only then its new words are read out; and what had the focus keeps it.
const LIVE = '[role=status]';
const takeOver = (shown, found) => {
	const holdsLive = (part) => part.matches(LIVE) || part.querySelector(LIVE);
	const kept = [...shown.children].find(holdsLive);
	const fresh = [...found.children].find(holdsLive);
	if (shown.matches(LIVE) || !kept || !fresh) {
		shown.replaceChildren(...found.childNodes);
		return;
	}
	const nodes = [...found.childNodes];
	const at = nodes.indexOf(fresh);
	[...shown.childNodes].filter((node) => node !== kept).forEach((node) => node.remove());
	kept.before(...nodes.slice(0, at));
	kept.after(...nodes.slice(at + 1));
	takeOver(kept, fresh);
};
const update = (page, now) => {
	const focused = page.contains(document.activeElement) ? document.activeElement : null;
	takeOver(page, now);
	if (now.dataset.poll) {
		page.dataset.poll = now.dataset.poll;
	}
	else {
		delete page.dataset.poll;
	}
	if (focused && !focused.isConnected) {
		const same = [...page.querySelectorAll(focused.localName)].find((part) => part.textContent === focused.textContent);
		(same ?? document.getElementById('content')).focus({ preventScroll: true });
	}
};
const poll = async (page) => {
	try {
		const answer = await fetch(location.href, { credentials: 'same-origin', redirect: 'manual' });
		if (answer.type === 'opaqueredirect') {
			location.reload();
			return;
		}
		const found = new DOMParser().parseFromString(await answer.text(), 'text/html');
		const now = found.querySelector('#page');
		const told = (part) => part.querySelector(LIVE)?.innerHTML;
		if (now && answer.status < 500 && told(now) !== told(page)) {
			update(page, document.adoptNode(now));
			window.htmx?.process(page);
			document.title = found.title;
		}
	}
	catch (failure) {
		// No answer just now: the next look may have one.
	}
	if (page.dataset.poll) {
		setTimeout(poll, Number(page.dataset.poll), page);
	}
};
for (const page of document.querySelectorAll('[data-poll]')) {
	setTimeout(poll, Number(page.dataset.poll), page);
}

// What a page says about the next refresh gives way, once that is due, to a way to look again. It is not announced.
for (const next of document.querySelectorAll('[data-due]')) {
	const due = Date.now() + Number(next.dataset.due);
	const timer = setInterval(() => {
		if (Date.now() >= due) {
			next.hidden = true;
			next.nextElementSibling.hidden = false;
			clearInterval(timer);
		}
	}, 1000);
}

// Files that are dropped on a part of a form are chosen for it.
for (const part of document.querySelectorAll('[data-drop]')) {
	part.querySelector('legend > small').hidden = false;
	for (const event of ['dragover', 'dragleave', 'drop']) {
		part.addEventListener(event, (happened) => {
			if (happened.dataTransfer.types.includes('Files')) {
				happened.preventDefault();
				part.classList.toggle('over', event === 'dragover');
			}
		});
	}
	part.addEventListener('drop', (dropped) => {
		const input = document.getElementById(part.dataset.drop);
		if (dropped.dataTransfer.files.length) {
			input.files = dropped.dataTransfer.files;
			input.dispatchEvent(new Event('change', { bubbles: true }));
		}
	});
}

// An answer without a result, such as the page to sign in, does not take the place of one. If it is a page that says why, that is said.
document.addEventListener('htmx:beforeSwap', (answer) => {
	const { target, serverResponse } = answer.detail;
	if (target.id !== 'result' || serverResponse.includes('id="result"')) {
		return;
	}
	answer.detail.shouldSwap = false;
	const page = new DOMParser().parseFromString(serverResponse, 'text/html').getElementById('page');
	if (page) {
		const why = document.createElement('p');
		why.className = 'alert alert-warning';
		why.textContent = [...page.querySelectorAll('h1, h1 + p')].map((part) => part.textContent.trim()).join('. ');
		target.querySelector('.alert')?.remove();
		target.prepend(why);
		document.getElementById('result-summary').textContent = why.textContent;
	}
});
